// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTest>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/PolicyPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_roomadminhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

ChannelSettings administered() {
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:dot@orchard.example"};
  return settings;
}

// What a client would send to give the tides this topic, having read them at `readOn`.
Xccos::ModifyChannel topic(const QString& text, std::optional<Timestamp> readOn) {
  Xccos::ModifyChannel command;
  command.room.uri = Harbour::room("tides");
  command.room.topic = text;
  command.room.audit = Xccos::Audit{{}, {}, {}, readOn};
  return command;
}

}  // namespace

class TestRoomAdminHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void twoPeopleChangeTheSameRoom();
  void replyShowsTheRoomAsItIs();
  void managerWhoLeavesASecretRoomSeesItNoMore();
  void refusals_data();
  void refusals();
  void repliesOfTierAKeepTheBareConstant();
  void storeFailures_data();
  void storeFailures();
  void addInOfARoom();
  void searchStaysFastWhileManyRoomsChange();
};

void TestRoomAdminHandler::twoPeopleChangeTheSameRoom() {
  Harbour harbour(administered());
  const SessionId bo = harbour.open("bo");
  const SessionId dot = harbour.open("dot");
  const auto first = harbour.ask<Xccos::ModifyChannelReply>(bo, topic(QStringLiteral("Neap"), std::nullopt));
  const Timestamp readOn = *first.room.audit->updatedOn;
  // Both have read the room now; Dot's change comes in while Bo's is being written.
  harbour.send(bo, topic(QStringLiteral("Bo's"), readOn));
  const auto second = harbour.ask<Xccos::ModifyChannelReply>(dot, topic(QStringLiteral("Dot's"), readOn));
  QCOMPARE(second.header.code, 409);
  QCOMPARE(
      second.header.text,
      QStringLiteral("ERROR_DATA_COLLISION: The room \"Tide tables\" was changed meanwhile. Reload it and try again."));
  const auto info = harbour.ask<Xccos::ChannelInfoReply>(dot, Xccos::GetChannelInfo{Harbour::room("tides"), {}});
  QCOMPARE(*info.room.topic, QStringLiteral("Bo's"));
  const auto third =
      harbour.ask<Xccos::ModifyChannelReply>(dot, topic(QStringLiteral("Dot's"), info.room.audit->updatedOn));
  QCOMPARE(third.header.code, 200);
  QCOMPARE(*third.room.topic, QStringLiteral("Dot's"));
  QCOMPARE(third.room.audit->updatedBy, QStringLiteral("sip:dot@orchard.example"));
}

void TestRoomAdminHandler::replyShowsTheRoomAsItIs() {
  Harbour harbour;
  Xccos::CreateChannel command;
  command.room.name = QStringLiteral("Crew rota");
  command.room.parent = *CategoryUri::fromParts("orchard.example", "seafaring");
  command.room.behavior = Xccos::Behavior::Auditorium;
  command.room.visibility = Xccos::Visibility::Private;
  const auto room = harbour.ask<Xccos::CreateChannelReply>(harbour.open("ada"), command).room;
  QCOMPARE(room.uri.domain(), QByteArray("orchard.example"));
  QVERIFY(*room.behavior == Xccos::Behavior::Auditorium && *room.visibility == Xccos::Visibility::Private);
  QVERIFY(*room.invite == Xccos::InviteSetting::Inherit && *room.logged && !*room.filePost && !*room.disabled);
  QCOMPARE(room.audit->createdBy, QStringLiteral("sip:ada@orchard.example"));
  QVERIFY(*room.audit->createdOn == harbour.clock.now());
  QCOMPARE(harbour.store.content().audit.size(), size_t(1));
}

void TestRoomAdminHandler::managerWhoLeavesASecretRoomSeesItNoMore() {
  Harbour harbour;
  const SessionId dot = harbour.open("dot");
  Xccos::ModifyChannel command;
  command.room.uri = Harbour::room("vault");
  Xccos::UserInfo ada;
  ada.uri = "sip:ada@orchard.example";
  command.room.roles = {Xccos::RoleList{Xccos::RoleType::Manager, Xccos::RoleOp::Set, {ada}}};
  const auto reply = harbour.ask<Xccos::ModifyChannelReply>(dot, command);
  QCOMPARE(reply.header.code, 200);
  Xccos::ChanInfo bare;
  bare.uri = Harbour::room("vault");
  QVERIFY(reply.room == bare);
}

void TestRoomAdminHandler::refusals_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("answer");
  const auto row = [](const char* line, const char* answer) {
    QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(answer);
  };
  row("bo: setroles tides +member=eve", "rpl:setroles 456 Eve is not allowed by the category \"Seafaring\".");
  row("bo: setroles tides +allowed=eve", "rpl:setroles 400 A room has lists of members, managers and presenters only.");
  row("bo: modify tides creator=eve", "rpl:chanmodify 400 A room has lists of members, managers and presenters only.");
  row("bo: setroles vault +member=bo", "rpl:setroles 404 There is no such room.");
  row("bo: setroles nowhere +member=bo", "rpl:setroles 404 There is no such room.");
  row("bo: modify vault topic=x", "rpl:chanmodify 404 There is no such room.");
  row("bo: delete vault", "rpl:chandelete 404 There is no such room.");
  row("bo: create quiet name=x", "rpl:chancreate 458 Only creators of the category \"Quiet\" may place rooms there.");
  row("bo: create farshore name=x", "rpl:chancreate 404 There is no such category.");
  row("bo: setroles /quiet +denied=ada", "rpl:setroles 403 Only administrators may change categories.");
  row("bo: setroles /farshore +denied=ada", "rpl:setroles 404 There is no such category.");
  row("dot: setroles /quiet +member=ada",
      "rpl:setroles 400 A category has lists of those allowed, those denied and creators only.");
  row("dot: newnode name=Seafaring", "rpl:nodecreate 452 The name \"Seafaring\" is already in use.");
  row("dot: deletemsg tides 1", "rpl:deletemsg 400 The room \"Tide tables\" has no such message.");
}

void TestRoomAdminHandler::refusals() {
  QFETCH(QString, line);
  QFETCH(QString, answer);
  Harbour harbour(administered());
  const QString who = line.left(line.indexOf(QLatin1Char(':')));
  const QString script = QStringLiteral("C %1\nS %2: %3").arg(line, who, answer);
  QCOMPARE(Transcript(harbour).play(script), script);
  QVERIFY(harbour.store.changes().empty());
}

void TestRoomAdminHandler::repliesOfTierAKeepTheBareConstant() {
  Harbour harbour;
  const SessionId eve = harbour.open("eve");
  const auto join = harbour.ask<Xccos::JoinReply>(eve, Xccos::Join{{0, Harbour::room("tides")}});
  QCOMPARE(join.header.text, QStringLiteral("ERROR_NO_SUCH_NODE"));
  const auto modify = harbour.ask<Xccos::ModifyChannelReply>(eve, topic({}, std::nullopt));
  QCOMPARE(modify.header.text, QStringLiteral("ERROR_NO_SUCH_NODE: There is no such room."));
}

void TestRoomAdminHandler::storeFailures_data() {
  QTest::addColumn<int>("error");
  QTest::addColumn<QString>("text");
  const auto row = [](const char* name, ErrorCode error, const char* text) {
    QTest::newRow(name) << static_cast<int>(error) << QString::fromUtf8(text);
  };
  row("disk", ErrorCode::Storage, "ERROR_DATABASE_CONNECTION");
  row("queue full", ErrorCode::Busy, "ERROR_BUSY");
  row("changed behind our back", ErrorCode::Conflict, "ERROR_DATA_COLLISION");
  row("gone behind our back", ErrorCode::NotFound, "ERROR_DATA_COLLISION");
  row("reads only", ErrorCode::NotSupported, "ERROR_MSG_NOT_SUPPORTED");
  row("anything else", ErrorCode::Internal, "ERROR_UNKNOWN");
}

void TestRoomAdminHandler::storeFailures() {
  QFETCH(int, error);
  QFETCH(QString, text);
  Harbour harbour;
  harbour.store.failWith(Error::make(static_cast<ErrorCode>(error), QStringLiteral("no")));
  const auto reply = harbour.ask<Xccos::ModifyChannelReply>(harbour.open("bo"), topic({}, std::nullopt));
  QCOMPARE(reply.header.text, text);
  QCOMPARE(harbour.service.state().rooms().find(RoomId(Tides))->topic, QStringLiteral("Spring tides"));
}

void TestRoomAdminHandler::addInOfARoom() {
  Harbour harbour(administered());
  const AddInDraft clock{{}, QStringLiteral("Tide clock"), QStringLiteral("https://tools.orchard.example/clock")};
  QByteArray guid;
  harbour.service.changes().submit(
      [&](const ChannelState& state) { return saveAddIn(state, localAdministrator(), clock, harbour.clock.now()); },
      [&](const Outcome& outcome) { guid = outcome.set.addIns.at(0).guid; });
  harbour.store.run();
  const QString script = QStringLiteral(R"(
      C bo: addins
      S bo: rpl:getaddins 200 Tide clock=https://tools.orchard.example/clock
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: modify tides addin=%1
      * store
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in seafaring [Tide clock]
      S ada: ntc:chanmodify tides 'Tide tables' topic 'Spring tides' in seafaring [Tide clock]
      C bo: modify tides addin=00000000-0000-0000-0000-000000000000
      * store
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in seafaring
      S ada: ntc:chanmodify tides 'Tide tables' topic 'Spring tides' in seafaring)")
                             .arg(QString::fromUtf8(guid));
  QCOMPARE(Transcript(harbour).play(script), Transcript::tidied(script));
}

// 5,000 rooms, of which one is renamed before each search: no index is built anew.
void TestRoomAdminHandler::searchStaysFastWhileManyRoomsChange() {
  Snapshot snapshot = harbourSnapshot();
  for (RoomId id = 100; id < 5'100; ++id) {
    Room room = snapshot.rooms.front();
    room.id = id;
    room.uri = Harbour::room("r" + QByteArray::number(id));
    room.name = QStringLiteral("Room %1").arg(id);
    snapshot.rooms.push_back(room);
  }
  Harbour harbour(Harbour::defaults(), snapshot);
  const SessionId bo = harbour.open("bo");
  Xccos::ChannelSearch search;
  search.filter.criteria = QStringLiteral("renamed");
  std::vector<qint64> searched;
  for (RoomId id = 100; id < 120; ++id) {
    ChangeSet set;
    set.rooms.push_back(*harbour.service.state().rooms().find(id));
    set.rooms.back().name = QStringLiteral("Renamed %1").arg(id);
    harbour.service.changes().submit([&](const ChannelState&) { return Plan(set); }, [](const Outcome&) {});
    harbour.store.run();
    QElapsedTimer timer;
    timer.start();
    const auto found = harbour.ask<Xccos::ChannelSearchReply>(bo, search);
    searched.push_back(timer.nsecsElapsed());
    QCOMPARE(found.rooms.size(), static_cast<size_t>(id - 99));
  }
  std::sort(searched.begin(), searched.end());
  qInfo("median of a search among 5,000 rooms: %.2f ms", static_cast<double>(searched[10]) / 1e6);
  QVERIFY(searched[10] < 50'000'000);
}

PARLOUR_TEST(TestRoomAdminHandler)

}  // namespace tst_roomadminhandler

#include "tst_roomadminhandler.moc"
