// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <algorithm>

#include "tests/server-sim/store/ChangeContract.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server {
namespace {

using Ids = std::vector<ChatId>;

constexpr qint64 kMinuteMs = 60'000;

}  // namespace

void ChangeContract::newRoomTakesPosts() {
  ChangeSet set;
  set.rooms = {newRoom("mill")};
  const RoomId mill = mustApply(set).rooms.at(0);
  QCOMPARE(post(mill, "first")->chatId, ChatId(1));
  QCOMPARE(post(mill, "second")->chatId, ChatId(2));
  QCOMPARE(idsIn(mill), (Ids{1, 2}));
  reopen();
  QCOMPARE(roomNamed(QStringLiteral("mill")).lastChatId, ChatId(2));
  QCOMPARE(post(mill, "third")->chatId, ChatId(3));
}

void ChangeContract::removedRoomTakesEverythingWithIt() {
  ChangeSet visit;
  visit.joinRequests = {{cy_, deck_, QStringLiteral("please"), clock_.now()}};
  visit.invitations = {{bo_, roomNamed(QStringLiteral("deck")).uri}};
  mustApply(visit);
  QVERIFY(post(deck_, "herring"));
  QVERIFY(post(deck_, "mackerel"));
  QVERIFY(post(tides_, "herring"));
  ChangeSet set;
  set.removedRooms = {deck_};
  const ChangeReceipt receipt = mustApply(set);
  QCOMPARE(receipt.messagesRemoved, qint64(2));
  QCOMPARE(roomNamed(QStringLiteral("deck")).id, RoomId(0));
  QVERIFY(idsIn(deck_).empty());
  QVERIFY(idsIn(deck_, QStringLiteral("herring")).empty());
  QCOMPARE(idsIn(tides_, QStringLiteral("herring")), Ids{1});
  for (const StoredInvitation& each : invitationsOf(bo_)) QVERIFY(each.room != deck_);
  QVERIFY(snapshot().joinRequests.empty());
  QCOMPARE(post(deck_, "late").error().code, ErrorCode::NotFound);
  reopen();
  QCOMPARE(post(deck_, "later").error().code, ErrorCode::NotFound);
  QCOMPARE(snapshot().rooms.size(), size_t(1));
}

void ChangeContract::addressCanBeUsedAgain() {
  const Room deck = roomNamed(QStringLiteral("deck"));
  QVERIFY(post(deck_, "herring"));
  ChangeSet away;
  away.removedRooms = {deck_};
  mustApply(away);
  ChangeSet again;
  again.rooms = {deck};
  again.rooms[0].id = 0;
  const RoomId fresh = mustApply(again).rooms.at(0);
  QVERIFY2(fresh != deck_, "a number is not given twice");
  QVERIFY(idsIn(fresh).empty());
  QCOMPARE(post(fresh, "new")->chatId, ChatId(1));
}

void ChangeContract::setsAndPostsKeepTheirOrder() {
  std::vector<Result<PostReceipt>> posts;
  std::optional<Result<ChangeReceipt>> removed;
  NewPost post;
  post.room = deck_;
  post.author = ada_;
  post.chat = "herring";
  ChangeSet set;
  set.removedRooms = {deck_};
  const auto note = [&](const Result<PostReceipt>& receipt) { posts.push_back(receipt); };
  store_->appendPost(post, note);
  store_->applyChanges(set, [&](const Result<ChangeReceipt>& receipt) { removed = receipt; });
  store_->appendPost(post, note);
  post.room = tides_;
  store_->appendPost(post, note);
  settle();
  QVERIFY(loop_.runUntil([&] { return posts.size() == 3 && removed.has_value(); }));
  QCOMPARE(posts[0].value().chatId, ChatId(1));
  QCOMPARE(removed->value().messagesRemoved, qint64(1));
  QCOMPARE(posts[1].error().code, ErrorCode::NotFound);
  QCOMPARE(posts[2].value().chatId, ChatId(1));
  QVERIFY(idsIn(deck_).empty());
  QCOMPARE(idsIn(tides_, QStringLiteral("herring")), Ids{1});
}

void ChangeContract::setsAreAnsweredInOrder() {
  for (int i = 0; i < 2'500; ++i) {
    NewPost post;
    post.room = deck_;
    post.author = ada_;
    post.chat = "herring";
    store_->appendPost(post, [](const Result<PostReceipt>&) {});
  }
  std::vector<Result<ChangeReceipt>> answers;
  const auto note = [&](const Result<ChangeReceipt>& receipt) { answers.push_back(receipt); };
  ChangeSet large;
  large.purges = {{deck_, Timestamp{clock_.now().ticks + 5'000 * Timestamp::kPerMs}}};
  ChangeSet small;
  small.rooms = {newRoom("mill")};
  ChangeSet refused;
  refused.removedCategories = {4'000};
  store_->applyChanges(large, note);
  store_->applyChanges(small, note);
  store_->applyChanges(refused, note);
  settle();
  QVERIFY(loop_.runUntil([&] { return answers.size() == 3; }));
  QCOMPARE(answers[0].value().messagesRemoved, qint64(2'500));
  QCOMPARE(answers[1].value().rooms.size(), size_t(1));
  QCOMPARE(answers[2].error().code, ErrorCode::NotFound);
  QVERIFY(idsIn(deck_).empty());
}

void ChangeContract::invitationsAreNumberedPerUser() {
  const auto before = invitationsOf(bo_);
  const quint64 last = before.empty() ? 0 : before.back().number;
  ChangeSet set;
  set.rooms = {newRoom("mill"), newRoom("weir")};
  set.invitations = {
      {bo_, set.rooms[0].uri}, {ada_, set.rooms[0].uri}, {bo_, set.rooms[1].uri}, {bo_, set.rooms[0].uri}};
  clock_.advanceMs(kMinuteMs);
  const ChangeReceipt receipt = mustApply(set);
  QCOMPARE(receipt.invitations.size(), size_t(3));
  QCOMPARE(receipt.invitations[0].user, bo_);
  QCOMPARE(receipt.invitations[0].invitation.number, last + 1);
  QCOMPARE(receipt.invitations[0].invitation.room, receipt.rooms[0]);
  QCOMPARE(receipt.invitations[0].invitation.createdOn, clock_.now());
  QCOMPARE(receipt.invitations[1].user, ada_);
  QCOMPARE(receipt.invitations[2].invitation.number, last + 2);
  ChangeSet again;
  again.invitations = set.invitations;
  QVERIFY(mustApply(again).invitations.empty());
  QCOMPARE(invitationsOf(bo_).size(), before.size() + 2);
  ChangeSet away;
  away.removedRooms = {receipt.rooms[1]};
  mustApply(away);
  QCOMPARE(invitationsOf(bo_).size(), before.size() + 1);
  reopen();
  ChangeSet next;
  next.rooms = {newRoom("lock")};
  next.invitations = {{bo_, next.rooms[0].uri}};
  const auto issued = mustApply(next).invitations;
  QCOMPARE(issued.size(), size_t(1));
  QVERIFY2(issued[0].invitation.number == last + 3, "a number is not given twice");
}

void ChangeContract::requestsToJoin() {
  const Timestamp now = clock_.now();
  const JoinRequest late{ada_, tides_, QStringLiteral("I sail \u2013 'often'"), Timestamp{now.ticks + 2}};
  const JoinRequest early{bo_, deck_, QString(), Timestamp{now.ticks + 1}};
  ChangeSet set;
  set.joinRequests = {late, early};
  mustApply(set);
  QVERIFY(snapshot().joinRequests == (std::vector<JoinRequest>{early, late}));
  ChangeSet again;
  again.joinRequests = {{ada_, tides_, QStringLiteral("again"), Timestamp{now.ticks + 3}}};
  mustApply(again);
  reopen();
  QVERIFY(snapshot().joinRequests == (std::vector<JoinRequest>{early, again.joinRequests[0]}));
  ChangeSet end;
  end.endedJoinRequests = {{ada_, tides_}, {cy_, tides_}};
  mustApply(end);
  QVERIFY(snapshot().joinRequests == std::vector<JoinRequest>{early});
}

void ChangeContract::messagesAreReplaced() {
  NewPost loud;
  loud.room = tides_;
  loud.author = bo_;
  loud.chat = "secret herring";
  loud.rtf = "{\\rtf1 secret herring}";
  const auto receipt = ask<PostReceipt>([&](auto done) { store_->appendPost(loud, done); });
  QVERIFY(receipt && post(tides_, "herring two") && post(tides_, "herring three"));
  ChangeSet set;
  set.messageRemovals = {{tides_, {1, 3, 3, 99}, QByteArray("Removed by the harbour master.")}};
  QCOMPARE(mustApply(set).messagesRemoved, qint64(2));
  HistoryQuery query;
  query.room = tides_;
  const auto page = ask<HistoryPage>([&](auto done) { store_->history(query, done); });
  QCOMPARE(page->messages.size(), size_t(3));
  const StoredMessage& first = page->messages[0];
  QCOMPARE(first.chat, QByteArray("Removed by the harbour master."));
  QVERIFY(first.rtf.isEmpty());
  QCOMPARE(first.author, bo_);
  QCOMPARE(first.time, receipt->time);
  QCOMPARE(page->messages[1].chat, QByteArray("herring two"));
  QCOMPARE(idsIn(tides_, QStringLiteral("herring")), Ids{2});
  QCOMPARE(idsIn(tides_, QStringLiteral("secret")), Ids{});
  QCOMPARE(idsIn(tides_, QStringLiteral("harbour")), (Ids{1, 3}));
}

void ChangeContract::messagesAreRemoved() {
  for (int i = 0; i < 6; ++i) QVERIFY(post(tides_, "herring " + QByteArray::number(i)));
  ChangeSet set;
  set.messageRemovals = {{tides_, {6, 2, 3, 0, 7, ~ChatId(0)}, std::nullopt}};
  QCOMPARE(mustApply(set).messagesRemoved, qint64(3));
  QCOMPARE(idsIn(tides_), (Ids{1, 4, 5}));
  QCOMPARE(idsIn(tides_, QStringLiteral("herring")), (Ids{1, 4, 5}));
  QCOMPARE(mustApply(set).messagesRemoved, qint64(0));
  reopen();
  QCOMPARE(post(tides_, "next")->chatId, ChatId(7));
}

// A hold keeps what it names, whoever wants to take it and in which way, and nothing else.
void ChangeContract::holdsKeepMessages() {
  std::vector<Timestamp> times;
  for (int i = 0; i < 4; ++i) {
    clock_.advanceMs(kMinuteMs);
    times.push_back(post(tides_, "herring " + QByteArray::number(i))->time);
  }
  QVERIFY(post(deck_, "rope"));
  const LegalHold third{QStringLiteral("Case 7"), tides_, 0,       times[2], times[2],
                        QStringLiteral("court"),  "root", times[0]};
  const LegalHold author{QStringLiteral("case 8"), 0, cy_, {}, {}, {}, "root", times[0]};
  ChangeSet hold;
  hold.holds = {third, author};
  mustApply(hold);
  QCOMPARE(ask<ChangeReceipt>([&](auto done) { store_->applyChanges(hold, done); }).error().code, ErrorCode::Conflict);
  reopen();
  QVERIFY(snapshot().holds == (std::vector<LegalHold>{third, author}));
  ChangeSet removal;
  ChangeSet replacement;
  ChangeSet purge;
  ChangeSet room;
  removal.messageRemovals = {{tides_, {1, 3}, std::nullopt}};
  replacement.messageRemovals = {{tides_, {3}, QByteArray("Gone.")}};
  purge.purges = {{tides_, Timestamp{times[2].ticks + 1}}};
  room.removedRooms = {tides_};
  for (const ChangeSet* set : {&removal, &replacement, &purge, &room}) {
    const auto refused = ask<ChangeReceipt>([&](auto done) { store_->applyChanges(*set, done); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(refused.error().text.contains(QStringLiteral("Case 7")));
  }
  QCOMPARE(idsIn(tides_), (Ids{1, 2, 3, 4}));
  ChangeSet fine;
  fine.purges = {{tides_, times[2]}};
  QCOMPARE(mustApply(fine).messagesRemoved, qint64(2));
  const LegalHold writer{QStringLiteral("Case 9"), 0, ada_, {}, {}, {}, "root", times[0]};
  ChangeSet others;
  others.holds = {writer};
  others.removedHolds = {QStringLiteral("CASE 7")};
  mustApply(others);
  purge.purges = {{tides_, Timestamp{times[3].ticks + 1}}};
  QCOMPARE(ask<ChangeReceipt>([&](auto done) { store_->applyChanges(purge, done); }).ok(), false);
  others = {};
  others.removedHolds = {QStringLiteral("Case 9"), QStringLiteral("Case 8")};
  mustApply(others);
  QCOMPARE(mustApply(purge).messagesRemoved, qint64(2));
  QCOMPARE(ask<ChangeReceipt>([&](auto done) { store_->applyChanges(others, done); }).error().code,
           ErrorCode::NotFound);
}

void ChangeContract::purgeTakesWhatIsOlder() {
  std::vector<Timestamp> times;
  for (int i = 0; i < 10; ++i) {
    clock_.advanceMs(kMinuteMs);
    times.push_back(post(tides_, "herring")->time);
    QVERIFY(post(deck_, "herring"));
  }
  ChangeSet set;
  set.purges = {{tides_, times[0]}};
  QCOMPARE(mustApply(set).messagesRemoved, qint64(0));
  set.purges = {{tides_, times[6]}};
  QCOMPARE(mustApply(set).messagesRemoved, qint64(6));
  QCOMPARE(idsIn(tides_), (Ids{7, 8, 9, 10}));
  QCOMPARE(idsIn(tides_, QStringLiteral("herring")), (Ids{7, 8, 9, 10}));
  QCOMPARE(idsIn(deck_).size(), size_t(10));
  set.purges = {{tides_, Timestamp{times[9].ticks + 1}}};
  QCOMPARE(mustApply(set).messagesRemoved, qint64(4));
  QVERIFY(idsIn(tides_).empty());
  QCOMPARE(mustApply(set).messagesRemoved, qint64(0));
  reopen();
  QCOMPARE(roomNamed(QStringLiteral("tides")).lastChatId, ChatId(10));
  QCOMPARE(post(tides_, "next")->chatId, ChatId(11));
}

void ChangeContract::largePurgeLetsPostsThrough() {
  NewPost old;
  old.room = tides_;
  old.author = ada_;
  old.chat = "herring";
  for (int i = 0; i < 6'000; ++i) store_->appendPost(old, [](const Result<PostReceipt>&) {});
  settle();
  QVERIFY(post(tides_, "last of the old"));
  clock_.advanceMs(kMinuteMs);
  ChangeSet set;
  set.purges = {{tides_, clock_.now()}};
  std::optional<Result<ChangeReceipt>> purged;
  bool posted = false;
  store_->applyChanges(set, [&](const Result<ChangeReceipt>& receipt) { purged = receipt; });
  old.chat = "the new";
  store_->appendPost(old, [&](const Result<PostReceipt>& receipt) { posted = receipt.ok(); });
  settle();
  QVERIFY(loop_.runUntil([&] { return posted; }));
  QVERIFY(loop_.runUntil([&] { return purged.has_value(); }));
  QCOMPARE(purged->value().messagesRemoved, qint64(6'001));
  QCOMPARE(idsIn(tides_), Ids{6'002});
  QVERIFY(idsIn(tides_, QStringLiteral("herring")).empty());
  QCOMPARE(idsIn(tides_, QStringLiteral("new")), Ids{6'002});
}

void ChangeContract::sizesFollowTheMessages() {
  const auto sizeOf = [this](RoomId room) {
    const auto sizes = *ask<std::vector<RoomSize>>([&](auto done) { store_->roomSizes(done); });
    const auto found = std::find_if(sizes.begin(), sizes.end(), [room](const auto& each) { return each.room == room; });
    return found == sizes.end() ? RoomSize{room, -1, -1} : *found;
  };
  QVERIFY(sizeOf(tides_) == (RoomSize{tides_, 0, 0}));
  NewPost wide;
  wide.room = tides_;
  wide.author = ada_;
  wide.chat = "\xc3\xa4\xc3\xb6";
  wide.rtf = "{\\rtf1}";
  QVERIFY(ask<PostReceipt>([&](auto done) { store_->appendPost(wide, done); }));
  QVERIFY(post(tides_, "123456"));
  wide.keep = false;
  QVERIFY(ask<PostReceipt>([&](auto done) { store_->appendPost(wide, done); }));
  QVERIFY(sizeOf(tides_) == (RoomSize{tides_, 2, 17}));
  ChangeSet replace;
  replace.messageRemovals = {{tides_, {1}, QByteArray("x")}};
  mustApply(replace);
  QVERIFY(sizeOf(tides_) == (RoomSize{tides_, 2, 7}));
  reopen();
  ChangeSet remove;
  remove.messageRemovals = {{tides_, {2}, std::nullopt}};
  mustApply(remove);
  QVERIFY(sizeOf(tides_) == (RoomSize{tides_, 1, 1}));
  ChangeSet away;
  away.removedRooms = {tides_};
  mustApply(away);
  QVERIFY(sizeOf(tides_) == (RoomSize{tides_, -1, -1}));
  QVERIFY(sizeOf(deck_) == (RoomSize{deck_, 0, 0}));
}

void ChangeContract::auditTrail_data() {
  QTest::addColumn<AuditQuery>("query");
  QTest::addColumn<QByteArray>("found");  // the "after" of the lines, newest first
  const Timestamp start = TestClock().now();
  const auto minute = [start](int n) { return Timestamp{start.ticks + n * kMinuteMs * Timestamp::kPerMs}; };
  AuditQuery query;
  QTest::newRow("all") << query << QByteArray("54312");
  query.limit = 2;
  QTest::newRow("newest") << query << QByteArray("54");
  query.limit = 0;
  QTest::newRow("none") << query << QByteArray("");
  query = {};
  query.actor = "sip:bo@orchard.example";
  QTest::newRow("by actor") << query << QByteArray("52");
  query.object = "tides";
  QTest::newRow("by actor and object") << query << QByteArray("2");
  query = {};
  query.action = "room.";
  QTest::newRow("by kind") << query << QByteArray("4312");
  query.action = "room.roles";
  QTest::newRow("by action") << query << QByteArray("3");
  query = {};
  query.from = minute(3);
  QTest::newRow("since") << query << QByteArray("543");
  query.to = minute(4);
  QTest::newRow("between") << query << QByteArray("43");
  query = {};
  query.to = minute(1);
  QTest::newRow("until") << query << QByteArray("12");
  query.object = "%";
  QTest::newRow("nothing") << query << QByteArray("");
}

// The first two lines bear the same minute: written later is newer.
void ChangeContract::auditTrail() {
  QFETCH(AuditQuery, query);
  QFETCH(QByteArray, found);
  const Timestamp start = TestClock().now();
  const auto line = [start](int n, const char* actor, const char* action, const char* object, const char* after) {
    const Timestamp time{start.ticks + n * kMinuteMs * Timestamp::kPerMs};
    return AuditEntry{time, actor, action, object, "{\"a\":1}", after};
  };
  ChangeSet first;
  first.audit = {line(1, "sip:bo@orchard.example", "room.create", "tides", "2"),
                 line(1, "sip:ada@orchard.example", "room.set", "deck", "1")};
  ChangeSet second;
  second.audit = {line(3, "local administrator", "room.roles", "tides", "3"),
                  line(5, "sip:bo@orchard.example", "category.set", "Harbour", "5"),
                  line(4, "sip:ada@orchard.example", "room.set", "tides", "4")};
  mustApply(first);
  reopen();
  mustApply(second);
  QByteArray texts;
  const auto entries = auditOf(query);
  for (const AuditEntry& entry : entries) texts += entry.after;
  QCOMPARE(texts, found);
  if (found == "54312") QVERIFY(entries.front() == second.audit[1]);
}

}  // namespace Parlour::Server
