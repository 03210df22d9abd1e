// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include "app/console/Console.h"
#include "protocol/xccos/Permissions.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"
#include "tests/support/ScriptedAdmin.h"

namespace tst_console {

using namespace Parlour;
using namespace Parlour::Testing;

class TestConsole : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void runsCommandsInOrder();
  void commandsOfRooms_data();
  void commandsOfRooms();
  void commandsOfManagers_data();
  void commandsOfManagers();
  void commandsOfRequests_data();
  void commandsOfRequests();
  void requestsAreTold();
  void aRoomIsCreatedAndStaffed();
  void takenOutOfARoom();
  void invitedToARoom();
  void watchingTheRoom();
  void disabledRoomsAreFoundByTheirManagers();
  void waitForAMessage();
  void firstFailureEndsAScript_data();
  void firstFailureEndsAScript();
  void inputGoesOnAfterAFailure();
  void lateAnswerDoesNotEndTheNextCommand();
  void refusedSignIn();
  void quitSignsOut();

 private:
  void start(const QStringList& scripted = {});
  // Types lines one after the other, each when the one before is done.
  QStringList type(const QStringList& lines);
  void settle() {
    for (int i = 0; i < 5; ++i) {
      f_->advanceMs(0);
      QCoreApplication::processEvents();
    }
  }
  QStringList matching(const char* start) const {
    QStringList found;
    for (const QString& line : printed_) {
      if (line.startsWith(QLatin1String(start))) found.append(line);
    }
    return found;
  }

  const RoomUri tides_ = testRoom("tides");
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<ScriptedAdmin> admin_;
  std::unique_ptr<Console::Printer> printer_;
  std::unique_ptr<Console::Console> console_;
  Console::Options options_;
  QStringList printed_;
};

void TestConsole::init() {
  console_.reset();
  printed_.clear();
  options_ = {};
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
  f_->rooms.add(testRoom("crew"), QStringLiteral("Crew rota"));
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  admin_ = std::make_unique<ScriptedAdmin>(f_->rooms, f_->ada);
  admin_->addCategory("sea", QStringLiteral("Seafaring"));
  admin_->addPerson(f_->ada, QStringLiteral("Ada Quince"));
  admin_->addPerson(f_->bo, QStringLiteral("Bo Quince"));
  f_->rooms.room(tides_).ownMask = Xccos::Permission::kManagerMember;
  admin_->setRole(tides_, Xccos::RoleType::Manager, {f_->ada.bytes()});
}

void TestConsole::start(const QStringList& scripted) {
  options_.account = f_->request;
  options_.commands = scripted;
  printer_ = std::make_unique<Console::Printer>(
      false, [this](const QByteArray& line) { printed_.append(QString::fromUtf8(line)); });
  console_ = std::make_unique<Console::Console>(options_, *f_->client, *printer_);
}

QStringList TestConsole::type(const QStringList& lines) {
  for (const QString& line : lines) {
    console_->enqueue(line);
    settle();
  }
  return matching("ok ") + matching("error ");
}

void TestConsole::runsCommandsInOrder() {
  start();
  for (const char* line : {"sign-in", "", "# a remark", "rooms", "search tide"})
    console_->enqueue(QString::fromLatin1(line));
  settle();
  QCOMPARE(matching("ok "),
           (QStringList{QStringLiteral("ok sign-in"), QStringLiteral("ok rooms"), QStringLiteral("ok search")}));
  QVERIFY(matching("error ").isEmpty());
  QCOMPARE(matching("room ").size(), 1);
  QVERIFY(matching("room ").first().contains(QStringLiteral("\"Tide tables\"")));
  QVERIFY(!matching("found ").isEmpty());
  QVERIFY(matching("step ").size() > 10);
  QCOMPARE(console_->exitStatus(), 0);
}

void TestConsole::commandsOfRooms_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("outcome");
  QTest::addColumn<QString>("printed");
  const auto row = [](const char* line, const char* outcome, const char* printed = "") {
    QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(outcome) << QString::fromLatin1(printed);
  };
  row("open \"Crew rota\"", "ok open", "room-added ma-chan://orchard.example/crew");
  row("open crew", "error open: There is no room");
  row("open", "error open: Use it like this: open ROOM");
  row("follow \"crew ROTA\"", "ok follow");
  row("unfollow ma-chan://orchard.example/tides", "ok unfollow", "room-removed ma-chan://orchard.example/tides");
  row("say \"Tide tables\" High water \"at noon\"", "ok say", "posted [Tide tables] #2");
  row("say \"Crew rota\" hello", "error say: Open or follow");
  row("say \"Tide tables\"", "error say: Use it like this");
  row("history \"Tide tables\"", "ok history", "message [Tide tables] #1");
  row("history \"Tide tables\" 0", "error history: Use it like this");
  row("history \"Tide tables\" many", "error history: Use it like this");
  row("find water", "ok find", "hit [Tide tables] #1");
  row("find water \"Tide tables\"", "ok find", "hit [Tide tables] #1");
  row("members \"Tide tables\"", "ok members", "member sip:bo@orchard.example");
  row("invitations", "ok invitations");
  row("help", "ok help", "help say ROOM TEXT");
  row("dance", "error dance: There is no command \"dance\"");
  row("wait-for", "error wait-for: Use it like this");
  row("wait-for connected", "ok wait-for");
  row("say \"Tide", "error input: A quotation mark is missing.");
}

void TestConsole::commandsOfRooms() {
  QFETCH(QString, line);
  QFETCH(QString, outcome);
  QFETCH(QString, printed);
  start();
  type({QStringLiteral("sign-in")});
  printed_.clear();
  const QStringList outcomes = type({line});
  QCOMPARE(outcomes.size(), 1);
  QVERIFY2(outcomes.first().startsWith(outcome), qPrintable(outcomes.first()));
  QVERIFY2(printed.isEmpty() || !matching(printed.toLatin1()).isEmpty(), qPrintable(printed_.join(QLatin1Char('\n'))));
  QCOMPARE(console_->exitStatus(), outcome.startsWith(QStringLiteral("error")) ? 1 : 0);
}

void TestConsole::commandsOfManagers_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("outcome");
  QTest::addColumn<QString>("printed");
  const auto row = [](const char* line, const char* outcome, const char* printed = "") {
    QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(outcome) << QString::fromLatin1(printed);
  };
  row("categories", "ok categories", "category ma-cat://orchard.example/sea \"Seafaring\"");
  row("create \"Net loft\" in seafaring", "ok create",
      "room-details ma-chan://orchard.example/new-1 \"Net loft\" closed");
  row("create Loft in ma-cat://orchard.example/sea", "ok create", "list-entry member sip:ada@orchard.example");
  row("create Loft in Dockyard", "error create: There is no category \"Dockyard\"");
  row("create Loft at sea", "error create: Use it like this");
  row("room \"Tide tables\"", "ok room", "list-entry manager sip:ada@orchard.example \"Ada Quince\"");
  row("room \"Crew rota\"", "ok room", "room-details ma-chan://orchard.example/crew");
  row("room", "error room: Use it like this");
  row("member add \"Tide tables\" bo@orchard.example", "ok member",
      "list-entry member sip:bo@orchard.example \"Bo Quince\"");
  row("presenter add \"Tide tables\" MA-GRP:0f1e@u.g", "ok presenter", "list-entry presenter ma-grp:0f1e@u.g");
  row("manager rm \"Tide tables\" sip:ada@orchard.example", "ok manager", "room-details");
  row("member add \"Tide tables\" bo", "error member: \"bo\" is not a valid SIP address");
  row("member with \"Tide tables\" bo@orchard.example", "error member: Use it like this");
  row("member add \"Crew rota\" bo@orchard.example", "error member: Only managers change this room.");
  row("disable \"Tide tables\"", "ok disable", "room-details");
  row("enable \"Tide tables\"", "ok enable", "room-details");
  row("disable", "error disable: Use it like this");
  row("help", "ok help", "help create NAME in CATEGORY");
}

void TestConsole::commandsOfManagers() {
  QFETCH(QString, line);
  QFETCH(QString, outcome);
  QFETCH(QString, printed);
  start();
  type({QStringLiteral("sign-in")});
  printed_.clear();
  const QStringList outcomes = type({line});
  QCOMPARE(outcomes.size(), 1);
  QVERIFY2(outcomes.first().startsWith(outcome), qPrintable(outcomes.first()));
  QVERIFY2(printed.isEmpty() || !matching(printed.toLatin1()).isEmpty(), qPrintable(printed_.join(QLatin1Char('\n'))));
}

void TestConsole::commandsOfRequests_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("outcome");
  QTest::addColumn<QString>("printed");
  const auto row = [](const char* line, const char* outcome, const char* printed = "") {
    QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(outcome) << QString::fromLatin1(printed);
  };
  row("ask \"Crew rota\" I sail on Fridays", "ok ask", "asked \"Crew rota\" ada@orchard.example I sail on Fridays");
  row("ask \"Crew rota\"", "ok ask", "asked \"Crew rota\" ada@orchard.example");
  row("ask", "error ask: Use it like this: ask ROOM [WORDS]");
  row("withdraw \"Crew rota\"", "error withdraw: ");  // nothing was asked
  row("requests", "ok requests", "request \"Tide tables\" bo@orchard.example Please");
  row("grant \"Tide tables\" bo@orchard.example", "ok grant");
  row("decline \"Tide tables\" bo@orchard.example", "ok decline");
  row("grant \"Tide tables\" cy@orchard.example", "error grant: ");
  row("grant \"Tide tables\" bo", "error grant: \"bo\" is not a valid SIP address");
  row("grant \"Tide tables\"", "error grant: Use it like this");
  row("help", "ok help", "help ask ROOM [WORDS]");
}

void TestConsole::commandsOfRequests() {
  f_->server->chatSupports = "parlour-joinreq";
  f_->rooms.joinRequests = {{tides_, QStringLiteral("Tide tables"), f_->bo, {}, QStringLiteral("Please"), {}, {}}};
  commandsOfManagers();
}

void TestConsole::requestsAreTold() {
  f_->server->chatSupports = "parlour-joinreq";
  start();
  type({QStringLiteral("sign-in"), QStringLiteral("ask \"Crew rota\"")});
  Xccos::JoinRequest other{tides_, QStringLiteral("Tide tables"), f_->bo, {}, QStringLiteral("Please"), {}, {}};
  f_->rooms.notice(Xccos::JoinRequestNotice{{other}});
  Xccos::JoinRequest mine = f_->rooms.joinRequests.front();
  mine.state = Xccos::JoinRequestState::Granted;
  f_->rooms.notice(Xccos::JoinRequestNotice{{mine}});
  settle();
  QCOMPARE(matching("request-arrived "),
           QStringList{QStringLiteral("request-arrived \"Tide tables\" bo@orchard.example Please")});
  QCOMPARE(matching("request-granted "),
           QStringList{QStringLiteral("request-granted \"Crew rota\" ada@orchard.example")});
}

void TestConsole::aRoomIsCreatedAndStaffed() {
  start();
  type({QStringLiteral("sign-in"), QStringLiteral("create Loft in Seafaring"),
        QStringLiteral("member add ma-chan://orchard.example/new-1 bo@orchard.example"),
        QStringLiteral("disable ma-chan://orchard.example/new-1")});
  QVERIFY(matching("error ").isEmpty());
  const RoomUri loft = testRoom("new-1");
  QCOMPARE(admin_->role(loft, Xccos::RoleType::Member), (QList<QByteArray>{f_->ada.bytes(), f_->bo.bytes()}));
  QCOMPARE(admin_->settings(loft).disabled, std::optional(true));
  QVERIFY(matching("room-details ").last().contains(QStringLiteral("disabled")));
}

void TestConsole::takenOutOfARoom() {
  start();
  type({QStringLiteral("sign-in")});
  f_->rooms.notice(Xccos::ChannelDeletedNotice{{tides_}});
  settle();
  QCOMPARE(matching("room-ended "), QStringList{QStringLiteral("room-ended \"Tide tables\" This room was deleted. What "
                                                               "you read of it stays here until you take it off your "
                                                               "list.")});
}

void TestConsole::watchingTheRoom() {
  f_->server->availability = {{f_->ada, 3500}, {f_->bo, 15500}};
  start();
  QVERIFY(type({QStringLiteral("sign-in"), QStringLiteral("presence busy"), QStringLiteral("watch \"Tide tables\"")})
              .contains(QStringLiteral("ok watch")));
  QVERIFY(f_->server->transcript().contains(QStringLiteral("SERVICE")));
  f_->advanceMs(600);
  f_->server->tellAvailability(f_->bo, 6500);
  f_->server->tellAvailability(f_->bo, 6500);
  settle();
  QCOMPARE(matching("presence "),
           (QStringList{QStringLiteral("presence sip:ada@orchard.example \"Ada Quince\" available"),
                        QStringLiteral("presence sip:bo@orchard.example \"Bo Quince\" away"),
                        QStringLiteral("presence sip:bo@orchard.example \"Bo Quince\" busy")}));
  QVERIFY(matching("error ").isEmpty());
  type({QStringLiteral("presence asleep"), QStringLiteral("watch \"Crew rota\""), QStringLiteral("watch")});
  QCOMPARE(matching("error ").size(), 3);
}

void TestConsole::invitedToARoom() {
  start();
  type({QStringLiteral("sign-in")});
  Xccos::Invitation invitation;
  invitation.domain = "orchard.example";
  for (const quint32 number : {4U, 4U, 5U}) {
    invitation.inviteId = number;
    invitation.room.uri = testRoom(number == 4 ? "crew" : "slip");
    invitation.room.name = QStringLiteral("Crew rota");
    f_->rooms.notice(Xccos::InviteNotice{{invitation}});
  }
  settle();
  QCOMPARE(matching("invited "),
           (QStringList{QStringLiteral("invited ma-chan://orchard.example/crew \"Crew rota\" unknown #4"),
                        QStringLiteral("invited ma-chan://orchard.example/slip \"Crew rota\" unknown #5")}));
}

void TestConsole::disabledRoomsAreFoundByTheirManagers() {
  start();
  type({QStringLiteral("sign-in"), QStringLiteral("create Loft in Seafaring"), QStringLiteral("disable Loft")});
  f_->server->takeTranscript();
  type({QStringLiteral("enable loft")});
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:chanmodify")});
  QVERIFY(matching("error ").isEmpty());
}

void TestConsole::waitForAMessage() {
  start();
  type({QStringLiteral("sign-in")});
  QVERIFY(type({QStringLiteral("wait-for gale")}).filter(QStringLiteral("wait-for")).isEmpty());
  f_->rooms.say(tides_, f_->bo, QStringLiteral("all calm"));
  settle();
  QVERIFY(matching("ok wait-for").isEmpty());
  f_->rooms.say(tides_, f_->bo, QStringLiteral("a gale is coming"));
  settle();
  QCOMPARE(matching("ok wait-for").size(), 1);
  // What has come before counts too.
  QCOMPARE(type({QStringLiteral("wait-for calm")}).count(QStringLiteral("ok wait-for")), 2);
}

void TestConsole::firstFailureEndsAScript_data() {
  QTest::addColumn<QString>("failing");
  QTest::newRow("unknown command") << QStringLiteral("dance");
  QTest::newRow("failing command") << QStringLiteral("open nowhere");
  QTest::newRow("unreadable line") << QStringLiteral("say \"Tide");
}

void TestConsole::firstFailureEndsAScript() {
  QFETCH(QString, failing);
  const QStringList commands{QStringLiteral("sign-in"), failing, QStringLiteral("rooms")};
  start(commands);
  QSignalSpy finished(console_.get(), &Console::Console::finished);
  for (const QString& command : commands) console_->enqueue(command);
  console_->endOfInput();
  settle();
  QTRY_COMPARE(finished.size(), 1);
  QCOMPARE(console_->exitStatus(), 1);
  QVERIFY(!matching("ok ").contains(QStringLiteral("ok rooms")));
  QCOMPARE(f_->client->status().state, Core::ConnectionState::SignedOut);
}

void TestConsole::inputGoesOnAfterAFailure() {
  start();
  const QStringList outcomes = type({QStringLiteral("sign-in"), QStringLiteral("dance"), QStringLiteral("rooms")});
  QVERIFY(outcomes.contains(QStringLiteral("ok rooms")));
  QCOMPARE(console_->exitStatus(), 1);
}

void TestConsole::lateAnswerDoesNotEndTheNextCommand() {
  options_.timeLimitSeconds = 1;
  start();
  type({QStringLiteral("sign-in")});
  f_->rooms.deviate("cmd:chansrch", {0, {}});  // no answer, which the client itself gives up waiting for later
  type({QStringLiteral("search tide")});
  QTRY_COMPARE(matching("error search").size(), 1);
  type({QStringLiteral("wait-for gale 30")});
  f_->advanceMs(120'000);
  settle();
  QVERIFY(matching("ok wait-for").isEmpty());
  QVERIFY(matching("error wait-for").isEmpty());
  f_->rooms.say(tides_, f_->bo, QStringLiteral("a gale is coming"));
  settle();
  QCOMPARE(matching("ok wait-for").size(), 1);
}

void TestConsole::refusedSignIn() {
  f_->server->password = "right";
  f_->request.password = QStringLiteral("wrong");
  start();
  const QStringList outcomes = type({QStringLiteral("sign-in")});
  QCOMPARE(outcomes.size(), 1);
  QVERIFY(outcomes.first().startsWith(QStringLiteral("error sign-in: ")));
  QVERIFY(!printed_.join(QString()).contains(QStringLiteral("wrong\"")));
}

void TestConsole::quitSignsOut() {
  start();
  QSignalSpy finished(console_.get(), &Console::Console::finished);
  type({QStringLiteral("sign-in"), QStringLiteral("quit"), QStringLiteral("rooms")});
  QTRY_COMPARE(finished.size(), 1);
  QCOMPARE(f_->client->status().state, Core::ConnectionState::SignedOut);
  QVERIFY(!matching("ok ").contains(QStringLiteral("ok rooms")));
}

PARLOUR_TEST(TestConsole)

}  // namespace tst_console

#include "tst_console.moc"
