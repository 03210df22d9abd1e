// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/JoinRequestPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_joinrequesthandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

ChannelSettings administeredByEve() {
  ChannelSettings settings = Harbour::defaults();
  settings.administrators = {"sip:eve@orchard.example"};
  return settings;
}

void addAnswers() {
  QTest::newRow("granted: a member with an invitation") << QStringLiteral(R"(
      C bo: requests
      S bo: rpl:getjoinreqs 200
      C dot: requests
      S dot: rpl:getjoinreqs 200
      C dot: ask tides I_sail_on_Sunday
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot 'I sail on Sunday' pending
      S bo: ntc:joinreq tides=Tide tables dot 'I sail on Sunday' pending
      S dot: ntc:joinreq tides=Tide tables dot 'I sail on Sunday' pending
      C bo: grant tides dot
      * store
      S bo: rpl:answerjoinreq 200 tides dot granted
      S dot: ntc:invite #1 tides
      S bo: ntc:joinreq tides=Tide tables dot 'I sail on Sunday' granted
      S dot: ntc:joinreq tides=Tide tables dot 'I sail on Sunday' granted
      C dot: join tides
      S dot: rpl:join 200 tides[dot=3984]
      C bo: requests
      S bo: rpl:getjoinreqs 200)");
  QTest::newRow("declined") << QStringLiteral(R"(
      C dot: requests
      S dot: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      S dot: ntc:joinreq tides=Tide tables dot pending
      C bo: decline tides dot
      * store
      S bo: rpl:answerjoinreq 200 tides dot declined
      S dot: ntc:joinreq tides=Tide tables dot declined
      C bo: decline tides dot
      S bo: rpl:answerjoinreq 409 There is no such request any more. Somebody may have answered it.
      C dot: join tides
      S dot: rpl:join 403)");
  QTest::newRow("withdrawn by the one who asked, and by nobody else") << QStringLiteral(R"(
      C bo: requests
      S bo: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      S bo: ntc:joinreq tides=Tide tables dot pending
      C bo: withdraw tides dot
      S bo: rpl:answerjoinreq 403 Only the one who asked can withdraw a request.
      C dot: withdraw tides dot
      * store
      S dot: rpl:answerjoinreq 200 tides dot withdrawn
      S bo: ntc:joinreq tides=Tide tables dot withdrawn)");
}

void addListing() {
  QTest::newRow("who was away finds it at sign-in; asking again replaces the words") << QStringLiteral(R"(
      C dot: ask tides first
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot 'first' pending
      C dot: ask tides second
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot 'second' pending
      C bo: requests
      S bo: rpl:getjoinreqs 200 tides=Tide tables dot 'second' pending
      C dot: requests
      S dot: rpl:getjoinreqs 200 tides=Tide tables dot 'second' pending
      C ada: requests
      S ada: rpl:getjoinreqs 200
      C ada: grant tides dot
      S ada: rpl:answerjoinreq 403 Only managers may change this room.)");
  QTest::newRow("sessions that never asked for requests are told of none") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      C bo: grant tides dot
      * store
      S bo: rpl:answerjoinreq 200 tides dot granted
      S dot: ntc:invite #1 tides)");
}

void addOtherEnds() {
  QTest::newRow("made a member in the usual way") << QStringLiteral(R"(
      C dot: requests
      S dot: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      S dot: ntc:joinreq tides=Tide tables dot pending
      C bo: setroles tides +member=dot
      * store
      S bo: rpl:setroles 200 tides
      S dot: ntc:invite #1 tides
      S dot: ntc:joinreq tides=Tide tables dot granted)");
  QTest::newRow("a room that opens lets everybody in") << QStringLiteral(R"(
      C dot: requests
      S dot: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      S dot: ntc:joinreq tides=Tide tables dot pending
      C bo: modify tides visibility=open
      * store
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in seafaring open
      S dot: ntc:joinreq tides=Tide tables dot granted)");
  QTest::newRow("a room that becomes secret is not named any more") << QStringLiteral(R"(
      C dot: requests
      S dot: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      S dot: ntc:joinreq tides=Tide tables dot pending
      C bo: modify tides visibility=secret
      * store
      S bo: rpl:chanmodify 200 tides 'Tide tables' topic 'Spring tides' in seafaring secret
      S dot: ntc:joinreq tides dot declined)");
  QTest::newRow("a room that is deleted") << QStringLiteral(R"(
      C dot: requests
      S dot: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      S dot: ntc:joinreq tides=Tide tables dot pending
      C eve: delete tides
      * store
      S eve: rpl:chandelete 200 tides
      S dot: ntc:joinreq tides dot declined)");
  QTest::newRow("administrators answer where no manager can") << QStringLiteral(R"(
      C eve: requests
      S eve: rpl:getjoinreqs 200
      C dot: ask tides
      * store
      S dot: rpl:joinreq 200 tides=Tide tables dot pending
      C dot: ask logbook
      * store
      S dot: rpl:joinreq 200 logbook=Logbook dot pending
      S eve: ntc:joinreq logbook=Logbook dot pending
      C eve: requests
      S eve: rpl:getjoinreqs 200 logbook=Logbook dot pending)");
}

}  // namespace

class TestJoinRequestHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void conversations_data();
  void conversations();
  void refusals_data();
  void refusals();
  void tooManyRequests();
  void staysAfterARestart();
};

void TestJoinRequestHandler::conversations_data() {
  QTest::addColumn<QString>("script");
  addAnswers();
  addListing();
  addOtherEnds();
}

void TestJoinRequestHandler::conversations() {
  QFETCH(QString, script);
  Harbour harbour(administeredByEve());
  QCOMPARE(Transcript(harbour).play(script), Transcript::tidied(script));
}

void TestJoinRequestHandler::refusals_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("answer");
  const auto row = [](const char* line, const QString& answer) {
    QTest::newRow(line) << QString::fromUtf8(line) << answer;
  };
  const QString absent = QStringLiteral("404 There is no such room.");
  row("C ada: ask tides", QStringLiteral("400 You are a member of this room already."));
  row("C dot: ask lobby", QStringLiteral("400 You are a member of this room already."));
  row("C bo: ask attic", QStringLiteral("410 This room is disabled."));
  row("C dot: ask vault", QStringLiteral("403 You may manage this room, but only its members may enter. Add yourself "
                                         "as a member first."));
  row("C bo: ask vault", absent);
  row("C hal: ask tides", absent);
  row("C dot: ask nowhere", absent);
  row("C dot: grant tides dot", QStringLiteral("403 Only managers may change this room."));
  row("C cy: grant vault dot", absent);
  row("C bo: grant tides nobody",
      QStringLiteral("409 There is no such request any more. Somebody may have answered it."));
  row("C bo: reopen tides dot", QStringLiteral("400 A request can be granted, declined or withdrawn."));
  const QByteArray longest(257, 'a');
  QTest::newRow("words too long") << QString::fromUtf8("C dot: ask tides " + longest)
                                  << QStringLiteral(
                                         "400 The text of a request is too long: at most 256 characters are allowed.");
}

void TestJoinRequestHandler::refusals() {
  QFETCH(QString, line);
  QFETCH(QString, answer);
  Harbour harbour;
  const QString played = Transcript(harbour).play(line + QStringLiteral("\n* store"));
  QVERIFY2(played.contains(QLatin1Char(' ') + answer), qPrintable(played));
  QVERIFY(harbour.store.changes().empty());
}

void TestJoinRequestHandler::tooManyRequests() {
  Snapshot snapshot = harbourSnapshot();
  for (size_t i = 0; i <= kMaxRequestsPerUser; ++i) {
    Room room = snapshot.rooms.front();
    room.id = 500 + static_cast<RoomId>(i);
    room.name = QStringLiteral("Berth %1").arg(i);
    room.uri = Harbour::room("berth" + QByteArray::number(i));
    snapshot.rooms.push_back(room);
    if (i < kMaxRequestsPerUser) snapshot.joinRequests.push_back({Dot, room.id, {}, Timestamp{static_cast<qint64>(i)}});
  }
  const ChannelState state(snapshot);
  const Actor dot{Dot, "sip:dot@orchard.example", false};
  const auto refusalTo = [&](const QByteArray& room) {
    const Plan plan = askToJoin(state, dot, Harbour::room(room), QStringLiteral("please"), Timestamp{1});
    const auto* refused = std::get_if<Refusal>(&plan);
    return refused ? refused->reason : QString();
  };
  QCOMPARE(refusalTo("berth50"), QStringLiteral("You have asked to join 50 rooms already. Wait for an answer, or "
                                                "withdraw a request."));
  QCOMPARE(refusalTo("berth7"), QString());
}

void TestJoinRequestHandler::staysAfterARestart() {
  Harbour first;
  Transcript(first).play(QStringLiteral("C dot: ask tides\n* store"));
  Harbour second(Harbour::defaults(), *first.store.load());
  const QString script = QStringLiteral(R"(
      C bo: requests
      S bo: rpl:getjoinreqs 200 tides=Tide tables dot pending)");
  QCOMPARE(Transcript(second).play(script), Transcript::tidied(script));
}

PARLOUR_TEST(TestJoinRequestHandler)

}  // namespace tst_joinrequesthandler

#include "tst_joinrequesthandler.moc"
