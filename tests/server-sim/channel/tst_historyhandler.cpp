// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/HistoryHandler.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Transcript.h"

namespace tst_historyhandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

// A harbour whose tides already have `count` messages when the service starts.
struct OldHarbour {
  explicit OldHarbour(int count, ChannelSettings settings = Harbour::defaults())
      : harbour(std::move(settings), snapshotWith(static_cast<ChatId>(count))) {
    for (int i = 1; i <= count; ++i) harbour.store.addPast(Tides, Bo, QByteArray::number(i), harbour.clock.now());
  }
  static Snapshot snapshotWith(ChatId last) {
    Snapshot snapshot = harbourSnapshot();
    for (Room& room : snapshot.rooms) {
      if (room.id == Tides) room.lastChatId = last;
    }
    return snapshot;
  }
  Xccos::BackchatContextReply recent(SessionId session, const QByteArray& key, quint32 count) {
    return harbour.ask<Xccos::BackchatContextReply>(session, Xccos::BackchatContext{Harbour::room(key), count});
  }
  // Sessions of their own, all asking before the store answers any.
  std::vector<SessionId> askTogether(const std::vector<quint32>& counts) {
    std::vector<SessionId> sessions;
    for (const quint32 count : counts) {
      sessions.push_back(harbour.open("ada", "e" + QByteArray::number(sessions.size())));
      harbour.send(sessions.back(), Xccos::BackchatContext{Harbour::room("tides"), count});
    }
    return sessions;
  }
  // In the one envelope that the session got; -1: it got none.
  qsizetype messagesFor(SessionId session) {
    const std::vector<Delivery> got = harbour.sink.takeFor(session);
    return got.size() == 1 ? got.front().envelope->count("<msg ") : -1;
  }
  Harbour harbour;
};

std::vector<ChatId> numbersOf(const Xccos::BackchatContextReply& reply) {
  std::vector<ChatId> numbers;
  for (const auto& message : reply.rooms.at(0).messages) numbers.push_back(message.chatId);
  return numbers;
}

void addLiveScripts() {
  QTest::newRow("what came live since the join is not in the history") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: post tides Live
      * store
      S ada: grpchat tides #4 ada: Live
      C ada: recent tides 25
      * store
      S ada: rpl:bccontext 200 tides #1 #2 #3)");
  QTest::newRow("another endpoint has its own boundary") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: post tides Live
      * store
      S ada: grpchat tides #4 ada: Live
      C ada/2: join tides
      S ada/2: rpl:join 200 tides[ada=3984]
      C ada/2: recent tides 2
      * store
      S ada/2: rpl:bccontext 200 tides #3 #4)");
  QTest::newRow("joining again moves it up") << QStringLiteral(R"(
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: post tides Live
      * store
      S ada: grpchat tides #4 ada: Live
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984]
      C ada: recent tides 2
      * store
      S ada: rpl:bccontext 200 tides #3 #4)");
}

void addInFlightScripts() {
  QTest::newRow("committed before the join, fanned out after it") << QStringLiteral(R"(
      C bo: join tides
      S bo: rpl:join 200 tides[bo=12276]
      C bo: post tides In flight
      * commit
      C ada: join tides
      S ada: rpl:join 200 tides[ada=3984 bo=12276]
      S bo: ntc:join ada tides=3984
      * store
      S bo: grpchat tides #4 bo: In flight
      S ada: grpchat tides #4 bo: In flight
      C ada: recent tides 25
      * store
      S ada: rpl:bccontext 200 tides #1 #2 #3)");
}

}  // namespace

class TestHistoryHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void counts_data();
  void counts();
  void messagesAreWhole();
  void boundary_data();
  void boundary();
  void notJoinedReadsToTheEnd();
  void permissions_data();
  void permissions();
  void largeRepliesLoseTheOldest();
  void pageKeepsTheSearchesStart();
  void storeFailureIsReported();
  void answerAfterCloseIsDropped();
  void whoAsksMeanwhileWaitsForThePage();
  void whoLeftIsWaitedForNoMore();
  void aFailureIsTheFirstOnesAlone();
};

void TestHistoryHandler::counts_data() {
  QTest::addColumn<quint32>("asked");
  QTest::addColumn<int>("limit");
  QTest::newRow("default") << 0U << 30;
  QTest::newRow("as asked") << 25U << 25;
  QTest::newRow("server limit") << 5'000U << 999;
  QTest::newRow("largest number") << 4'294'967'295U << 999;
}

void TestHistoryHandler::counts() {
  QFETCH(quint32, asked);
  QFETCH(int, limit);
  OldHarbour old(1'100);
  const SessionId ada = old.harbour.open("ada");
  old.harbour.join(ada, "tides");
  const auto reply = old.recent(ada, "tides", asked);
  QCOMPARE(old.harbour.store.historyQueries().at(0).limit, limit);
  const auto numbers = numbersOf(reply);
  QCOMPARE(numbers.size(), static_cast<size_t>(limit));
  QCOMPARE(numbers.back(), ChatId(1'100));
  QCOMPARE(numbers.front(), ChatId(1'101 - limit));
}

void TestHistoryHandler::messagesAreWhole() {
  OldHarbour old(1);
  const auto reply = old.recent(old.harbour.open("ada"), "tides", 1);
  const Xccos::ChatMessage& message = reply.rooms.at(0).messages.at(0);
  QCOMPARE(message.chanUri, Harbour::room("tides"));
  QCOMPARE(message.author, Harbour::address("bo"));
  QCOMPARE(message.authDisp, QByteArray("Bo"));
  QCOMPARE(message.chat, QByteArray("1"));
  QVERIFY(message.ts == old.harbour.clock.now());
  QCOMPARE(message.isAlert(), false);
}

void TestHistoryHandler::boundary_data() {
  QTest::addColumn<QString>("script");
  addLiveScripts();
  addInFlightScripts();
}

void TestHistoryHandler::boundary() {
  QFETCH(QString, script);
  OldHarbour old(3);
  QCOMPARE(Transcript(old.harbour).play(script), Transcript::tidied(script));
}

void TestHistoryHandler::notJoinedReadsToTheEnd() {
  OldHarbour old(3);
  const SessionId bo = old.harbour.open("bo");
  old.harbour.join(bo, "tides");
  old.harbour.post(bo, "tides", "Newest");
  old.harbour.store.run();
  QCOMPARE(numbersOf(old.recent(old.harbour.open("ada"), "tides", 25)), (std::vector<ChatId>{1, 2, 3, 4}));
}

void TestHistoryHandler::permissions_data() {
  QTest::addColumn<QByteArray>("user");
  QTest::addColumn<QByteArray>("room");
  QTest::addColumn<int>("code");
  QTest::newRow("member, not joined") << QByteArray("cy") << QByteArray("tides") << 200;
  QTest::newRow("in scope only") << QByteArray("dot") << QByteArray("tides") << 403;
  QTest::newRow("open room, not joined") << QByteArray("dot") << QByteArray("lobby") << 200;
  QTest::newRow("manager of a secret room, no member") << QByteArray("dot") << QByteArray("vault") << 403;
  QTest::newRow("secret room") << QByteArray("cy") << QByteArray("vault") << 404;
  QTest::newRow("no such room") << QByteArray("cy") << QByteArray("nowhere") << 404;
  QTest::newRow("disabled room") << QByteArray("ada") << QByteArray("attic") << 410;
  QTest::newRow("history off") << QByteArray("ada") << QByteArray("whisper") << 200;
}

void TestHistoryHandler::permissions() {
  QFETCH(QByteArray, user);
  QFETCH(QByteArray, room);
  QFETCH(int, code);
  OldHarbour old(1);
  QCOMPARE(old.recent(old.harbour.open(user), room, 25).header.code, code);
}

void TestHistoryHandler::largeRepliesLoseTheOldest() {
  ChannelSettings settings = Harbour::defaults();
  settings.replyBytes = 3'000;
  OldHarbour old(50, settings);
  const SessionId ada = old.harbour.open("ada");
  old.harbour.send(ada, Xccos::BackchatContext{Harbour::room("tides"), 50});
  old.harbour.store.run();
  const QByteArray body = *old.harbour.sink.deliveries.back().envelope;
  QVERIFY(body.size() < 3'500);
  const auto reply = std::get<Xccos::BackchatContextReply>(Xccos::parse(body)->replies()->front().message);
  const auto numbers = numbersOf(reply);
  QVERIFY(numbers.size() > 5 && numbers.size() < 50);
  QCOMPARE(numbers.back(), ChatId(50));
  QCOMPARE(numbers.front(), ChatId(51 - numbers.size()));
}

void TestHistoryHandler::pageKeepsTheSearchesStart() {
  Harbour harbour;
  RecordingSink sink;
  const ChannelContext context(Harbour::defaults(), harbourSnapshot(), harbour.store, sink, harbour.clock);
  const Room* room = context.state.rooms().find(RoomId(Tides));
  HistoryPage page{Tides, {}, false};
  for (ChatId id = 1; id <= 10; ++id) page.messages.push_back({id, harbour.clock.now(), Bo, false, "text", {}});
  const EncodedPage whole = encodeHistoryPage(context, *room, page, true, 100'000);
  QCOMPARE(whole.fragments.size(), size_t(10));
  QVERIFY(!whole.truncated);
  const EncodedPage newest = encodeHistoryPage(context, *room, page, true, whole.bytes / 2);
  QVERIFY(newest.truncated && newest.fragments.size() < 10);
  QCOMPARE(newest.fragments.back(), whole.fragments.back());
  const EncodedPage oldest = encodeHistoryPage(context, *room, page, false, whole.bytes / 2);
  QVERIFY(oldest.truncated && oldest.fragments.size() < 10);
  QCOMPARE(oldest.fragments.front(), whole.fragments.front());
}

void TestHistoryHandler::storeFailureIsReported() {
  OldHarbour old(3);
  old.harbour.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("no")));
  QCOMPARE(old.recent(old.harbour.open("ada"), "tides", 25).header.code, 502);
}

void TestHistoryHandler::answerAfterCloseIsDropped() {
  OldHarbour old(3);
  const SessionId ada = old.harbour.open("ada");
  old.harbour.send(ada, Xccos::BackchatContext{Harbour::room("tides"), 25});
  old.harbour.service.close(ada);
  old.harbour.store.run();
  QVERIFY(old.harbour.sink.deliveries.empty());
}

void TestHistoryHandler::whoAsksMeanwhileWaitsForThePage() {
  OldHarbour old(30);
  const std::vector<SessionId> sessions = old.askTogether({25, 25, 28});
  QCOMPARE(old.harbour.store.historyQueries().size(), size_t(1));
  old.harbour.store.run();
  QCOMPARE(old.messagesFor(sessions[0]), 25);
  QCOMPARE(old.messagesFor(sessions[1]), 25);
  QCOMPARE(old.messagesFor(sessions[2]), 28);
  QCOMPARE(old.harbour.store.historyQueries().size(), size_t(2));  // only the longer one was not in the first page
}

void TestHistoryHandler::whoLeftIsWaitedForNoMore() {
  OldHarbour old(30);
  const std::vector<SessionId> sessions = old.askTogether({25, 25, 25});
  old.harbour.service.close(sessions[0]);
  old.harbour.service.close(sessions[1]);
  old.harbour.store.run();
  QCOMPARE(old.messagesFor(sessions[0]), -1);
  QCOMPARE(old.messagesFor(sessions[1]), -1);
  QCOMPARE(old.messagesFor(sessions[2]), 25);
}

void TestHistoryHandler::aFailureIsTheFirstOnesAlone() {
  OldHarbour old(30);
  old.harbour.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("no")));
  const std::vector<SessionId> sessions = old.askTogether({25, 25});
  old.harbour.store.run();
  QCOMPARE(old.messagesFor(sessions[0]), 0);
  QCOMPARE(old.harbour.store.historyQueries().size(), size_t(2));
}

PARLOUR_TEST(TestHistoryHandler)

}  // namespace tst_historyhandler

#include "tst_historyhandler.moc"
