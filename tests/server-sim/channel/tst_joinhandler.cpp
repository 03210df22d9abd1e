// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/RoomBlocks.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_joinhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

void addJoinScripts() {
  QTest::newRow("join is answered before the others hear of it") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      C bo: part tides
      S bo: rpl:part 200 tides
      S ada: ntc:part tides-bo
      C bo: part tides
      S bo: rpl:part 451)");
  QTest::newRow("second endpoint is not announced and keeps the user in") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984 bo=12276]
      S bo: ntc:join ada tides=3984
      C ada/2: join tides
      S ada/2: rpl:join 200 tides[ada=3984 bo=12276]
      * close ada
      C ada/2: part tides
      S ada/2: rpl:part 200 tides
      S bo: ntc:part tides-ada)");
  QTest::newRow("joining again gives the state again, quietly") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984 bo=12276]
      S bo: ntc:join ada tides=3984
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984 bo=12276])");
}

void addBatchScripts() {
  QTest::newRow("batch: failing rooms are named, nothing else of them") << QStringLiteral(R"(
      C bo: bjoin tides lobby
      S bo: rpl:bjoin 200 tides[bo=12276] lobby[bo=12276]
      C cy: bjoin tides nowhere vault attic logbook far lobby tides
      S cy: rpl:bjoin 200 tides[cy=3984 bo=12276] lobby[cy=3968 bo=12276] !nowhere !vault !attic !logbook !far
      S bo: ntc:bjoin cy tides=3984 lobby=3968)");
  QTest::newRow("batch where all fail") << QStringLiteral(R"(
      C eve: bjoin tides vault nowhere
      S eve: rpl:bjoin 200 !tides !vault !nowhere)");
  QTest::newRow("nobody hears of a room he is not in") << QStringLiteral(R"(
      C bo: join lobby
      S bo: rpl:join 200 lobby[bo=12276]
      C ada: bjoin vault lobby
      S ada: rpl:bjoin 200 vault[ada=3984] lobby[ada=3968 bo=12276]
      S bo: ntc:bjoin ada lobby=3968
      * close ada
      S bo: ntc:part lobby-ada)");
  QTest::newRow("a lost session is one notice for each recipient") << QStringLiteral(R"(
      C bo: bjoin tides lobby logbook
      S bo: rpl:bjoin 200 tides[bo=12276] lobby[bo=12276] logbook[bo=3984]
      C cy: join tides
      S cy: rpl:join 200 tides[cy=3984 bo=12276]
      S bo: ntc:join cy tides=3984
      C ada: bjoin tides lobby logbook
      S ada: rpl:bjoin 200 tides[ada=3984 cy=3984 bo=12276] lobby[ada=3968 bo=12276] logbook[ada=3984 bo=3984]
      S bo: ntc:bjoin ada tides=3984 lobby=3968 logbook=3984
      S cy: ntc:bjoin ada tides=3984
      * close ada
      S bo: ntc:part tides-ada lobby-ada logbook-ada
      S cy: ntc:part tides-ada)");
}

void addPartScripts() {
  QTest::newRow("parting what was never joined tells nothing about secret rooms") << QStringLiteral(R"(
      C cy: part vault
      S cy: rpl:part 404
      C cy: part nowhere
      S cy: rpl:part 404
      C cy: part tides
      S cy: rpl:part 451
      C cy: getusers tides
      S cy: rpl:getusers 451
      C cy: getusers vault
      S cy: rpl:getusers 404)");
}

}  // namespace

class TestJoinHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void transcripts_data();
  void transcripts();
  void joinReplyDescribesTheRoom();
  void rosterStopsAndResumes();
  void noticesAreGatheredWhenManyCome();
  void largeBatchKeepsRoomsButNotLists();
  void wholeRosterOnRequest();
  void tooLargeRosterIsRefused();
  void batchLimits();
  void sharedBodies();
  void joinPermissions_data();
  void joinPermissions();
};

void TestJoinHandler::transcripts_data() {
  QTest::addColumn<QString>("script");
  addJoinScripts();
  addBatchScripts();
  addPartScripts();
}

void TestJoinHandler::transcripts() {
  QFETCH(QString, script);
  Harbour harbour;
  QCOMPARE(Transcript(harbour).play(script), Transcript::tidied(script));
}

void TestJoinHandler::joinPermissions_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("room");
  QTest::addColumn<int>("code");
  QTest::newRow("member through a group") << QByteArray("ada") << QByteArray("tides") << 200;
  QTest::newRow("member") << QByteArray("cy") << QByteArray("tides") << 200;
  QTest::newRow("in scope only") << QByteArray("dot") << QByteArray("tides") << 403;
  QTest::newRow("out of scope") << QByteArray("eve") << QByteArray("tides") << 404;
  QTest::newRow("denied by the category") << QByteArray("hal") << QByteArray("lobby") << 404;
  QTest::newRow("anyone in scope of an open room") << QByteArray("dot") << QByteArray("lobby") << 200;
  QTest::newRow("member of a secret room") << QByteArray("ada") << QByteArray("vault") << 200;
  QTest::newRow("manager of a secret room, no member") << QByteArray("dot") << QByteArray("vault") << 403;
  QTest::newRow("secret room") << QByteArray("bo") << QByteArray("vault") << 404;
  QTest::newRow("no such room") << QByteArray("ada") << QByteArray("nowhere") << 404;
  QTest::newRow("member of a disabled room") << QByteArray("ada") << QByteArray("attic") << 410;
  QTest::newRow("manager of a disabled room") << QByteArray("bo") << QByteArray("attic") << 410;
}

void TestJoinHandler::joinPermissions() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, room);
  QFETCH(int, code);
  Harbour harbour;
  const SessionId session = harbour.open(user);
  const auto reply = harbour.ask<Xccos::JoinReply>(session, Xccos::Join{{0, Harbour::room(room)}});
  QCOMPARE(reply.header.code, code);
  QCOMPARE(reply.rooms.size(), size_t(code == 200 ? 1 : 0));
  QVERIFY(harbour.sink.deliveries.empty());
}

void TestJoinHandler::joinReplyDescribesTheRoom() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const auto reply = harbour.ask<Xccos::JoinReply>(ada, Xccos::Join{{0, Harbour::room("tides")}});
  const Xccos::ChanInfo& room = reply.rooms.at(0);
  QCOMPARE(room.uri, Harbour::room("tides"));
  QCOMPARE(*room.name, QStringLiteral("Tide tables"));
  QCOMPARE(*room.description, QStringLiteral("When the boats can leave"));
  QCOMPARE(*room.topic, QStringLiteral("Spring tides"));
  QCOMPARE(room.parent.key(), QByteArray("seafaring"));
  QCOMPARE(*room.participantCount, 1U);
  QVERIFY(*room.visibility == Xccos::Visibility::Scoped);
  QVERIFY(*room.behavior == Xccos::Behavior::Normal);
  QVERIFY(*room.invite == Xccos::InviteSetting::On);
  QCOMPARE(*room.logged, true);
  QCOMPARE(*room.filePost, false);
  QCOMPARE(*room.disabled, false);
  QCOMPARE(room.audit->createdBy, QStringLiteral("sip:bo@orchard.example"));
  QCOMPARE(reply.users.at(0).uri, QByteArray("sip:ada@orchard.example"));
  QCOMPARE(reply.users.at(0).dispname, QStringLiteral("Ada"));
}

void TestJoinHandler::rosterStopsAndResumes() {
  ChannelSettings settings = Harbour::defaults();
  settings.participantUpdateLimit = 5;
  Harbour harbour(settings, harbourSnapshot(8));
  Transcript transcript(harbour);
  const QString script = QStringLiteral(R"(
      C x0: join lobby
      S x0: rpl:join 200 lobby[x0=3968]
      C x1: join lobby
      S x1: rpl:join 200 lobby[x0=3968 x1=3968]
      S x0: ntc:join x1 lobby=3968
      C x2: join lobby
      S x2: rpl:join 200 lobby[x0=3968 x1=3968 x2=3968]
      S x0: ntc:join x2 lobby=3968
      S x1: ntc:join x2 lobby=3968
      C x3: join lobby
      S x3: rpl:join 200 lobby[x0=3968 x1=3968 x2=3968 x3=3968]
      S x0: ntc:join x3 lobby=3968
      S x1: ntc:join x3 lobby=3968
      S x2: ntc:join x3 lobby=3968
      C x4: join lobby
      S x4: rpl:join 200 lobby[x0=3968 x1=3968 x2=3968 x3=3968 x4=3968]
      S x0: ntc:join x4 lobby=3968
      S x1: ntc:join x4 lobby=3968
      S x2: ntc:join x4 lobby=3968
      S x3: ntc:join x4 lobby=3968
      C x5: join lobby
      S x5: rpl:join 200 lobby[]
      C x5: part lobby
      S x5: rpl:part 200 lobby
      C x0: join lobby
      S x0: rpl:join 200 lobby[]
      C x4: part lobby
      S x4: rpl:part 200 lobby
      C x0: getusers lobby
      S x0: rpl:getusers 200 lobby[x0=3968 x1=3968 x2=3968 x3=3968]
      C x3: part lobby
      S x3: rpl:part 200 lobby
      S x0: ntc:part lobby-x3
      S x1: ntc:part lobby-x3
      S x2: ntc:part lobby-x3
      C x6: join lobby
      S x6: rpl:join 200 lobby[x0=3968 x1=3968 x2=3968 x6=3968]
      S x0: ntc:join x6 lobby=3968
      S x1: ntc:join x6 lobby=3968
      S x2: ntc:join x6 lobby=3968)");
  QCOMPARE(transcript.play(script), Transcript::tidied(script));
}

void TestJoinHandler::noticesAreGatheredWhenManyCome() {
  ChannelSettings settings = Harbour::defaults();
  settings.noticesPerSecond = 1;
  Harbour harbour(settings, harbourSnapshot(8));
  Transcript transcript(harbour);
  const QString script = QStringLiteral(R"(
      C bo: bjoin tides lobby
      S bo: rpl:bjoin 200 tides[bo=12276] lobby[bo=12276]
      C x1: join lobby
      S x1: rpl:join 200 lobby[x1=3968 bo=12276]
      S bo: ntc:join x1 lobby=3968
      C x2: join lobby
      S x2: rpl:join 200 lobby[x1=3968 x2=3968 bo=12276]
      C ada: bjoin tides lobby
      S ada: rpl:bjoin 200 tides[ada=3984 bo=12276] lobby[ada=3968 x1=3968 x2=3968 bo=12276]
      C x1: part lobby
      S x1: rpl:part 200 lobby
      C x3: join lobby
      S x3: rpl:join 200 lobby[ada=3968 x2=3968 x3=3968 bo=12276]
      * close x3
      * tick
      S bo: ntc:part lobby-x1,x3
      S bo: ntc:bjoin ada tides=3984 lobby=3968 x2 lobby=3968
      S x2: ntc:part lobby-x1,x3
      S x2: ntc:bjoin ada lobby=3968
      S ada: ntc:part lobby-x1,x3
      S ada: ntc:bjoin x2 lobby=3968
      * tick)");
  QCOMPARE(transcript.play(script), Transcript::tidied(script));
}

void TestJoinHandler::largeBatchKeepsRoomsButNotLists() {
  Harbour harbour;
  RecordingSink sink;
  ChannelContext context(Harbour::defaults(), harbourSnapshot(), harbour.store, sink, harbour.clock);
  for (const PrincipalId user : {Ada, Bo}) context.participants.enter(Tides, user, 3984, SessionId(user));
  for (const PrincipalId user : {Cy, Dot}) context.participants.enter(Lobby, user, 3968, SessionId(user));
  context.participants.enter(Stage, Ada, 3984, SessionId(Ada));
  RosterMap roster(3);
  Xccos::ChanInfo tides, lobby, stage;
  QVERIFY(roster.add(context, Tides, tides));
  QVERIFY(!roster.add(context, Lobby, lobby));
  QVERIFY(roster.add(context, Stage, stage));
  QVERIFY(lobby.maskMap.empty());
  QCOMPARE(stage.maskMap.at(0).userIds, (std::vector<quint32>{0}));
  const auto users = roster.takeUsers();
  QCOMPARE(users.size(), size_t(2));
  QCOMPARE(users.at(0).dispname, QStringLiteral("Ada"));
}

void TestJoinHandler::wholeRosterOnRequest() {
  Harbour harbour(Harbour::defaults(), harbourSnapshot(200));
  for (int i = 0; i < 200; ++i) harbour.join(harbour.open("x" + QByteArray::number(i)), "lobby");
  harbour.sink.deliveries.clear();
  const SessionId ada = harbour.open("ada");
  const auto joined = harbour.ask<Xccos::JoinReply>(ada, Xccos::Join{{0, Harbour::room("lobby")}});
  QVERIFY(joined.users.empty());
  QVERIFY(joined.rooms.at(0).maskMap.empty());
  QVERIFY(harbour.sink.deliveries.empty());
  const auto whole = harbour.ask<Xccos::GetUsersReply>(ada, Xccos::GetUsers{Harbour::room("lobby")});
  QCOMPARE(whole.users.size(), size_t(201));
  QCOMPARE(whole.rooms.at(0).maskMap.at(0).userIds.size(), size_t(201));
}

void TestJoinHandler::tooLargeRosterIsRefused() {
  ChannelSettings settings = Harbour::defaults();
  settings.replyBytes = 2'000;
  Harbour harbour(settings, harbourSnapshot(100));
  for (int i = 0; i < 100; ++i) harbour.join(harbour.open("x" + QByteArray::number(i)), "lobby");
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "lobby");
  const auto whole = harbour.ask<Xccos::GetUsersReply>(ada, Xccos::GetUsers{Harbour::room("lobby")});
  QCOMPARE(whole.header.code, 459);
}

void TestJoinHandler::batchLimits() {
  ChannelSettings settings = Harbour::defaults();
  settings.roomsPerBatchJoin = 2;
  Harbour harbour(settings);
  const SessionId ada = harbour.open("ada");
  const std::vector<RoomUri> three{Harbour::room("tides"), Harbour::room("lobby"), Harbour::room("stage")};
  QCOMPARE(harbour.ask<Xccos::BatchJoinReply>(ada, Xccos::BatchJoin::of(three)).header.code, 413);
  const std::vector<RoomUri> two{three[0], three[1]};
  QCOMPARE(harbour.ask<Xccos::BatchJoinReply>(ada, Xccos::BatchJoin::of(two)).header.code, 200);
}

void TestJoinHandler::sharedBodies() {
  Harbour harbour;
  for (const char* name : {"ada", "bo", "dot"}) harbour.join(harbour.open(name), "lobby");
  harbour.sink.deliveries.clear();
  harbour.join(harbour.open("cy"), "lobby");
  QCOMPARE(harbour.sink.deliveries.size(), size_t(4));
  QCOMPARE(harbour.sink.deliveries[1].envelope, harbour.sink.deliveries[2].envelope);
  QCOMPARE(harbour.sink.deliveries[1].envelope, harbour.sink.deliveries[3].envelope);
  QVERIFY(harbour.sink.deliveries[0].envelope != harbour.sink.deliveries[1].envelope);
}

PARLOUR_TEST(TestJoinHandler)

}  // namespace tst_joinhandler

#include "tst_joinhandler.moc"
