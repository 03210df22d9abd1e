// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/timeline/MessageAnnouncer.h"
#include "tests/program/TestProgram.h"

namespace tst_messageannouncer {

using namespace Parlour::Ui;

class MessageAnnouncerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void firstAtOnceTheRestAsACount();
  void clearForgetsWhatWaits();
};

void MessageAnnouncerTest::firstAtOnceTheRestAsACount() {
  QStringList said;
  MessageAnnouncer announcer([&said](const QString& words) { said.append(words); });
  announcer.announce(QStringLiteral("Ada: one"));
  QCOMPARE(said, QStringList{QStringLiteral("Ada: one")});
  announcer.announce(QStringLiteral("Ada: two"));
  announcer.announce(QStringLiteral("Ada: three"));
  QCOMPARE(said.size(), 1);
  QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, 3000);
  QVERIFY(said.last().contains(QLatin1Char('2')));
}

void MessageAnnouncerTest::clearForgetsWhatWaits() {
  QStringList said;
  MessageAnnouncer announcer([&said](const QString& words) { said.append(words); });
  announcer.announce(QStringLiteral("one"));
  announcer.announce(QStringLiteral("two"));
  announcer.clear();
  announcer.announce(QStringLiteral("three"));
  QCOMPARE(said, (QStringList{QStringLiteral("one"), QStringLiteral("three")}));
}

PARLOUR_TEST(MessageAnnouncerTest)

}  // namespace tst_messageannouncer

#include "tst_messageannouncer.moc"
