// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/support/FaultyDisk.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_storedisk {

using Testing::FaultyDisk;

// The whole store on a disk that is full or broken from some moment on: everything or nothing, no lie about what was
// stored, reading goes on, and posts are taken again without anybody's help when the disk takes them.
class TestStoreDisk final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    told_.clear();
    nextEnvId_ = EnvId{1} << 40;
    SqliteStoreLimits limits;
    limits.probeMs = 1;
    auto store = openStore(data(), clock_, loop_, limits);
    QVERIFY(store && (*store)->importOrganisation(smallOrganisation(), clock_));
    store_ = std::move(*store);
    store_->setHealthListener([this](const StoreHealth& health) { told_.push_back(health); });
    const auto snapshot = store_->load();
    room_ = roomIn(*snapshot, QStringLiteral("tides"));
    author_ = principalIn(*snapshot, "sip:ada@");
  }

  void cleanup() {
    disk_.heal();
    store_.reset();
  }

  void everyMomentOfACommit_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("full") << static_cast<int>(FaultyDisk::Fault::Full);
    QTest::newRow("cannot be written") << static_cast<int>(FaultyDisk::Fault::WriteError);
    QTest::newRow("cannot be synced") << static_cast<int>(FaultyDisk::Fault::SyncError);
  }

  // The disk goes at the first, second, third … operation of a commit, until one gets through untouched.
  void everyMomentOfACommit() {
    QFETCH(int, fault);
    bool touched = true;
    int moments = 0;
    for (int good = 0; touched && good < 200; ++good) {
      disk_.fail(static_cast<FaultyDisk::Fault>(fault), good);
      const auto posts = newPosts(3);
      const auto first = postAll(posts);
      touched = disk_.failures() > 0;
      moments += touched ? 1 : 0;
      verifyAllOrNothing(first);
      verifyReadable();
      disk_.heal();
      QVERIFY2(becomesWritable(), "nobody posts, yet it finds out by itself");
      const auto again = postAll(posts);
      for (size_t i = 0; i < posts.size(); ++i) {
        QVERIFY(again[i].ok());
        if (first[i]) QVERIFY(again[i]->repeated && again[i]->chatId == first[i]->chatId);
        QCOMPARE(again[i]->chatId, ++posted_);
      }
      if (QTest::currentTestFailed()) return;
    }
    QVERIFY2(!touched && moments > 0, qPrintable(QString::number(moments)));
    verifySound(posted_);
    posted_ = 0;
  }

  void theStateIsVisibleAndTold() {
    QVERIFY(store_->health().writable);
    QVERIFY(store_->health().failingSince.isNull());
    disk_.fail(FaultyDisk::Fault::Full);
    clock_.advanceMs(5'000);
    const auto refused = postAll(newPosts(1)).front();
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    const StoreHealth failing = store_->health();
    QVERIFY(!failing.writable && failing.retryAfterSeconds >= 1 && failing.failures >= 1);
    QCOMPARE(failing.failingSince, clock_.now());
    QVERIFY2(failing.reason.contains(QStringLiteral("full")), qPrintable(failing.reason));
    QVERIFY(loop_.runUntil([this] { return told_.size() == 1; }));
    QCOMPARE(told_[0].reason, failing.reason);
    disk_.heal();
    QVERIFY(becomesWritable());
    QCOMPARE(told_.size(), size_t(2));
    QVERIFY(told_[1].writable && told_[1].failingSince.isNull() && told_[1].reason.isEmpty());
    QVERIFY(told_[1].failures >= failing.failures);
  }

  void theProbeLeavesNothingBehind() {
    disk_.fail(FaultyDisk::Fault::Full);
    QVERIFY(!postAll(newPosts(1)).front());
    disk_.heal();
    QVERIFY(becomesWritable());
    QCOMPARE(value("SELECT count(*) FROM settings WHERE name = 'probe'"), QByteArray("0"));
    QCOMPARE(value("SELECT count(*) FROM messages"), QByteArray("0"));
  }

  // The log was moved only partly when the disk failed; nothing of it is lost.
  void diskThatFailsWhileTheLogIsMoved() {
    const auto posts = newPosts(400, QByteArray(8'000, 'h'));
    for (const auto& receipt : postAll(posts)) QVERIFY(receipt.ok());
    disk_.fail(FaultyDisk::Fault::WriteError, 20);
    {
      auto database = Sqlite::Database::open(data() + QStringLiteral("/chat.db"));
      if (database) database->checkpoint(Sqlite::Checkpoint::Truncate).ok();
    }
    disk_.heal();
    QVERIFY(postAll(newPosts(1)).front().ok());
    verifySound(401);
  }

  void settingsAndChangesAreRefusedWhole() {
    disk_.fail(FaultyDisk::Fault::Full);
    Answer<quint64> preference(loop_);
    store_->setPreference(author_, "label", "content", preference.callback());
    QCOMPARE(preference.wait().error().code, ErrorCode::Storage);
    ChangeSet set;
    set.configuration = {{ConfigurationScope::Pool, "DefaultChatHistory", QByteArray("12")}};
    Answer<ChangeReceipt> change(loop_);
    store_->applyChanges(set, change.callback());
    QCOMPARE(change.wait().error().code, ErrorCode::Storage);
    disk_.heal();
    QVERIFY(becomesWritable());
    Answer<StoredPreference> stored(loop_);
    store_->preference(author_, "label", stored.callback());
    QCOMPARE(stored.wait()->version, quint64(0));
    QVERIFY(store_->load()->configuration.empty());
  }

 private:
  QString data() const { return directory_->path() + QStringLiteral("/data"); }

  std::vector<NewPost> newPosts(int count, const QByteArray& text = "herring") {
    std::vector<NewPost> posts;
    for (int i = 0; i < count; ++i) {
      NewPost post;
      post.room = room_;
      post.author = author_;
      post.epid = "01ab";
      post.envId = nextEnvId_++;
      post.chat = text + ' ' + QByteArray::number(post.envId);
      posts.push_back(post);
    }
    return posts;
  }

  std::vector<Result<PostReceipt>> postAll(const std::vector<NewPost>& posts) {
    std::vector<Result<PostReceipt>> results;
    for (const NewPost& post : posts) {
      store_->appendPost(post, [&](const Result<PostReceipt>& receipt) { results.push_back(receipt); });
    }
    if (!loop_.runUntil([&] { return results.size() == posts.size(); })) qFatal("no answer to a post");
    return results;
  }

  bool becomesWritable() {
    return loop_.runUntil([this] { return store_->health().writable && (told_.empty() || told_.back().writable); });
  }

  // What was answered with success is there, what was answered with an error is not.
  void verifyAllOrNothing(const std::vector<Result<PostReceipt>>& results) {
    const auto good = std::count_if(results.begin(), results.end(), [](const auto& each) { return each.ok(); });
    for (const auto& each : results) {
      if (!each) QCOMPARE(each.error().code, ErrorCode::Storage);
    }
    QCOMPARE(page().messages.size(), static_cast<size_t>(posted_) + static_cast<size_t>(good));
  }

  void verifyReadable() { QVERIFY(store_->load().ok()); }

  HistoryPage page() {
    HistoryQuery query;
    query.room = room_;
    query.limit = 5'000;
    Answer<HistoryPage> answer(loop_);
    store_->history(query, answer.callback());
    const auto page = answer.wait();
    if (!page) QTest::qFail(qPrintable(page.error().detail), __FILE__, __LINE__);
    return page ? *page : HistoryPage();
  }

  void verifySound(ChatId count) {
    QCOMPARE(value("PRAGMA integrity_check"), QByteArray("ok"));
    QCOMPARE(value("SELECT count(*) FROM messages"), QByteArray::number(count));
    QCOMPARE(value("SELECT count(*) FROM message_search WHERE message_search MATCH 'h*'"), QByteArray::number(count));
    QCOMPARE(value("SELECT last_chat_id FROM room_heads ORDER BY last_chat_id DESC"), QByteArray::number(count));
    QCOMPARE(value("SELECT count(*) FROM recent_posts"), QByteArray::number(count));
  }

  QByteArray value(const char* sql) const {
    auto database = Sqlite::Database::open(data() + QStringLiteral("/chat.db"), {Sqlite::Access::ReadOnly});
    return database->value(sql).value();
  }

  FaultyDisk disk_;
  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  TestLoop loop_;
  std::unique_ptr<SqliteStore> store_;
  std::vector<StoreHealth> told_;
  EnvId nextEnvId_ = 0;
  RoomId room_ = 0;
  PrincipalId author_ = 0;
  ChatId posted_ = 0;
};

PARLOUR_TEST(TestStoreDisk)

}  // namespace Parlour::Server::tst_storedisk

#include "tst_storedisk.moc"
