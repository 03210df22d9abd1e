// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <future>
#include <mutex>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/store/WriterThread.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_storefailures {

// What the store does when the disk does not.
class TestStoreFailures final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { directory_ = std::make_unique<QTemporaryDir>(); }

  void directoryThatCannotBeMade() {
    QFile file(directory_->path() + QStringLiteral("/plain"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = openStore(file.fileName() + QStringLiteral("/data"), clock_, loop_);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Storage);
    QVERIFY2(store.error().text.contains(file.fileName()), qPrintable(store.error().text));
  }

  void readOnlyDirectory() {
    if (::geteuid() == 0) QSKIP("root may write everywhere");
    QVERIFY(QFile::setPermissions(directory_->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const auto store = openStore(directory_->path(), clock_, loop_);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Storage);
  }

  void fileThatIsNoDatabase() {
    QFile file(directory_->path() + QStringLiteral("/chat.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto store = openStore(directory_->path(), clock_, loop_);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Storage);
    QVERIFY2(store.error().text.contains(QStringLiteral("damaged")), qPrintable(store.error().text));
  }

  void damageIsFoundAfterAnUncleanEnd() {
    const QString data = directory_->path() + QStringLiteral("/data");
    {
      auto store = openStore(data, clock_, loop_);
      QVERIFY(store && (*store)->importOrganisation(smallOrganisation(), clock_));
    }
    markUnclean(data);
    QFile database(data + QStringLiteral("/chat.db"));
    QVERIFY(database.open(QIODevice::ReadWrite));
    for (qint64 page = 3; page < database.size() / 4096; page += 2) {
      QVERIFY(database.seek(page * 4096));
      database.write(QByteArray(4096, 'x'));
    }
    database.close();
    const auto store = openStore(data, clock_, loop_);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Storage);
    QVERIFY2(store.error().text.contains(QStringLiteral("damaged")), qPrintable(store.error().text));
  }

  // A large database is checked beside the work; from then on nothing is written, and the next start says no.
  void damageFoundBesideTheWork() {
    const QString data = directory_->path() + QStringLiteral("/data");
    {
      auto store = openStore(data, clock_, loop_);
      QVERIFY(store && (*store)->importOrganisation(manyMessages(), clock_));
    }
    markUnclean(data);
    damageLastPageOf(data, "messages");
    SqliteStoreLimits limits;
    limits.checkAtOnceBytes = 0;
    {
      auto store = openStore(data, clock_, loop_, limits);
      QVERIFY(store);
      QTRY_COMPARE((*store)->health().check, StoreCheck::Damaged);
      QVERIFY(!(*store)->health().writable);
      Answer<quint64> preference(loop_);
      (*store)->setPreference(1, "label", "content", preference.callback());
      QCOMPARE(preference.wait().error().code, ErrorCode::Storage);
      QVERIFY2((*store)->load(), "reading goes on");
    }
    const auto again = openStore(data, clock_, loop_, limits);
    QVERIFY2(!again, "what was found once is looked at before the next start");
    QVERIFY(again.error().text.contains(QStringLiteral("damaged")));
  }

  void soundDatabaseIsCheckedBesideTheWork() {
    const QString data = directory_->path() + QStringLiteral("/data");
    {
      auto store = openStore(data, clock_, loop_);
      QVERIFY(store && (*store)->importOrganisation(manyMessages(), clock_));
      QCOMPARE((*store)->health().check, StoreCheck::NotNeeded);
    }
    markUnclean(data);
    SqliteStoreLimits limits;
    limits.checkAtOnceBytes = 0;
    {
      auto store = openStore(data, clock_, loop_, limits);
      QVERIFY(store);
      QTRY_COMPARE((*store)->health().check, StoreCheck::Intact);
      QVERIFY((*store)->health().writable);
    }
    auto store = openStore(data, clock_, loop_, limits);
    QVERIFY(store);
    QCOMPARE((*store)->health().check, StoreCheck::NotNeeded);
  }

  void fullDatabaseRefusesAndRecovers() {
    Rig rig = makeRig();
    setPageLimit(rig, rig.pages + 20);
    int stored = 0;
    Result<PostReceipt> last = post(rig, QByteArray(20'000, 'h'));
    while (last && stored < 100) {
      ++stored;
      last = post(rig, QByteArray(20'000, 'h'));
    }
    QVERIFY2(stored < 100, "the limit was reached");
    QCOMPARE(last.error().code, ErrorCode::Storage);
    QVERIFY2(last.error().text.contains(QStringLiteral("full")), qPrintable(last.error().text));
    setPageLimit(rig, 1'000'000);
    const auto resumed = post(rig, "herring");
    QVERIFY2(resumed.ok(), resumed ? "" : qPrintable(resumed.error().detail));
    QCOMPARE(resumed->chatId, static_cast<ChatId>(stored) + 1);
    QCOMPARE(count(rig), stored + 1);
  }

  void failedCommitTakesAllOfItsPostsBack() {
    Rig rig = makeRig();
    const auto first = post(rig, "before", 1);
    QVERIFY(first);
    setPageLimit(rig, rig.pages);
    std::vector<Result<PostReceipt>> results;
    for (EnvId i = 2; i < 30; ++i) {
      rig.writer->append(postOf(rig, QByteArray(40'000, 'h'), i),
                         [&](const Result<PostReceipt>& receipt) { results.push_back(receipt); });
    }
    QVERIFY(loop_.runUntil([&] { return results.size() == 28; }));
    QCOMPARE(std::count_if(results.begin(), results.end(), [](const auto& each) { return each.ok(); }), 0);
    QCOMPARE(count(rig), 1);
    setPageLimit(rig, 1'000'000);
    // Nothing of the failed ones is remembered, so the senders may repeat them.
    const auto repeated = post(rig, QByteArray(40'000, 'h'), 2);
    QVERIFY(repeated && !repeated->repeated);
    QCOMPARE(repeated->chatId, ChatId(2));
    QVERIFY(post(rig, "before", 1)->repeated);
  }

  void failingTaskLeavesItsNeighboursAlone() {
    Rig rig = makeRig();
    Answer<PostReceipt> before(loop_);
    Answer<PostReceipt> after(loop_);
    std::optional<Status> task;
    const auto work = [](Sqlite::Database& database) {
      const auto half = database.execute("INSERT INTO settings (name, value) VALUES ('half', 'done')");
      return half ? Status(Error::make(ErrorCode::InvalidArgument, QStringLiteral("no"))) : half;
    };
    rig.writer->append(postOf(rig, "before"), before.callback());
    rig.writer->write(work, [&](const Status& status) { task = status; });
    rig.writer->append(postOf(rig, "after"), after.callback());
    QCOMPARE(after.wait().value().chatId, ChatId(2));
    QVERIFY(before.wait().ok());
    QVERIFY(task && !*task);
    QCOMPARE(task->error().code, ErrorCode::InvalidArgument);
    auto database = Sqlite::Database::open(rig.path);
    QCOMPARE(*database->value("SELECT count(*) FROM settings WHERE name = 'half'"), QByteArray("0"));
  }

  void fullDatabaseRefusesTheWholeSet() {
    Rig rig = makeRig();
    QVERIFY(post(rig, "before"));
    setPageLimit(rig, rig.pages);
    ChangeSet set;
    set.messageRemovals = {{rig.room, {1}, std::nullopt}};
    for (int i = 0; i < 20; ++i) {
      const QByteArray name = "page " + QByteArray::number(i);
      set.configuration.push_back({ConfigurationScope::Pool, name, QByteArray(4'000, 'h')});
    }
    const auto refused = change(rig, set);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    QCOMPARE(count(rig), 1);
    setPageLimit(rig, 1'000'000);
    QCOMPARE(change(rig, set)->messagesRemoved, 1);
    QCOMPARE(count(rig), 0);
  }

  void whatCannotBeErasedNowIsErasedLater() {
    Rig rig = makeRig(10'000);
    for (int i = 0; i < 4'000; ++i) rig.writer->append(postOf(rig, "herring"), [](const Result<PostReceipt>&) {});
    QVERIFY(post(rig, "last"));
    runSql(rig,
           "CREATE TEMP TRIGGER stuck BEFORE DELETE ON main.messages WHEN OLD.key & 4095 > 2000 "
           "BEGIN SELECT RAISE(ABORT, 'stuck'); END");
    ChangeSet set;
    set.purges = {{rig.room, Timestamp{clock_.now().ticks + 60'000 * Timestamp::kPerMs}}};
    const auto purged = change(rig, set);
    QVERIFY2(purged.ok(), "the set is on disk, and the rest will follow");
    QVERIFY(purged->messagesRemoved >= 1'000 && purged->messagesRemoved <= 2'000);
    QVERIFY2(post(rig, "posts go on").ok(), "erasing that fails holds nobody up");
    QVERIFY(count(rig) > 2'000);
    runSql(rig, "DROP TRIGGER stuck");
    QVERIFY(post(rig, "and the next"));
    QTRY_COMPARE_WITH_TIMEOUT(count(rig), 2, 20'000);
    ChangeSet next;
    next.messageRemovals = {{rig.room, {4'002}, std::nullopt}};
    QCOMPARE(change(rig, next)->messagesRemoved, 1);
  }

  void fullQueueAnswersBusy() {
    Rig rig = makeRig(4);
    std::vector<ErrorCode> refused;
    size_t stored = 0;
    // Holds the writer until everything was asked for.
    std::mutex gate;
    gate.lock();
    std::promise<void> taken;  // from here on nothing shares the writer's batch with the one that holds it
    const auto hold = [&gate, &taken](Sqlite::Database&) {
      taken.set_value();
      const std::lock_guard lock(gate);
      return success();
    };
    rig.writer->write(hold, [](const Status&) {});
    taken.get_future().wait();
    for (int i = 0; i < 20; ++i) {
      rig.writer->append(postOf(rig, "herring"), [&](const Result<PostReceipt>& receipt) {
        receipt ? void(++stored) : refused.push_back(receipt.error().code);
      });
    }
    QVERIFY(rig.writer->waitingPosts() == 20);
    gate.unlock();
    QVERIFY(loop_.runUntil([&] { return stored + refused.size() == 20; }));
    QVERIFY(refused.size() >= 16);
    QCOMPARE(std::count(refused.begin(), refused.end(), ErrorCode::Busy), static_cast<long>(refused.size()));
    QCOMPARE(static_cast<size_t>(count(rig)), stored);
    QCOMPARE(rig.writer->waitingPosts(), size_t(0));
    QVERIFY(post(rig, "after the rush"));
  }

  void slowSearchIsCutOff() {
    SqliteStoreLimits limits;
    limits.readTimeMs = 0;
    auto store = openStore(directory_->path() + QStringLiteral("/data"), clock_, loop_, limits);
    QVERIFY(store && (*store)->importOrganisation(manyMessages(), clock_));
    HistoryQuery query;
    query.room = roomIn(*(*store)->load(), QStringLiteral("tides"));
    query.text = QStringLiteral(":-)");
    Answer<HistoryPage> answer(loop_);
    (*store)->history(query, answer.callback());
    QCOMPARE(answer.wait().error().code, ErrorCode::Timeout);
  }

  void waitingPostsAreStoredAtTheEnd() {
    Rig rig = makeRig();
    for (int i = 0; i < 700; ++i) rig.writer->append(postOf(rig, "herring"), [](const Result<PostReceipt>&) {});
    rig.writer.reset();
    QCOMPARE(count(rig), 700);
  }

 private:
  // A writer on a store of its own, so that a test can reach its connection.
  struct Rig {
    QString path;
    int pages = 0;
    RoomId room = 0;
    PrincipalId author = 0;
    std::unique_ptr<HealthRecord> health;
    std::unique_ptr<WriterThread> writer;
  };

  static void markUnclean(const QString& data) {
    QFile lock(data + QStringLiteral("/lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("running\n");
  }

  static void damageLastPageOf(const QString& data, const QByteArray& table) {
    const QString path = data + QStringLiteral("/chat.db");
    qint64 page = 0;
    {
      auto database = Sqlite::Database::open(path, {Sqlite::Access::ReadOnly});
      page = database->value("SELECT max(pageno) FROM dbstat WHERE name = '" + table + "'")->toLongLong();
    }
    QVERIFY(page > 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
    file.write(QByteArray(4096, 'x'));
  }

  static Organisation manyMessages() {
    Organisation organisation = smallOrganisation();
    OrgMessage message;
    message.author = organisation.users[0].uri;
    message.text = "herring";
    organisation.rooms[0].history.assign(20'000, message);
    return organisation;
  }

  Rig makeRig(size_t queueLimit = 1'000, int probeMs = 1) {
    Rig rig;
    const QString data = directory_->path() + QStringLiteral("/rig");
    {
      auto store = openStore(data, clock_, loop_);
      if (!store || !(*store)->importOrganisation(smallOrganisation(), clock_)) qFatal("no store");
      const auto snapshot = (*store)->load();
      rig.room = roomIn(*snapshot, QStringLiteral("tides"));
      rig.author = principalIn(*snapshot, "sip:ada@");
    }
    rig.path = data + QStringLiteral("/chat.db");
    auto database = Sqlite::Database::open(rig.path);
    rig.pages = database->value("PRAGMA page_count")->toInt();
    const Executor executor = [this](std::function<void()> closure) { loop_.post(std::move(closure)); };
    rig.health = std::make_unique<HealthRecord>(clock_, executor);
    WriterThread::Options options;
    options.queueLimit = queueLimit;
    options.probeMs = probeMs;
    rig.writer = *WriterThread::start(std::move(*database), clock_, executor, *rig.health, std::move(options));
    return rig;
  }

  // The limit belongs to a connection, so it is set from inside the writer's own.
  void setPageLimit(Rig& rig, int pages) { runSql(rig, "PRAGMA max_page_count=" + QByteArray::number(pages)); }

  void runSql(Rig& rig, const QByteArray& sql) {
    std::optional<Status> done;
    const auto work = [sql](Sqlite::Database& database) { return database.execute(sql); };
    rig.writer->write(work, [&](const Status& status) { done = status; });
    QVERIFY(loop_.runUntil([&] { return done.has_value(); }));
    QVERIFY2(done->ok(), done->ok() ? "" : qPrintable(done->error().detail));
  }

  Result<ChangeReceipt> change(Rig& rig, const ChangeSet& set) {
    Answer<ChangeReceipt> answer(loop_);
    rig.writer->change(set, answer.callback());
    return answer.wait();
  }

  static NewPost postOf(const Rig& rig, const QByteArray& text, EnvId envId = 0) {
    NewPost post;
    post.room = rig.room;
    post.author = rig.author;
    post.epid = "01ab";
    post.envId = envId == 0 ? 0 : (EnvId{1} << 40) + envId;
    post.chat = text;
    return post;
  }

  Result<PostReceipt> post(Rig& rig, const QByteArray& text, EnvId envId = 0) {
    Answer<PostReceipt> answer(loop_);
    rig.writer->append(postOf(rig, text, envId), answer.callback());
    return answer.wait();
  }

  static int count(const Rig& rig) {
    auto database = Sqlite::Database::open(rig.path, {Sqlite::Access::ReadOnly});
    return database->value("SELECT count(*) FROM messages")->toInt();
  }

  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  TestLoop loop_;
};

PARLOUR_TEST(TestStoreFailures)

}  // namespace Parlour::Server::tst_storefailures

#include "tst_storefailures.moc"
