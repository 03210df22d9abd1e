// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
#include <QTest>

#include "server-sim/channel/ChannelState.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_channelservice {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

// The bytes of everything sent to a session, without the numbers of the envelopes.
QByteArrayList bodiesFor(Harbour& harbour, SessionId session) {
  static const QRegularExpression envelopeNumber(QStringLiteral("envid=\"[0-9]+\""));
  QByteArrayList bodies;
  for (const Delivery& delivery : harbour.sink.takeFor(session)) {
    bodies.append(QString::fromUtf8(*delivery.envelope).remove(envelopeNumber).toUtf8());
  }
  return bodies;
}

}  // namespace

class TestChannelService : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whoMayOpen_data();
  void whoMayOpen();
  void sessionsPerUser();
  void closingEndsThings();
  void invisibleEqualsAbsent_data();
  void invisibleEqualsAbsent();
  void unsupportedCommands_data();
  void unsupportedCommands();
  void hostileBodies_data();
  void hostileBodies();
  void severalCommandsInOneEnvelope();
  void tooManyCommands();
  void envelopeNumbersAreLargeAndRise();
  void storeAnswersAfterTheEnd();
  void lastMessageIsKnown();
};

void TestChannelService::whoMayOpen_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<bool>("may");
  QTest::newRow("user") << QByteArray("ada") << true;
  QTest::newRow("without rooms") << QByteArray("hal") << true;
  QTest::newRow("without policy") << QByteArray("fin") << false;
  QTest::newRow("disabled") << QByteArray("gus") << false;
  QTest::newRow("unknown") << QByteArray("stranger") << false;
}

void TestChannelService::whoMayOpen() {
  QFETCH(QByteArray, user);
  QFETCH(bool, may);
  Harbour harbour;
  QCOMPARE(harbour.service.mayOpen(Harbour::address(user)).ok(), may);
  QCOMPARE(harbour.open(user) != 0, may);
  QCOMPARE(harbour.service.sessionCount(), size_t(may ? 1 : 0));
}

void TestChannelService::sessionsPerUser() {
  ChannelSettings settings = Harbour::defaults();
  settings.sessionsPerUser = 2;
  Harbour harbour(settings);
  const SessionId first = harbour.open("ada");
  const SessionId second = harbour.open("ada");
  QVERIFY(first != 0 && second != 0 && first != second);
  QVERIFY(harbour.service.mayOpen(Harbour::address("ada")).error().code == ErrorCode::LimitExceeded);
  QCOMPARE(harbour.open("ada"), SessionId(0));
  QVERIFY(harbour.open("bo") != 0);
  harbour.service.close(first);
  const SessionId third = harbour.open("ada");
  QVERIFY(third != 0 && third != first);
}

void TestChannelService::closingEndsThings() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.service.close(ada);
  harbour.service.close(ada);
  harbour.service.close(999);
  QCOMPARE(harbour.service.sessionCount(), size_t(0));
  QCOMPARE(harbour.join(ada, "tides").status, 481);
  const SessionId bo = harbour.open("bo");
  harbour.sink.deliveries.clear();
  harbour.join(bo, "tides");
  QCOMPARE(describe(*harbour.sink.deliveries.at(0).envelope), QByteArray("rpl:join 200 tides[bo=12276]"));
}

void TestChannelService::invisibleEqualsAbsent_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("invisible");
  QTest::newRow("secret room") << QByteArray("bo") << QByteArray("vault");
  QTest::newRow("out of scope, closed") << QByteArray("eve") << QByteArray("tides");
  QTest::newRow("out of scope, open") << QByteArray("ada") << QByteArray("far");
  QTest::newRow("denied, disabled") << QByteArray("hal") << QByteArray("attic");
}

void TestChannelService::invisibleEqualsAbsent() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, invisible);
  Harbour harbour;
  const SessionId session = harbour.open(user);
  const auto probe = [&](const QByteArray& key) {
    const RoomUri room = Harbour::room(key);
    Xccos::BackchatQuery fromStart;
    fromStart.start = 0;
    const Xccos::Command commands[] = {Xccos::Join{{0, room}},
                                       Xccos::BatchJoin{{{0, room}}},
                                       Xccos::Part{room},
                                       Xccos::BackchatContext{room, 25},
                                       Xccos::BackchatByMessage{{room}, fromStart},
                                       Xccos::BackchatQueryCommand{{room}, {}},
                                       Xccos::GetChannelInfo{room, {}},
                                       Xccos::GetUsers{room}};
    for (const Xccos::Command& command : commands) harbour.send(session, command);
    const InfoVerdict verdict = harbour.post(session, key, "Hello?");
    harbour.store.run();
    QByteArray all = bodiesFor(harbour, session).join('\n') + QByteArray::number(verdict.status) + verdict.phrase;
    return all.replace(key, "KEY");
  };
  const QByteArray absent = probe("nowhere");
  QCOMPARE(absent.count('\n'), 8);
  QCOMPARE(probe(invisible), absent);
}

void TestChannelService::unsupportedCommands_data() {
  QTest::addColumn<Xccos::Command>("command");
  QTest::addColumn<QByteArray>("replyId");
  const Xccos::FileTokenRequest file{Harbour::room("tides"), QStringLiteral("a.txt")};
  QTest::newRow("upload token") << Xccos::Command(Xccos::GetUploadToken{file}) << QByteArray("rpl:getftok");
  QTest::newRow("download token") << Xccos::Command(Xccos::GetDownloadToken{file}) << QByteArray("rpl:getftok");
  QTest::newRow("never heard of") << Xccos::Command(Xccos::UnknownCommand{"cmd:fly"}) << QByteArray("rpl:fly");
}

void TestChannelService::unsupportedCommands() {
  QFETCH(Xccos::Command, command);
  QFETCH(QByteArray, replyId);
  Harbour harbour;
  const SessionId bo = harbour.open("bo");
  QCOMPARE(harbour.send(bo, command).status, 200);
  QCOMPARE(harbour.sink.deliveries.size(), size_t(1));
  const auto envelope = Xccos::parse(*harbour.sink.deliveries.front().envelope);
  const Xccos::Reply& reply = envelope->replies()->front().message;
  QCOMPARE(Xccos::messageId(reply), replyId);
  QCOMPARE(Xccos::headerOf(reply).code, 405);
  QCOMPARE(Xccos::headerOf(reply).text, QStringLiteral("ERROR_MSG_NOT_SUPPORTED"));
  QCOMPARE(Xccos::headerOf(reply).commandEnvId, harbour.lastEnvId);
}

void TestChannelService::hostileBodies_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QByteArray>("answer");
  const QByteArray open = "<xccos ver=\"1\" envid=\"7\" xmlns=\"urn:parlano:xml:ns:xccos\">";
  const QByteArray bad = "err:parse 400 ERROR_INVALID_ARGUMENT";
  const QByteArray tooMuch = "err:parse 413 ERROR_LIMIT_EXCEEDED";
  QTest::newRow("nothing") << QByteArray() << bad;
  QTest::newRow("no XML") << QByteArray("hello") << bad;
  QTest::newRow("zeros") << QByteArray(1'000, '\0') << bad;
  QTest::newRow("cut in the middle") << open + "<cmd id=\"cmd:join\" seqid=\"1\"><da" << bad;
  QTest::newRow("entities") << "<!DOCTYPE x [<!ENTITY a \"b\">]>" + open + "&a;</xccos>" << bad;
  QTest::newRow("room address that is none")
      << open + "<cmd id=\"cmd:part\" seqid=\"1\"><data><chanib uri=\"http://x\"/></data></cmd></xccos>" << bad;
  QTest::newRow("too deep") << open + QByteArray("<x>").repeated(500) + QByteArray("</x>").repeated(500) + "</xccos>"
                            << tooMuch;
  QTest::newRow("too long") << open + QByteArray(1'100'000, ' ') + "</xccos>" << tooMuch;
  QTest::newRow("a reply") << open + "<rpl id=\"rpl:part\" seqid=\"1\"><commandid seqid=\"1\" envid=\"1\"/>" +
                                  "<resp code=\"500\">E</resp></rpl></xccos>"
                           << QByteArray("err:general 400 ERROR_INVALID_ARGUMENT");
}

void TestChannelService::hostileBodies() {
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, answer);
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  QCOMPARE(harbour.service.receive(ada, body).status, 200);
  QCOMPARE(harbour.sink.deliveries.size(), size_t(1));
  QCOMPARE(describe(*harbour.sink.deliveries.front().envelope), answer);
  QCOMPARE(harbour.ask<Xccos::JoinReply>(ada, Xccos::Join{{0, Harbour::room("tides")}}).header.code, 200);
}

void TestChannelService::severalCommandsInOneEnvelope() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  Xccos::Envelope envelope = Xccos::Envelope::ofCommand(77, Xccos::Join{{0, Harbour::room("tides")}});
  auto& commands = std::get<Xccos::Envelope::Commands>(envelope.content);
  commands.push_back({2, Xccos::Part{Harbour::room("tides")}});
  harbour.service.receive(ada, Xccos::serialize(envelope));
  QCOMPARE(harbour.sink.deliveries.size(), size_t(2));
  QCOMPARE(describe(*harbour.sink.deliveries[0].envelope), QByteArray("rpl:join 200 tides[ada=3984]"));
  const auto second = Xccos::parse(*harbour.sink.deliveries[1].envelope);
  const Xccos::ReplyHeader header = Xccos::headerOf(second->replies()->front().message);
  QCOMPARE(header.commandEnvId, EnvId(77));
  QCOMPARE(header.commandSeqId, 2U);
  QCOMPARE(header.code, 200);
}

void TestChannelService::tooManyCommands() {
  ChannelSettings settings = Harbour::defaults();
  settings.commandsPerSecond = 10;
  settings.commandBurst = 3;
  Harbour harbour(settings);
  const SessionId ada = harbour.open("ada");
  const SessionId bo = harbour.open("bo");
  for (int i = 0; i < 3; ++i) QCOMPARE(harbour.send(ada, Xccos::RequestUri{}).status, 200);
  harbour.sink.deliveries.clear();
  const InfoVerdict verdict = harbour.send(ada, Xccos::RequestUri{});
  QCOMPARE(verdict.status, 503);
  QVERIFY(verdict.retryAfterSeconds >= 1);
  QVERIFY(harbour.sink.deliveries.empty());
  QCOMPARE(harbour.send(bo, Xccos::RequestUri{}).status, 200);
  harbour.clock.advanceMs(100);
  QCOMPARE(harbour.send(ada, Xccos::RequestUri{}).status, 200);
  QCOMPARE(harbour.send(ada, Xccos::RequestUri{}).status, 503);
}

void TestChannelService::envelopeNumbersAreLargeAndRise() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  EnvId last = 1'000'000;
  for (int i = 0; i < 5; ++i) {
    harbour.send(ada, Xccos::RequestUri{});
    const EnvId next = Xccos::parse(*harbour.sink.deliveries.back().envelope)->envId;
    QVERIFY(next > last);
    last = next;
  }
}

void TestChannelService::storeAnswersAfterTheEnd() {
  FakeClock clock;
  MemoryStore store(clock);
  RecordingSink sink;
  {
    ChannelService service(Harbour::defaults(), harbourSnapshot(), store, sink, clock);
    const SessionId ada = service.open(Harbour::address("ada"), "e1");
    const Xccos::BackchatContext command{Harbour::room("tides"), 5};
    service.receive(ada, Xccos::serialize(Xccos::Envelope::ofCommand(1, command)));
  }
  store.run();
  QVERIFY(sink.deliveries.empty());
}

void TestChannelService::lastMessageIsKnown() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.post(ada, "tides", "One");
  harbour.post(ada, "tides", "Two");
  harbour.store.run();
  QCOMPARE(harbour.service.state().rooms().find(RoomId(Tides))->lastChatId, ChatId(2));
  QVERIFY(harbour.service.state().rooms().find(RoomId(Tides))->lastTime == harbour.clock.now());
}

PARLOUR_TEST(TestChannelService)

}  // namespace tst_channelservice

#include "tst_channelservice.moc"
