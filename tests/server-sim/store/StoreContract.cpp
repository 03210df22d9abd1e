// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/store/StoreContract.h"

#include <QTest>
#include <algorithm>
#include <map>

#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server {
namespace {

constexpr EnvId kLongEnvId = 0x9a3b'0000'0000'0001;
constexpr qint64 kMinuteOfClockMs = 60'000;

using Ids = std::vector<ChatId>;

}  // namespace

void StoreContract::init() {
  store_ = makeStore(clock_, loop_);
  QVERIFY(store_);
  const auto snapshot = store_->load();
  QVERIFY2(snapshot.ok(), snapshot ? "" : qPrintable(snapshot.error().detail));
  tides_ = roomIn(*snapshot, QStringLiteral("tides"));
  deck_ = roomIn(*snapshot, QStringLiteral("deck"));
  ada_ = principalIn(*snapshot, "sip:ada@");
  bo_ = principalIn(*snapshot, "sip:bo@");
  cy_ = principalIn(*snapshot, "sip:cy@");
  QVERIFY(tides_ > 0 && deck_ > 0 && ada_ > 0 && bo_ > 0 && cy_ > 0);
}

void StoreContract::cleanup() { store_.reset(); }

NewPost StoreContract::postOf(const QByteArray& text, PrincipalId author) const {
  NewPost post;
  post.room = tides_;
  post.author = author == 0 ? ada_ : author;
  post.chat = text;
  return post;
}

PostReceipt StoreContract::mustPost(const NewPost& post) { return mustPostTogether({post}).at(0); }

std::vector<PostReceipt> StoreContract::mustPostTogether(const std::vector<NewPost>& posts) {
  std::vector<PostReceipt> receipts(posts.size());
  size_t answered = 0;
  for (size_t i = 0; i < posts.size(); ++i) {
    store_->appendPost(posts[i], [&receipts, &answered, i](const Result<PostReceipt>& receipt) {
      ++answered;
      if (receipt) receipts[i] = *receipt;
    });
  }
  if (!loop_.runUntil([&] { return answered == posts.size(); })) qCritical("A post was not answered.");
  return receipts;
}

HistoryQuery StoreContract::everythingIn(RoomId room) {
  HistoryQuery query;
  query.room = room;
  return query;
}

HistoryPage StoreContract::mustRead(const HistoryQuery& query) {
  Answer<HistoryPage> answer(loop_);
  store_->history(query, answer.callback());
  const auto page = answer.wait();
  if (!page) qCritical("History failed: %s", qPrintable(page.error().text + page.error().detail));
  return page ? *page : HistoryPage{};
}

Ids StoreContract::idsOf(const HistoryPage& page) const {
  Ids ids;
  for (const StoredMessage& message : page.messages) ids.push_back(message.chatId);
  return ids;
}

void StoreContract::numbersAreDenseAndTimesRise() {
  Timestamp last;
  for (ChatId expected = 1; expected <= 20; ++expected) {
    const PostReceipt receipt = mustPost(postOf("one of many"));
    QCOMPARE(receipt.chatId, expected);
    QVERIFY(receipt.time > last);
    QVERIFY(!receipt.repeated);
    last = receipt.time;
  }
  QCOMPARE(store_->waitingPosts(), size_t(0));
  const auto snapshot = store_->load();
  QVERIFY(snapshot);
  QCOMPARE(snapshot->rooms.at(0).lastChatId, ChatId(20));
  QCOMPARE(snapshot->rooms.at(0).lastTime, last);
}

void StoreContract::timesRiseWhenTheClockGoesBack() {
  const PostReceipt first = mustPost(postOf("before"));
  clock_.advanceMs(-60 * kMinuteOfClockMs);
  const PostReceipt second = mustPost(postOf("after"));
  QCOMPARE(second.time.ticks, first.time.ticks + 1);
  store_ = reopen(std::move(store_), clock_, loop_);
  QCOMPARE(mustPost(postOf("restarted")).time.ticks, first.time.ticks + 2);
  clock_.advanceMs(61 * kMinuteOfClockMs);
  QCOMPARE(mustPost(postOf("caught up")).time, clock_.now());
}

void StoreContract::postsOfOneMomentShareAnAnswer() {
  const size_t before = loop_.closuresRun();
  const auto receipts = mustPostTogether(std::vector<NewPost>(200, postOf("together")));
  Ids ids;
  for (const auto& receipt : receipts) ids.push_back(receipt.chatId);
  QVERIFY(std::is_sorted(ids.begin(), ids.end()));
  QCOMPARE(ids.front(), ChatId(1));
  QCOMPARE(ids.back(), ChatId(200));
  QVERIFY2(loop_.closuresRun() - before < 100, "posts that wait together are answered together");
}

void StoreContract::repeatIsAcknowledgedAgain() {
  NewPost post = postOf("Cast off at half past?");
  post.epid = "01ab";
  post.envId = kLongEnvId;
  const PostReceipt first = mustPost(post);
  mustPost(postOf("in between", bo_));
  clock_.advanceMs(6 * 24 * 60 * kMinuteOfClockMs);
  const PostReceipt again = mustPost(post);
  QVERIFY(again.repeated);
  QCOMPARE(again.chatId, first.chatId);
  QCOMPARE(again.time, first.time);
  post.epid = "02cd";
  QCOMPARE(mustPost(post).chatId, ChatId(3));
  post.author = bo_;
  QCOMPARE(mustPost(post).chatId, ChatId(4));
  post.envId = 0;
  QCOMPARE(mustPost(post).chatId, ChatId(5));
  QCOMPARE(mustPost(post).chatId, ChatId(6));
  QCOMPARE(mustRead(everythingIn(tides_)).messages.size(), size_t(6));
}

void StoreContract::repeatInTheSameMomentIsOnePost() {
  NewPost post = postOf("twice");
  post.epid = "01ab";
  post.envId = kLongEnvId;
  const auto receipts = mustPostTogether({post, postOf("between", bo_), post, post});
  QCOMPARE(receipts[0].chatId, ChatId(1));
  QCOMPARE(receipts[1].chatId, ChatId(2));
  QVERIFY(!receipts[0].repeated && receipts[2].repeated && receipts[3].repeated);
  QCOMPARE(receipts[3].chatId, ChatId(1));
  QCOMPARE(idsOf(mustRead(everythingIn(tides_))), (Ids{1, 2}));
}

void StoreContract::repeatSurvivesARestart() {
  NewPost post = postOf("once");
  post.epid = "01ab";
  post.envId = ~EnvId{0};
  QCOMPARE(mustPost(post).chatId, ChatId(1));
  store_ = reopen(std::move(store_), clock_, loop_);
  QVERIFY(mustPost(post).repeated);
  QCOMPARE(mustPost(postOf("next")).chatId, ChatId(2));
}

void StoreContract::sameNumberWithOtherTextIsNew() {
  NewPost post = postOf("hello");
  post.epid = "01ab";
  post.envId = kLongEnvId;
  mustPost(post);
  post.chat = "hello again";
  const PostReceipt other = mustPost(post);
  QVERIFY(!other.repeated);
  QCOMPARE(other.chatId, ChatId(2));
  QCOMPARE(mustPost(post).chatId, ChatId(2));
}

void StoreContract::shortNumbersRepeatOnlyForAWhile() {
  NewPost post = postOf("hi");
  post.epid = "01ab";
  post.envId = 1804289383;
  mustPost(post);
  clock_.advanceMs(9 * kMinuteOfClockMs);
  QVERIFY(mustPost(post).repeated);
  clock_.advanceMs(2 * kMinuteOfClockMs);
  const PostReceipt restarted = mustPost(post);
  QVERIFY(!restarted.repeated);
  QCOMPARE(restarted.chatId, ChatId(2));
}

void StoreContract::unknownRoomOrAuthorRefusesOnlyThatPost() {
  std::vector<Result<PostReceipt>> results;
  const auto note = [&](const Result<PostReceipt>& receipt) { results.push_back(receipt); };
  NewPost nowhere = postOf("nowhere");
  nowhere.room = 4'000;
  store_->appendPost(postOf("first"), note);
  store_->appendPost(nowhere, note);
  store_->appendPost(postOf("by nobody", 4'000), note);
  store_->appendPost(postOf("last"), note);
  QVERIFY(loop_.runUntil([&] { return results.size() == 4; }));
  QCOMPARE(results[0].value().chatId, ChatId(1));
  QCOMPARE(results[1].error().code, ErrorCode::NotFound);
  QCOMPARE(results[2].error().code, ErrorCode::NotFound);
  QCOMPARE(results[3].value().chatId, ChatId(2));
  QCOMPARE(store_->waitingPosts(), size_t(0));
}

void StoreContract::roomWithoutHistoryGivesNumbersOnly() {
  NewPost post = postOf("fleeting");
  post.room = deck_;
  post.keep = false;
  post.epid = "01ab";
  post.envId = kLongEnvId;
  QCOMPARE(mustPost(post).chatId, ChatId(1));
  QVERIFY(mustPost(post).repeated);
  post.envId += 1;
  QCOMPARE(mustPost(post).chatId, ChatId(2));
  HistoryQuery query = everythingIn(deck_);
  QVERIFY(mustRead(query).messages.empty());
  query.text = QStringLiteral("fleeting");
  QVERIFY(mustRead(query).messages.empty());
  store_ = reopen(std::move(store_), clock_, loop_);
  post.envId += 1;
  QCOMPARE(mustPost(post).chatId, ChatId(3));
}

void StoreContract::contentComesBackAsPosted() {
  NewPost post = postOf(QByteArray("Gale \xf0\x9f\x8c\xac\r\n<b>&amp; '\"; DROP TABLE messages;--", 47), bo_);
  post.alert = true;
  post.rtf = "{\\rtf1\\ansi{\\b Gale}}";
  const PostReceipt receipt = mustPost(post);
  mustPost(postOf(QByteArray("nul\0inside", 10)));
  const HistoryPage page = mustRead(everythingIn(tides_));
  QCOMPARE(page.room, tides_);
  QCOMPARE(page.messages.size(), size_t(2));
  const StoredMessage& message = page.messages.front();
  QCOMPARE(message.chatId, receipt.chatId);
  QCOMPARE(message.time, receipt.time);
  QCOMPARE(message.author, bo_);
  QVERIFY(message.alert);
  QCOMPARE(message.chat, post.chat);
  QCOMPARE(message.rtf, post.rtf);
  QCOMPARE(page.messages.back().chat, QByteArray("nul\0inside", 10));
  QVERIFY(page.messages.back().rtf.isEmpty());
}

void StoreContract::pages_data() {
  QTest::addColumn<int>("before");
  QTest::addColumn<int>("after");
  QTest::addColumn<bool>("newestFirst");
  QTest::addColumn<int>("limit");
  QTest::addColumn<int>("first");
  QTest::addColumn<int>("last");
  QTest::addColumn<bool>("truncated");
  QTest::newRow("newest") << 0 << 0 << true << 4 << 7 << 10 << true;
  QTest::newRow("all, exactly") << 0 << 0 << true << 10 << 1 << 10 << false;
  QTest::newRow("all, one short") << 0 << 0 << true << 9 << 2 << 10 << true;
  QTest::newRow("older than 7") << 7 << 0 << true << 4 << 3 << 6 << true;
  QTest::newRow("older than 4") << 4 << 0 << true << 4 << 1 << 3 << false;
  QTest::newRow("oldest") << 0 << 0 << false << 4 << 1 << 4 << true;
  QTest::newRow("newer than 4, oldest first") << 0 << 4 << false << 3 << 5 << 7 << true;
  QTest::newRow("newer than 7, oldest first") << 0 << 7 << false << 3 << 8 << 10 << false;
  QTest::newRow("a gap") << 8 << 4 << true << 30 << 5 << 7 << false;
  QTest::newRow("a gap from its end") << 8 << 4 << true << 2 << 6 << 7 << true;
  QTest::newRow("nothing newer") << 0 << 10 << false << 3 << 0 << -1 << false;
  QTest::newRow("nothing older") << 1 << 0 << true << 3 << 0 << -1 << false;
  QTest::newRow("crossed") << 3 << 8 << true << 3 << 0 << -1 << false;
  QTest::newRow("limit 0") << 0 << 0 << true << 0 << 0 << -1 << false;
  QTest::newRow("limit below 0") << 0 << 0 << true << -5 << 0 << -1 << false;
}

void StoreContract::pages() {
  QFETCH(int, before);
  QFETCH(int, after);
  QFETCH(bool, newestFirst);
  QFETCH(int, limit);
  QFETCH(int, first);
  QFETCH(int, last);
  QFETCH(bool, truncated);
  NewPost elsewhere = postOf("elsewhere");
  elsewhere.room = deck_;
  for (int i = 0; i < 10; ++i) mustPostTogether({postOf("here"), elsewhere});
  HistoryQuery query = everythingIn(tides_);
  if (before > 0) query.before = static_cast<ChatId>(before);
  if (after > 0) query.after = static_cast<ChatId>(after);
  query.newestFirst = newestFirst;
  query.limit = limit;
  const HistoryPage page = mustRead(query);
  Ids expected;
  for (int id = first; id <= last; ++id) expected.push_back(static_cast<ChatId>(id));
  QCOMPARE(idsOf(page), expected);
  QCOMPARE(page.truncated, truncated);
}

void StoreContract::pageByTime_data() {
  QTest::addColumn<int>("fromMinute");  // message n was sent at minute n; 0: open
  QTest::addColumn<int>("toMinute");
  QTest::addColumn<int>("first");
  QTest::addColumn<int>("last");
  QTest::newRow("from") << 7 << 0 << 7 << 10;
  QTest::newRow("to") << 0 << 3 << 1 << 3;
  QTest::newRow("window") << 4 << 6 << 4 << 6;
  QTest::newRow("one") << 5 << 5 << 5 << 5;
  QTest::newRow("before everything") << -5 << -2 << 0 << -1;
  QTest::newRow("after everything") << 20 << 0 << 0 << -1;
  QTest::newRow("everything") << -5 << 99 << 1 << 10;
  QTest::newRow("crossed") << 6 << 4 << 0 << -1;
}

void StoreContract::pageByTime() {
  QFETCH(int, fromMinute);
  QFETCH(int, toMinute);
  QFETCH(int, first);
  QFETCH(int, last);
  const Timestamp start = clock_.now();
  for (int i = 0; i < 10; ++i) {
    clock_.advanceMs(kMinuteOfClockMs);
    mustPost(postOf("tick"));
  }
  const auto minute = [start](int n) { return Timestamp{start.ticks + n * kMinuteOfClockMs * Timestamp::kPerMs}; };
  HistoryQuery query = everythingIn(tides_);
  if (fromMinute != 0) query.from = minute(fromMinute);
  if (toMinute != 0) query.to = minute(toMinute);
  Ids expected;
  for (int id = first; id <= last; ++id) expected.push_back(static_cast<ChatId>(id));
  QCOMPARE(idsOf(mustRead(query)), expected);
  query.text = QStringLiteral("tick");
  QCOMPARE(idsOf(mustRead(query)), expected);
}

void StoreContract::pageOfAuthors() {
  for (int i = 0; i < 4; ++i) mustPostTogether({postOf("a", ada_), postOf("b", bo_), postOf("c", cy_)});
  HistoryQuery query = everythingIn(tides_);
  query.authors = {bo_};
  QCOMPARE(idsOf(mustRead(query)), (Ids{2, 5, 8, 11}));
  query.limit = 2;
  const HistoryPage newest = mustRead(query);
  QCOMPARE(idsOf(newest), (Ids{8, 11}));
  QVERIFY(newest.truncated);
  query.authors = {cy_, bo_, cy_};
  query.newestFirst = false;
  query.limit = 3;
  QCOMPARE(idsOf(mustRead(query)), (Ids{2, 3, 5}));
  query.authors = {4'000};
  QVERIFY(mustRead(query).messages.empty());
}

}  // namespace Parlour::Server
