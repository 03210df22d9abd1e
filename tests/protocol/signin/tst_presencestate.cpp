// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/PresenceState.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_presencestate {

using namespace Parlour::Signin;

class TstPresenceState : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsTheTranscript() {
    const QByteArray value = transcriptHeader("register-ok.sip", "presence-state").value(0);
    const auto state = PresenceState::parse(value);
    QVERIFY(state);
    QVERIFY(state->bindingIsNew());
    QCOMPARE(state->primaryClusterType, QByteArray("central"));
    QCOMPARE(state->connectedToPrimary, std::optional<bool>(true));
    QCOMPARE(PresenceState::make("added").toBytes(), value);
  }

  void reads_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("added") << QByteArray("register-action=\"added\"") << true;
    QTest::newRow("fixed, case, blanks, unquoted") << QByteArray(" Register-Action = FIXED ; x=1") << true;
    QTest::newRow("refreshed") << QByteArray("is-connected-to-primary=\"no\";register-action=\"refreshed\"") << false;
    QTest::newRow("unknown") << QByteArray("register-action=\"moved\"") << false;
  }

  void reads() {
    QFETCH(QByteArray, value);
    QFETCH(bool, isNew);
    const auto state = PresenceState::parse(value);
    QVERIFY(state);
    QCOMPARE(state->bindingIsNew(), isNew);
    const auto again = PresenceState::parse(state->toBytes());
    QVERIFY(again);
    QCOMPARE(again->registerAction, state->registerAction);
    QCOMPARE(again->connectedToPrimary, state->connectedToPrimary);
  }

  void refuses() {
    QVERIFY(!PresenceState::parse(""));
    QVERIFY(!PresenceState::parse("primary-cluster-type=\"central\""));
    QVERIFY(!PresenceState::parse("register-action=\"" + QByteArray(10'000, 'a') + '"'));
    QVERIFY2(!PresenceState::parse(QByteArray("register-action=\0\x1f", 18)), "only what no header value holds");
  }
};

PARLOUR_TEST(TstPresenceState)

}  // namespace tst_presencestate

#include "tst_presencestate.moc"
