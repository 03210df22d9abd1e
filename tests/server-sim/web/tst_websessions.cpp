// SPDX-License-Identifier: Apache-2.0
#include <QSet>
#include <QTest>

#include "server-sim/web/WebSessions.h"
#include "tests/program/TestProgram.h"

namespace tst_websessions {

using namespace Parlour;
using namespace Parlour::Server;

// The limits of sessions that no single browser meets.
class TestWebSessions : public QObject {
  Q_OBJECT

 private:
  FakeClock clock_;

 private Q_SLOTS:
  void oneUserHasOnlySoMany() {
    WebSessions sessions({.perUser = 2}, clock_);
    const QByteArray first = sessions.open(1, "a");
    clock_.advanceMs(1);
    const QByteArray second = sessions.open(1, "a");
    clock_.advanceMs(1);
    const QByteArray other = sessions.open(2, "a");
    QVERIFY(sessions.find(first, "a"));  // so the second is the one not used for longest
    const QByteArray third = sessions.open(1, "a");
    QVERIFY(sessions.find(first, "a"));
    QVERIFY(!sessions.find(second, "a"));
    QVERIFY(sessions.find(third, "a"));
    QVERIFY(sessions.find(other, "a"));
  }

  void allTogetherAreBounded() {
    WebSessions sessions({.sessions = 3}, clock_);
    for (PrincipalId user = 1; user <= 10; ++user) {
      sessions.open(user, "a");
      clock_.advanceMs(1);
    }
    QCOMPARE(sessions.count(), 3);
  }

  void whatIsOverIsForgotten() {
    WebSessions sessions({.idleMs = 1'000}, clock_);
    for (PrincipalId user = 1; user <= 10; ++user) sessions.open(user, "a");
    clock_.advanceMs(1'000);
    sessions.open(11, "a");
    QCOMPARE(sessions.count(), 1);
  }

  void idsAndTokensAreRandom() {
    WebSessions sessions({}, clock_);
    QSet<QByteArray> seen;
    for (PrincipalId user = 1; user <= 100; ++user) {
      const QByteArray id = sessions.open(user, "a");
      seen.insert(id);
      seen.insert(sessions.find(id, "a")->formToken);
    }
    QCOMPARE(seen.size(), 200);
    QVERIFY(!sessions.find(QByteArray(), "a"));
  }
};

PARLOUR_TEST(TestWebSessions)

}  // namespace tst_websessions

#include "tst_websessions.moc"
