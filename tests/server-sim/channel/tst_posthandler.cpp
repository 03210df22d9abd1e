// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_posthandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

void addRuleScripts() {
  QTest::newRow("everybody in the room hears it, the author too, under his own name") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada/2: join tides
      S ada/2: rpl:join 200 tides[ada=3984]
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      S ada/2: ntc:join bo tides=12276
      C dot: join lobby
      S dot: rpl:join 200 lobby[dot=3968]
      C ada: post tides Low water at six.
      * store
      S ada: grpchat tides #1 ada: Low water at six.
      S ada/2: grpchat tides #1 ada: Low water at six.
      S bo: grpchat tides #1 ada: Low water at six.)");
  QTest::newRow("refusals reach the SIP layer and the client") << QStringLiteral(R"(
      C cy: post tides Not joined
      V cy: 403 You have not joined this room.
      S cy: err:grpchat 451 ERROR_USER_NOT_JOINED
      C cy: post vault Invisible
      V cy: 404 There is no such room.
      S cy: err:grpchat 404 ERROR_NO_SUCH_NODE
      C cy: post nowhere Absent
      V cy: 404 There is no such room.
      S cy: err:grpchat 404 ERROR_NO_SUCH_NODE
      C ada: post attic Disabled
      V ada: 410 This room is disabled.
      S ada: err:grpchat 410 ERROR_NODE_DISABLED
      C ada: join stage
      S ada: rpl:join 200 stage[ada=3984]
      C ada: post stage No presenter
      V ada: 403 Only presenters may post in this room.
      S ada: err:grpchat 403 ERROR_PERMISSION
      * store)");
  QTest::newRow("presenters post in an auditorium, managers do not") << QStringLiteral(R"(
      C bo: join stage
      S bo: rpl:join 200 stage[bo=12276]
      C cy: join stage
      S cy: rpl:join 200 stage[cy=8080 bo=12276]
      S bo: ntc:join cy stage=8080
      C cy: post stage Welcome
      * store
      S bo: grpchat stage #1 cy: Welcome
      S cy: grpchat stage #1 cy: Welcome
      C bo: post stage Me too
      V bo: 403 Only presenters may post in this room.
      S bo: err:grpchat 403 ERROR_PERMISSION)");
}

void addRepeatScripts() {
  QTest::newRow("a repeat is echoed to its poster alone") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      C ada: post tides Once
      * store
      S ada: grpchat tides #1 ada: Once
      S bo: grpchat tides #1 ada: Once
      * repeat ada tides Once
      * store
      S ada: grpchat tides #1 ada: Once
      C ada: post tides Twice
      * store
      S ada: grpchat tides #2 ada: Twice
      S bo: grpchat tides #2 ada: Twice)");
  QTest::newRow("a repeat before the first commit is stored once") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      C ada: post tides Once
      * repeat ada tides Once
      * store
      S ada: grpchat tides #1 ada: Once
      S bo: grpchat tides #1 ada: Once
      S ada: grpchat tides #1 ada: Once)");
  QTest::newRow("a poster who is gone does not stop the post") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984 bo=12276]
      S bo: ntc:join ada tides=3984
      C ada: post tides Last words
      * close ada
      S bo: ntc:part tides-ada
      * store
      S bo: grpchat tides #1 ada: Last words)");
  QTest::newRow("join between commit and fan-out: once live, not in the history") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: post tides First
      * store
      S ada: grpchat tides #1 ada: First
      C ada: post tides Second
      * commit
      C bo: join tides
      S bo: rpl:join 200 tides[ada=3984 bo=12276]
      S ada: ntc:join bo tides=12276
      C bo: recent tides 25
      * store
      S ada: grpchat tides #2 ada: Second
      S bo: grpchat tides #2 ada: Second
      S bo: rpl:bccontext 200 tides #1)");
}

}  // namespace

class TestPostHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void transcripts_data();
  void transcripts();
  void echoCarriesServerFacts();
  void oneBodyForAll();
  void sizes_data();
  void sizes();
  void richTextHasItsLimit();
  void sheddingAsksToRetry();
  void storeThatTakesNothingAsksToRetry();
  void storeFailures_data();
  void storeFailures();
  void historyOffPassesLiveOnly();
  void orderPerRoomIsKept();
  void postersIdentityGoesToTheStore();
};

void TestPostHandler::transcripts_data() {
  QTest::addColumn<QString>("script");
  addRuleScripts();
  addRepeatScripts();
}

void TestPostHandler::transcripts() {
  QFETCH(QString, script);
  Harbour harbour;
  QCOMPARE(Transcript(harbour).play(script), Transcript::tidied(script));
}

void TestPostHandler::echoCarriesServerFacts() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.sink.deliveries.clear();
  harbour.post(ada, "tides", "Gale <warning> & \xC3\xA4ll", true);
  harbour.clock.advanceMs(1234);
  harbour.store.run();
  const auto envelope = Xccos::parse(*harbour.sink.deliveries.at(0).envelope);
  QVERIFY(envelope);
  const Xccos::ChatMessage& chat = *envelope->chat();
  QCOMPARE(chat.author, Harbour::address("ada"));
  QCOMPARE(chat.authDisp, QByteArray("Ada"));
  QCOMPARE(chat.chatId, ChatId(1));
  QVERIFY(chat.ts == harbour.clock.now());
  QVERIFY(chat.isAlert());
  QCOMPARE(chat.chat, QByteArray("Gale <warning> & \xC3\xA4ll"));
  QVERIFY(envelope->envId != harbour.lastEnvId);
}

void TestPostHandler::oneBodyForAll() {
  Harbour harbour;
  for (const char* name : {"ada", "bo", "cy"}) harbour.join(harbour.open(name), "tides");
  harbour.sink.deliveries.clear();
  harbour.post(1, "tides", "Hello");
  harbour.store.run();
  QCOMPARE(harbour.sink.deliveries.size(), size_t(3));
  QCOMPARE(harbour.sink.deliveries[0].envelope, harbour.sink.deliveries[1].envelope);
  QCOMPARE(harbour.sink.deliveries[0].envelope, harbour.sink.deliveries[2].envelope);
}

void TestPostHandler::sizes_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("status");
  const QByteArray umlaut = "\xC3\xA4";
  QTest::newRow("one character") << QByteArray("x") << 200;
  QTest::newRow("empty") << QByteArray() << 400;
  QTest::newRow("blank") << QByteArray(" \r\n\t ") << 400;
  QTest::newRow("at the limit") << QByteArray(8'000, 'x') << 200;
  QTest::newRow("one byte over") << QByteArray(8'001, 'x') << 413;
  QTest::newRow("bytes count, not characters") << umlaut.repeated(4'001) << 413;
  QTest::newRow("story over the message limit") << "[STORY]Title\r\n" + QByteArray(20'000, 'x') << 200;
  QTest::newRow("story at its limit") << "[STORY]" + QByteArray(40'000 - 7, 'x') << 200;
  QTest::newRow("story over its limit") << "[STORY]" + QByteArray(40'000 - 6, 'x') << 413;
  QTest::newRow("story mark not at the start") << " x[STORY]" + QByteArray(8'000, 'x') << 413;
}

void TestPostHandler::sizes() {
  QFETCH(QByteArray, text);
  QFETCH(int, status);
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.sink.deliveries.clear();
  QCOMPARE(harbour.post(ada, "tides", text).status, status);
  harbour.store.run();
  QCOMPARE(harbour.store.accepted().size(), size_t(status == 200 ? 1 : 0));
  QCOMPARE(harbour.sink.deliveries.size(), size_t(1));
  const QByteArray answer = describe(*harbour.sink.deliveries.front().envelope);
  QVERIFY(answer.startsWith(status == 200 ? QByteArray("grpchat") : "err:grpchat " + QByteArray::number(status)));
}

void TestPostHandler::richTextHasItsLimit() {
  ChannelSettings settings = Harbour::defaults();
  settings.richTextSizeLimit = 10;
  Harbour harbour(settings);
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  Xccos::ChatMessage message;
  message.chanUri = Harbour::room("tides");
  message.author = Harbour::address("ada");
  message.ts = harbour.clock.now();
  message.chat = "x";
  message.rtf = QByteArray(10, 'r');
  const auto send = [&](EnvId envId) {
    return harbour.service.receive(ada, Xccos::serialize(Xccos::Envelope::ofChat(envId, message))).status;
  };
  QCOMPARE(send(1), 200);
  message.rtf = QByteArray(11, 'r');
  QCOMPARE(send(2), 413);
}

void TestPostHandler::sheddingAsksToRetry() {
  ChannelSettings settings = Harbour::defaults();
  settings.waitingPostsLimit = 2;
  Harbour harbour(settings);
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.sink.deliveries.clear();
  QCOMPARE(harbour.post(ada, "tides", "1").status, 200);
  QCOMPARE(harbour.post(ada, "tides", "2").status, 200);
  const InfoVerdict verdict = harbour.post(ada, "tides", "3");
  QCOMPARE(verdict.status, 503);
  QVERIFY(verdict.retryAfterSeconds > 0);
  QVERIFY(harbour.sink.deliveries.empty());
  harbour.store.run();
  QCOMPARE(harbour.postAgain(ada, "tides", "3", harbour.lastEnvId).status, 200);
  harbour.store.run();
  QCOMPARE(harbour.sink.deliveries.size(), size_t(3));
  QCOMPARE(describe(*harbour.sink.deliveries.back().envelope), QByteArray("grpchat tides #3 ada: 3"));
}

void TestPostHandler::storeThatTakesNothingAsksToRetry() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.post(ada, "tides", "before");
  harbour.store.run();
  harbour.sink.deliveries.clear();
  StoreHealth failing;
  failing.writable = false;
  failing.retryAfterSeconds = 4;
  harbour.store.setHealth(failing);
  const InfoVerdict verdict = harbour.post(ada, "tides", "now");
  QCOMPARE(verdict.status, 503);
  QCOMPARE(verdict.retryAfterSeconds, 4);
  QCOMPARE(verdict.phrase, QByteArray("Messages cannot be stored at the moment"));
  QVERIFY2(harbour.sink.deliveries.empty(), "503 alone: clients send it again, an error report would end it");
  QCOMPARE(harbour.store.accepted().size(), size_t(1));
  const auto page = harbour.ask<Xccos::BackchatContextReply>(ada, Xccos::BackchatContext{Harbour::room("tides"), 25});
  QCOMPARE(page.header.code, 200);
  harbour.store.setHealth({});
  QCOMPARE(harbour.postAgain(ada, "tides", "now", harbour.lastEnvId).status, 200);
}

void TestPostHandler::storeFailures_data() {
  QTest::addColumn<int>("error");
  QTest::addColumn<QByteArray>("answer");
  QTest::newRow("disk") << static_cast<int>(ErrorCode::Storage)
                        << QByteArray("err:grpchat 502 ERROR_DATABASE_CONNECTION");
  QTest::newRow("queue full") << static_cast<int>(ErrorCode::Busy) << QByteArray("err:grpchat 503 ERROR_BUSY");
  QTest::newRow("room gone") << static_cast<int>(ErrorCode::NotFound)
                             << QByteArray("err:grpchat 404 ERROR_NO_SUCH_NODE");
  QTest::newRow("anything else") << static_cast<int>(ErrorCode::Internal)
                                 << QByteArray("err:grpchat 500 ERROR_UNKNOWN");
}

void TestPostHandler::storeFailures() {
  QFETCH(int, error);
  QFETCH(QByteArray, answer);
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.join(harbour.open("bo"), "tides");
  harbour.sink.deliveries.clear();
  harbour.store.failWith(Error::make(static_cast<ErrorCode>(error), QStringLiteral("no")));
  QCOMPARE(harbour.post(ada, "tides", "Lost").status, 200);
  harbour.store.run();
  QCOMPARE(harbour.sink.deliveries.size(), size_t(1));
  QCOMPARE(harbour.sink.deliveries.front().session, ada);
  QCOMPARE(describe(*harbour.sink.deliveries.front().envelope), answer);
  const auto envelope = Xccos::parse(*harbour.sink.deliveries.front().envelope);
  QCOMPARE(envelope->errors()->front().message.command->envId, harbour.lastEnvId);
}

void TestPostHandler::historyOffPassesLiveOnly() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "whisper");
  harbour.sink.deliveries.clear();
  harbour.post(ada, "whisper", "Psst");
  harbour.store.run();
  QCOMPARE(describe(*harbour.sink.deliveries.at(0).envelope), QByteArray("grpchat whisper #1 ada: Psst"));
  QCOMPARE(harbour.store.accepted().at(0).keep, false);
  const auto recent =
      harbour.ask<Xccos::BackchatContextReply>(ada, Xccos::BackchatContext{Harbour::room("whisper"), 9});
  QCOMPARE(recent.header.code, 200);
  QVERIFY(recent.rooms.at(0).messages.empty());
  QVERIFY(harbour.store.historyQueries().empty());
}

void TestPostHandler::orderPerRoomIsKept() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const SessionId bo = harbour.open("bo");
  for (const SessionId session : {ada, bo}) {
    harbour.join(session, "tides");
    harbour.join(session, "lobby");
  }
  harbour.sink.deliveries.clear();
  for (int i = 0; i < 20; ++i) harbour.post(i % 2 ? ada : bo, i % 3 ? "tides" : "lobby", QByteArray::number(i));
  harbour.store.run();
  std::map<QByteArray, ChatId> last;
  for (const Delivery& delivery : harbour.sink.takeFor(ada)) {
    const auto chat = *Xccos::parse(*delivery.envelope)->chat();
    QCOMPARE(chat.chatId, ++last[chat.chanUri.key()]);
  }
  QCOMPARE(last["tides"] + last["lobby"], ChatId(20));
}

void TestPostHandler::postersIdentityGoesToTheStore() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada", "5be0c1a2d3");
  harbour.join(ada, "tides");
  harbour.post(ada, "tides", "Hello");
  harbour.store.run();
  const NewPost& post = harbour.store.accepted().at(0);
  QCOMPARE(post.author, PrincipalId(Ada));
  QCOMPARE(post.epid, QByteArray("5be0c1a2d3"));
  QCOMPARE(post.envId, harbour.lastEnvId);
  QCOMPARE(post.room, RoomId(Tides));
  QCOMPARE(post.keep, true);
}

PARLOUR_TEST(TestPostHandler)

}  // namespace tst_posthandler

#include "tst_posthandler.moc"
