// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>
#include <future>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/SqlFile.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_storescale {

// What keeps the store as fast with ten million messages as with ten, and whole while it is copied.
class TestStoreScale final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    auto store = openStore(path(QStringLiteral("data")), clock_, loop_);
    QVERIFY(store && (*store)->importOrganisation(smallOrganisation(), clock_));
    store_ = std::move(*store);
    const auto snapshot = store_->load();
    post_.room = roomIn(*snapshot, QStringLiteral("tides"));
    post_.author = principalIn(*snapshot, "sip:ada@");
    post_.epid = "01ab";
    post_.envId = EnvId{1} << 40;
  }

  void plans_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("uses");  // every table that the plan reads is found in one of these ways
    const auto row = [](const char* file, const char* uses) {
      QTest::newRow(file) << QByteArray(file) << QByteArray(uses);
    };
    row("page_newest", "SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    row("page_oldest", "SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    row("page_of_author_newest",
        "SEARCH messages USING INDEX messages_by_author (author_id=? AND rowid>? AND rowid<?)");
    row("page_of_author_oldest",
        "SEARCH messages USING INDEX messages_by_author (author_id=? AND rowid>? AND rowid<?)");
    row("newest_key", "SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    row("message_at_or_after", "SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    row("messages_to_erase", "SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    row("find_room_head", "SEARCH room_heads USING INTEGER PRIMARY KEY (rowid=?)");
    row("update_room_head", "SEARCH room_heads USING INTEGER PRIMARY KEY (rowid=?)");
    row("find_recent_post",
        "SEARCH recent_posts USING INDEX sqlite_autoindex_recent_posts_1 (author_id=? AND epid=? AND envid=?)");
    row("find_user", "SEARCH principals USING INTEGER PRIMARY KEY (rowid=?)");
  }

  // Before and after SQLite has looked at the figures of the tables.
  void plans() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, uses);
    auto database = Sqlite::Database::open(path(QStringLiteral("data/chat.db")));
    for (const char* before : {"SELECT 1", "ANALYZE"}) {
      QVERIFY(database->execute(before));
      const QByteArrayList steps = planOf(*database, file);
      QVERIFY(!steps.isEmpty());
      for (const QByteArray& step : steps) QCOMPARE(step, uses);
    }
  }

  // The index gives the keys in their order and within their range, so nothing is sorted or counted.
  void searchPlans_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("newest") << QByteArray("search_newest");
    QTest::newRow("oldest") << QByteArray("search_oldest");
  }
  void searchPlans() {
    QFETCH(QByteArray, file);
    auto database = Sqlite::Database::open(path(QStringLiteral("data/chat.db")));
    const QByteArrayList steps = planOf(*database, file);
    QCOMPARE(steps.size(), 2);
    QVERIFY2(steps[0].startsWith("SCAN message_search VIRTUAL TABLE INDEX"), steps[0].constData());
    QVERIFY2(steps[0].contains('<') && steps[0].contains('>'), "the range of keys is left to the index");
    QCOMPARE(steps[1], QByteArray("SEARCH messages USING INTEGER PRIMARY KEY (rowid=?)"));
  }

  // A copy made while posts come in holds everything acknowledged before it began, and nothing by half.
  void backupWhilePosting() {
    constexpr size_t kBefore = 2'000;
    post(kBefore);
    const QString copy = path(QStringLiteral("copy.db"));
    auto backup = std::async(std::launch::async, [this, copy] { return store_->backupTo(copy); });
    size_t after = 0;
    while (backup.wait_for(std::chrono::seconds(0)) != std::future_status::ready || after < 200) {
      post(20);
      after += 20;
    }
    QVERIFY(backup.get());
    auto database = Sqlite::Database::open(copy, {Sqlite::Access::ReadOnly});
    QVERIFY(database);
    const auto number = [&](const char* sql) { return database->value(sql)->toULongLong(); };
    QCOMPARE(*database->value("PRAGMA integrity_check"), QByteArray("ok"));
    const auto messages = number("SELECT count(*) FROM messages");
    QVERIFY2(messages >= kBefore && messages <= kBefore + after, qPrintable(QString::number(messages)));
    QCOMPARE(number("SELECT max(key) & 1099511627775 FROM messages"), messages);
    QCOMPARE(number("SELECT max(last_chat_id) FROM room_heads"), messages);
    QCOMPARE(number("SELECT count(*) FROM recent_posts"), messages);
    QCOMPARE(number("SELECT count(*) FROM message_search WHERE message_search MATCH 'herring'"), messages);
  }

 private:
  QString path(const QString& name) const { return directory_->path() + QLatin1Char('/') + name; }

  static QByteArrayList planOf(Sqlite::Database& database, const QByteArray& file) {
    const auto sql = Sqlite::readSqlFile(QStringLiteral(":/parlour/store/sql/%1.sql").arg(QString::fromLatin1(file)));
    if (!sql) return {};
    auto statement = database.prepare("EXPLAIN QUERY PLAN " + *sql);
    if (!statement) return {};
    auto rows = statement->query();
    QByteArrayList steps;
    while (rows.next()) steps.append(rows.bytes(3));
    return steps;
  }

  // Waits until all of them are acknowledged.
  void post(size_t count) {
    size_t stored = 0;
    for (size_t i = 0; i < count; ++i) {
      ++post_.envId;
      post_.chat = "herring " + QByteArray::number(post_.envId);
      store_->appendPost(post_, [&](const Result<PostReceipt>& receipt) { stored += receipt ? 1 : 0; });
    }
    QVERIFY(loop_.runUntil([&] { return stored == count; }));
  }

  std::unique_ptr<QTemporaryDir> directory_;
  TestClock clock_;
  TestLoop loop_;
  std::unique_ptr<SqliteStore> store_;
  NewPost post_;
};

PARLOUR_TEST(TestStoreScale)

}  // namespace Parlour::Server::tst_storescale

#include "tst_storescale.moc"
