// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_changeannouncer {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

// The harbour, administered by Dot.
ChannelSettings administered() {
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:dot@orchard.example"};
  return settings;
}

void addRoomScripts() {
  QTest::newRow("new properties go to everybody in the room") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: modify tides topic=Neap_tides description=Low_water
      * store
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Neap tides' in seafaring
      S ada: ntc:chanmodify tides 'Tide tables' topic 'Neap tides' in seafaring
      C bo: modify tides topic=Neap_tides
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Neap tides' in seafaring)");
  QTest::newRow("a kick ends in a part for everybody, the member too") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      C cy: join tides
      S cy: rpl:join 200 tides[cy=3984 bo=12276]
      S bo: ntc:join cy tides=3984
      C cy/2: join tides
      S cy/2: rpl:join 200 tides[cy=3984 bo=12276]
      C bo: setroles tides -member=cy
      * store
      S bo: rpl:setroles 200 tides
      S bo: ntc:part tides-cy
      S cy: ntc:part tides-cy
      S cy/2: ntc:part tides-cy
      C bo: post tides Now we are alone
      * store
      S bo: grpchat tides #1 bo: Now we are alone
      C cy: post tides Hello?
      V cy: 403 You have not joined this room.
      S cy: err:grpchat 451 ERROR_USER_NOT_JOINED
      C cy: join tides
      S cy: rpl:join 403)");
}

void addLateAnswerScripts() {
  QTest::newRow("history that comes after the kick is not told") << QStringLiteral(R"(
      C cy: join tides
      S cy: rpl:join 200 tides[cy=3984]
      C cy: post tides one
      * store
      S cy: grpchat tides #1 cy: one
      C bo: setroles tides -member=cy
      * commit
      C cy: recent tides 9
      * store
      S bo: rpl:setroles 200 tides
      S cy: ntc:part tides-cy
      S cy: rpl:bccontext 403)");
  QTest::newRow("nor of a room that is gone") << QStringLiteral(R"(
      C cy: join tides
      S cy: rpl:join 200 tides[cy=3984]
      C dot: delete tides
      * commit
      C cy: recent tides 9
      C cy: post tides Is anybody here?
      * store
      S dot: rpl:chandelete 200 tides
      S cy: ntc:part tides-cy
      S cy: ntc:chandelete tides
      S cy: rpl:bccontext 404
      S cy: err:grpchat 404 ERROR_NO_SUCH_NODE)");
}

void addEndingScripts() {
  QTest::newRow("a disabled room is left by all and stays for its manager") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      C bo: modify tides disabled=true
      * store
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in seafaring disabled
      S ada: ntc:chanmodify tides 'Tide tables' topic 'Spring tides' in seafaring disabled
      S bo: ntc:chanmodify tides 'Tide tables' topic 'Spring tides' in seafaring disabled
      S ada: ntc:part tides-ada,bo
      S bo: ntc:part tides-ada,bo
      C ada: join tides
      S ada: rpl:join 410
      C bo: modify tides disabled=false
      S bo: rpl:chanmodify 403 Only administrators may enable the room "Tide tables" again.
      C dot: modify tides disabled=false
      * store
      S dot: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in seafaring
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984])");
  QTest::newRow("a deleted room") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C dot: delete tides
      * store
      S dot: rpl:chandelete 200 tides
      S ada: ntc:part tides-ada
      S ada: ntc:chandelete tides
      C ada: join tides
      S ada: rpl:join 404
      C dot: delete tides
      S dot: rpl:chandelete 404 There is no such room.)");
  QTest::newRow("an open room that closes is left by who is no member") << QStringLiteral(R"(
      C ada: join lobby
      S ada: rpl:join 200 lobby[ada=3968]
      C cy: join lobby
      S cy: rpl:join 200 lobby[ada=3968 cy=3968]
      S ada: ntc:join cy lobby=3968
      C bo: modify lobby visibility=secret member=ada
      * store
      S bo: rpl:chanmodify 200 lobby 'Lobby' in seafaring secret
      S ada: ntc:chanmodify lobby 'Lobby' in seafaring secret
      S ada: ntc:part lobby-cy
      S cy: ntc:part lobby-cy
      S ada: ntc:perms lobby ada=3984
      S ada: ntc:invite #1 lobby
      C cy: join lobby
      S cy: rpl:join 404)");
}

void addRoleScripts() {
  QTest::newRow("changed permissions") << QStringLiteral(R"(
      C ada: join stage
      S ada: rpl:join 200 stage[ada=3984]
      C cy: join stage
      S cy: rpl:join 200 stage[ada=3984 cy=8080]
      S ada: ntc:join cy stage=8080
      C bo: setroles stage +presenter=ada -presenter=cy +manager=cy
      * store
      S bo: rpl:setroles 200 stage
      S ada: ntc:perms stage ada=8080 cy=12276
      S cy: ntc:perms stage ada=8080 cy=12276
      C cy: post stage Hello
      V cy: 403 Only presenters may post in this room.
      S cy: err:grpchat 403 ERROR_PERMISSION)");
  QTest::newRow("new members are invited at all their endpoints, once") << QStringLiteral(R"(
      C dot: addins
      S dot: rpl:getaddins 200
      C dot/2: addins
      S dot/2: rpl:getaddins 200
      C bo: setroles tides +member=dot
      * store
      S bo: rpl:setroles 200 tides
      S dot: ntc:invite #1 tides
      S dot/2: ntc:invite #1 tides
      C bo: setroles tides -member=dot
      * store
      S bo: rpl:setroles 200 tides
      C bo: setroles tides +member=dot
      * store
      S bo: rpl:setroles 200 tides)");
  QTest::newRow("a creator is at once manager and member") << QStringLiteral(R"(
      C cy: addins
      S cy: rpl:getaddins 200
      C ada: create seafaring name=Crew_rota visibility=secret member=cy
      * store
      S ada: rpl:chancreate 200 new1 'Crew rota' in seafaring secret
      S cy: ntc:invite #1 new1
      C ada: join new1
      S ada: rpl:join 200 new1[ada=12276]
      C cy: join new1
      S cy: rpl:join 200 new1[cy=3984 ada=12276]
      S ada: ntc:join cy new1=3984
      C bo: join new1
      S bo: rpl:join 404)");
}

void addCategoryScripts() {
  QTest::newRow("denial in a category") << QStringLiteral(R"(
      C cy: join tides
      S cy: rpl:join 200 tides[cy=3984]
      C ada: join lobby
      S ada: rpl:join 200 lobby[ada=3968]
      C cy: join lobby
      S cy: rpl:join 200 lobby[ada=3968 cy=3968]
      S ada: ntc:join cy lobby=3968
      C dot: setroles /seafaring +denied=cy
      * store
      S dot: rpl:setroles 200 seafaring
      S cy: ntc:part tides-cy
      S ada: ntc:part lobby-cy
      S cy: ntc:part lobby-cy)");
  QTest::newRow("switches of a category show in its rooms") << QStringLiteral(R"(
      C ada: join whisper
      S ada: rpl:join 200 whisper[ada=3984]
      C dot: modnode quiet invite=on files=false
      * store
      S dot: rpl:nodemodify 200 quiet 'Quiet' invite !files !history
      S ada: ntc:chanmodify whisper 'Whisper' in quiet
      C dot: modnode quiet description=Hush
      * store
      S dot: rpl:nodemodify 200 quiet 'Quiet' invite !files !history
      C dot: delnode quiet
      S dot: rpl:nodedelete 453 The category "Quiet" still holds rooms (1). Delete or move them first.)");
  QTest::newRow("a category comes and goes") << QStringLiteral(R"(
      C bo: newnode name=Workshop
      S bo: rpl:nodecreate 403 Only administrators may create categories.
      C dot: newnode name=Workshop invite=on history=false allowed=everyone creator=crew
      * store
      S dot: rpl:nodecreate 200 new1 'Workshop' invite !files !history
      C dot: delnode new1
      S dot: rpl:nodedelete 404 There is no such category.)");
  QTest::newRow("a move takes out whom the target does not admit") << QStringLiteral(R"(
      C dot: modnode quiet +denied=cy
      * store
      S dot: rpl:nodemodify 200 quiet 'Quiet' !invite files !history
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C cy: join tides
      S cy: rpl:join 200 tides[ada=3984 cy=3984]
      S ada: ntc:join cy tides=3984
      C dot: modify tides parent=quiet
      * store
      S dot: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in quiet
      S ada: ntc:chanmodify tides 'Tide tables' topic 'Spring tides' in quiet
      S ada: ntc:part tides-cy
      S cy: ntc:part tides-cy)");
}

void addPeopleScripts() {
  QTest::newRow("a disabled user leaves everything and the service") << QStringLiteral(R"(
      C ada: bjoin tides lobby vault
      S ada: rpl:bjoin 200 tides[ada=3984] lobby[ada=3968] vault[ada=3984]
      C bo: bjoin tides lobby
      S bo: rpl:bjoin 200 tides[ada=3984 bo=12276] lobby[ada=3968 bo=12276]
      S ada: ntc:bjoin bo tides=12276 lobby=12276
      * disable ada
      * store
      S ada: ntc:part tides-ada
      S bo: ntc:part tides-ada
      S ada: ntc:part lobby-ada
      S bo: ntc:part lobby-ada
      S ada: ntc:part vault-ada
      E ada
      C ada: join lobby
      V ada: 481
      C bo: post tides Bye Ada
      * store
      S bo: grpchat tides #1 bo: Bye Ada)");
  QTest::newRow("whose chat is switched off loses the session") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      * policy off
      * store
      S bo: ntc:part tides-bo
      E bo
      * policy on
      * store
      C cy: join tides
      S cy: rpl:join 200 tides[cy=3984])");
  QTest::newRow("who leaves a group leaves its rooms") << QStringLiteral(R"(
      C ada: bjoin tides lobby
      S ada: rpl:bjoin 200 tides[ada=3984] lobby[ada=3968]
      C cy: join tides
      S cy: rpl:join 200 tides[ada=3984 cy=3984]
      S ada: ntc:join cy tides=3984
      * group crew -ada
      * store
      S ada: ntc:part tides-ada
      S cy: ntc:part tides-ada
      S ada: ntc:part lobby-ada
      * group crew +ada
      * store
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984 cy=3984]
      S cy: ntc:join ada tides=3984)");
}

void addMessageScripts() {
  QTest::newRow("removed and replaced messages") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: post tides one
      C ada: post tides two
      * store
      S ada: grpchat tides #1 ada: one
      S ada: grpchat tides #2 ada: two
      C bo: deletemsg tides 1
      S bo: rpl:deletemsg 403 Only administrators may remove messages.
      C eve: deletemsg tides 1
      S eve: rpl:deletemsg 404 There is no such room.
      C dot: deletemsg tides 1
      * store
      S dot: rpl:deletemsg 200 tides #1
      S ada: ntc:deletemsg tides #1
      C dot: deletemsg tides 2 text=Gone
      * store
      S dot: rpl:deletemsg 200 tides #2
      S ada: ntc:deletemsg tides #2 'Gone'
      C ada/2: join tides
      S ada/2: rpl:join 200 tides[ada=3984]
      C ada/2: recent tides 9
      * store
      S ada/2: rpl:bccontext 200 tides #2)");
  QTest::newRow("purged messages") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: post tides one
      C ada: post tides two
      * store
      S ada: grpchat tides #1 ada: one
      S ada: grpchat tides #2 ada: two
      * purge tides
      * store
      S ada: ntc:deletemsg tides #1 #2
      C ada: recent tides 9
      * store
      S ada: rpl:bccontext 200 tides)");
}

}  // namespace

class TestChangeAnnouncer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void scripts_data();
  void scripts();
  void suppressedRostersOnlyTellWhoLeaves();
};

void TestChangeAnnouncer::scripts_data() {
  QTest::addColumn<QString>("script");
  addRoomScripts();
  addLateAnswerScripts();
  addEndingScripts();
  addRoleScripts();
  addCategoryScripts();
  addPeopleScripts();
  addMessageScripts();
}

void TestChangeAnnouncer::scripts() {
  QFETCH(QString, script);
  Harbour harbour(administered());
  QCOMPARE(Transcript(harbour).play(script), Transcript::tidied(script));
}

void TestChangeAnnouncer::suppressedRostersOnlyTellWhoLeaves() {
  ChannelSettings settings = administered();
  settings.participantUpdateLimit = 2;
  Harbour harbour(settings);
  const QString script = QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      C cy: join tides
      S cy: rpl:join 200 tides[]
      C bo: setroles tides +manager=ada -member=cy
      * store
      S bo: rpl:setroles 200 tides
      S cy: ntc:part tides-cy
      S ada: ntc:perms tides ada=12276)");
  QCOMPARE(Transcript(harbour).play(script), Transcript::tidied(script));
}

PARLOUR_TEST(TestChangeAnnouncer)

}  // namespace tst_changeannouncer

#include "tst_changeannouncer.moc"
