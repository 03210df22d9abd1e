// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/Participants.h"
#include "tests/program/TestProgram.h"

namespace tst_participants {

using namespace Parlour::Server;

class TestParticipants : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lastSessionEndsPresence();
  void enteringTwiceRenewsTheMask();
  void unknownLeavesChangeNothing();
  void hysteresis_data();
  void hysteresis();
  void secondSessionsDoNotCount();
  void masksAndRooms();
};

void TestParticipants::lastSessionEndsPresence() {
  Participants participants(75);
  QVERIFY(participants.enter(1, 7, 3984, 100));
  QVERIFY(!participants.enter(1, 7, 3984, 101));
  QVERIFY(participants.enter(1, 8, 12276, 102));
  QCOMPARE(participants.sessions(1), (std::vector<SessionId>{100, 101, 102}));
  QVERIFY(!participants.leave(1, 7, 100));
  QVERIFY(participants.contains(1, 7));
  QVERIFY(participants.leave(1, 7, 101));
  QVERIFY(!participants.contains(1, 7));
  QCOMPARE(participants.sessions(1), (std::vector<SessionId>{102}));
  QCOMPARE(participants.userCount(1), size_t(1));
}

void TestParticipants::enteringTwiceRenewsTheMask() {
  Participants participants(75);
  participants.enter(1, 7, 3984, 100);
  QVERIFY(!participants.enter(1, 7, 12276, 100));
  QCOMPARE(participants.users(1).at(7).mask, 12276U);
  QCOMPARE(participants.sessions(1).size(), size_t(1));
}

void TestParticipants::unknownLeavesChangeNothing() {
  Participants participants(75);
  participants.enter(1, 7, 3984, 100);
  QVERIFY(!participants.leave(1, 7, 999));
  QVERIFY(!participants.leave(1, 8, 100));
  QVERIFY(!participants.leave(2, 7, 100));
  QCOMPARE(participants.userCount(1), size_t(1));
}

void TestParticipants::masksAndRooms() {
  Participants participants(1);
  participants.enter(9, 7, 3984, 100);
  participants.enter(2, 8, 3984, 101);
  participants.setMask(9, 7, 12276);
  participants.setMask(9, 8, 1);
  participants.setMask(5, 7, 1);
  QCOMPARE(participants.users(9).at(7).mask, 12276U);
  QCOMPARE(participants.userCount(9), size_t(1));
  QCOMPARE(participants.rooms(), (std::vector<RoomId>{2, 9}));
  participants.leave(2, 8, 101);
  QCOMPARE(participants.rooms(), (std::vector<RoomId>{9}));
  participants.setUpdateLimit(2);
  participants.enter(9, 8, 3984, 101);
  QVERIFY(!participants.rosterSuppressed(9));
}

void TestParticipants::hysteresis_data() {
  QTest::addColumn<int>("limit");
  QTest::addColumn<int>("lastTold");    // most users with a told roster on the way up
  QTest::addColumn<int>("firstAgain");  // users left when telling resumes
  QTest::newRow("default") << 75 << 75 << 59;
  QTest::newRow("ten") << 10 << 10 << 7;
  QTest::newRow("one") << 1 << 1 << 0;
  QTest::newRow("four") << 4 << 4 << 3;
}

void TestParticipants::hysteresis() {
  QFETCH(int, limit);
  QFETCH(int, lastTold);
  QFETCH(int, firstAgain);
  Participants participants(limit);
  for (int user = 1; user <= limit + 5; ++user) {
    participants.enter(1, user, 3984, static_cast<SessionId>(user));
    QCOMPARE(participants.rosterSuppressed(1), user > lastTold);
  }
  for (int left = limit + 4; left >= 0; --left) {
    participants.leave(1, left + 1, static_cast<SessionId>(left + 1));
    QCOMPARE(participants.rosterSuppressed(1), left > firstAgain);
  }
}

void TestParticipants::secondSessionsDoNotCount() {
  Participants participants(2);
  for (SessionId session = 1; session <= 10; ++session) participants.enter(1, 7, 3984, session);
  QVERIFY(!participants.rosterSuppressed(1));
}

PARLOUR_TEST(TestParticipants)

}  // namespace tst_participants

#include "tst_participants.moc"
