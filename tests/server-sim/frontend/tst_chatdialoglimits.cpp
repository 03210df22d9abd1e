// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_chatdialoglimits {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// Session timer, capacity and clients that do not keep up.
class TestChatDialogLimits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void expiryParksAndTheNextInviteInherits();
  void lookUpBetweenKeepsTheJoins();
  void parkedDialogsEnd();
  void parkedDialogsAreSentNothing();
  void expiryCountsWithoutTheTick();
  void serverIsFull();
  void userIsFull();
  void restartFitsIntoAFullServer_data();
  void restartFitsIntoAFullServer();
  void unansweredInfosCutTheConnection();
  void unansweredBytesCutTheConnection();
  void answeredInfosDoNotCount();
  void fullSendQueueCutsTheConnection();

 private:
  static void enter(Caller& caller) {
    caller.signIn();
    caller.invite();
    caller.command(Xccos::Join{{0, Harbour::room("tides")}});
    caller.takeInfos();
  }
};

void TestChatDialogLimits::expiryParksAndTheNextInviteInherits() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  Caller bo(desk, "bo", 2, "e2");
  enter(ada);
  enter(bo);
  desk.clock.advanceMs(1'799'000);
  bo.ask(bo.dialog.makeRequest("UPDATE"));
  bo.takeInfos();
  desk.advanceSeconds(1);
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 481);
  QCOMPARE(ada.ask(ada.dialog.makeRequest("UPDATE")).status, 481);
  QCOMPARE(ada.ask(ada.dialog.makeRequest("INVITE")).status, 481);
  QCOMPARE(ada.ask(ada.dialog.makeRequest("BYE")).status, 200);
  QVERIFY(desk.transport.takeSent("BYE").empty());
  QCOMPARE(ada.invite().status, 200);
  QVERIFY(bo.takeInfos().empty());  // Ada never left
  bo.post("tides", "back?");
  QCOMPARE(ada.takeInfos().size(), size_t{1});
  QCOMPARE(ada.post("tides", "yes").status, 200);
}

// pidgin-sipe asks the look-up address once more before it invites the chat service again (pidgin-sipe 2.5, 2.6).
void TestChatDialogLimits::lookUpBetweenKeepsTheJoins() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  enter(ada);
  desk.advanceSeconds(1'800);
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 481);
  QCOMPARE(ada.invite().status, 200);
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 200);
  QCOMPARE(ada.ask(ada.dialog.makeRequest("BYE")).status, 200);
  QCOMPARE(ada.invite().status, 200);
  QCOMPARE(ada.post("tides", "still in").status, 200);
  QCOMPARE(ada.ask(ada.dialog.makeRequest("BYE")).status, 200);
  desk.advanceSeconds(1'800);
  QCOMPARE(desk.service.sessionCount(), size_t{0});
}

void TestChatDialogLimits::parkedDialogsEnd() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  enter(ada);
  desk.advanceSeconds(1'800);
  QCOMPARE(desk.service.sessionCount(), size_t{1});
  desk.advanceSeconds(1'800);
  QCOMPARE(desk.service.sessionCount(), size_t{0});
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{0});
}

void TestChatDialogLimits::parkedDialogsAreSentNothing() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  enter(ada);
  desk.advanceSeconds(1'800);
  Caller bo(desk, "bo", 2, "e2");
  enter(bo);
  bo.post("tides", "anybody?");
  QVERIFY(ada.takeInfos().empty());
}

void TestChatDialogLimits::expiryCountsWithoutTheTick() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  enter(ada);
  desk.clock.advanceMs(1'800'000);
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 481);
}

void TestChatDialogLimits::serverIsFull() {
  auto settings = deskSettings();
  settings.maxSessions = 1;
  FrontDesk desk(settings);
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  QCOMPARE(ada.invite().status, 200);
  const auto response = bo.invite();
  QCOMPARE(response.status, 503);
  QCOMPARE(response.retryAfterSeconds(), 5);
  ada.ask(ada.dialog.makeRequest("BYE"));
  QCOMPARE(bo.invite().status, 200);
}

void TestChatDialogLimits::userIsFull() {
  auto channel = Harbour::defaults();
  channel.sessionsPerUser = 1;
  FrontDesk desk(deskSettings(), channel);
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  office.signIn();
  home.signIn();
  QCOMPARE(office.invite().status, 200);
  QCOMPARE(home.invite().status, 503);
  office.signOut();
  QCOMPARE(home.invite().status, 200);
}

void TestChatDialogLimits::restartFitsIntoAFullServer_data() {
  QTest::addColumn<bool>("parked");
  QTest::newRow("in place of a living dialog") << false;
  QTest::newRow("in place of a parked dialog") << true;
}

// A dialog that replaces another of the same endpoint takes no more room than that one.
void TestChatDialogLimits::restartFitsIntoAFullServer() {
  QFETCH(bool, parked);
  auto settings = deskSettings();
  settings.maxSessions = 1;
  auto channel = Harbour::defaults();
  channel.sessionsPerUser = 1;
  FrontDesk desk(settings, channel);
  Caller ada(desk, "ada");
  enter(ada);
  if (parked) desk.advanceSeconds(1'800);
  QCOMPARE(ada.invite().status, 200);
  QCOMPARE(desk.service.sessionCount(), size_t{1});
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{1});
  QCOMPARE(ada.post("tides", "still in").status, 200);
  QCOMPARE(ada.takeInfos().size(), size_t{1});
}

void TestChatDialogLimits::unansweredInfosCutTheConnection() {
  auto settings = deskSettings();
  settings.maxUnansweredInfos = 4;
  FrontDesk desk(settings);
  Caller ada(desk, "ada", 1, "e1");
  Caller bo(desk, "bo", 2, "e2");
  enter(ada);
  enter(bo);
  for (const auto& info : desk.transport.infos) desk.transport.answerInfo(info, 200);
  desk.transport.infos.clear();
  const auto say = [&] {
    QCOMPARE(bo.post("tides", "hello").status, 200);
    for (const auto& info : bo.takeInfos()) desk.transport.answerInfo(info, 200);
  };
  // Many answers may be missing for a moment.
  for (int i = 0; i < 10; ++i) say();
  desk.clock.advanceMs(5'000);
  say();
  QVERIFY(desk.transport.closed.empty());
  QCOMPARE(ada.takeInfos().size(), size_t{11});
  desk.clock.advanceMs(1);
  say();
  QCOMPARE(desk.transport.closed, std::vector<Sip::ConnectionId>{1});
  ada.takeInfos();
  say();
  QVERIFY(ada.takeInfos().empty());
  desk.transport.lose(1);
  QCOMPARE(desk.service.sessionCount(), size_t{1});
}

void TestChatDialogLimits::unansweredBytesCutTheConnection() {
  auto settings = deskSettings();
  settings.maxUnansweredBytes = 10'000;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  enter(ada);
  ada.post("tides", QByteArray(6'000, 'x'));
  QVERIFY(desk.transport.closed.empty());
  ada.post("tides", QByteArray(6'000, 'y'));
  QCOMPARE(desk.transport.closed, std::vector<Sip::ConnectionId>{1});
}

void TestChatDialogLimits::answeredInfosDoNotCount() {
  auto settings = deskSettings();
  settings.maxUnansweredInfos = 3;
  settings.maxUnansweredBytes = 10'000;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  ada.command(Xccos::Join{{0, Harbour::room("tides")}});
  for (int i = 0; i < 50; ++i) {
    for (const auto& info : ada.takeInfos()) desk.transport.answerInfo(info, 200);
    QCOMPARE(ada.post("tides", QByteArray(6'000, 'x')).status, 200);
  }
  QVERIFY(desk.transport.closed.empty());
}

void TestChatDialogLimits::fullSendQueueCutsTheConnection() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  enter(ada);
  desk.transport.queueIsFull = true;
  QCOMPARE(ada.post("tides", "no way").status, 200);
  QCOMPARE(desk.transport.closed, std::vector<Sip::ConnectionId>{1});
}

PARLOUR_TEST(TestChatDialogLimits)

}  // namespace tst_chatdialoglimits

#include "tst_chatdialoglimits.moc"
