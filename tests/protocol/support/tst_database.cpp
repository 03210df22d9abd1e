// SPDX-License-Identifier: Apache-2.0
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <limits>

#include "protocol/support/sqlite/Database.h"
#include "tests/program/TestProgram.h"

namespace Parlour::Sqlite::tst_database {

class TestDatabase final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(path());
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().detail));
    database_ = std::make_unique<Database>(std::move(*opened));
    QVERIFY(database_->execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x ANY) STRICT"));
  }
  void cleanup() { database_.reset(); }

  void isDurableAndPrivate() {
    QCOMPARE(*database_->value("PRAGMA journal_mode"), QByteArray("wal"));
    QCOMPARE(*database_->value("PRAGMA synchronous"), QByteArray("2"));
    QCOMPARE(*database_->value("PRAGMA foreign_keys"), QByteArray("1"));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const char* suffix : {"", "-wal", "-shm"}) {
      const QFileInfo file(path() + QLatin1String(suffix));
      QVERIFY2(file.exists(), suffix);
      QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
    }
  }

  void valuesComeBack() {
    auto insert = database_->prepare("INSERT INTO t (x) VALUES (?1)");
    QVERIFY(insert);
    QVERIFY(insert->run(std::numeric_limits<qint64>::min()));
    QVERIFY(insert->run(1.5));
    QVERIFY(insert->run(QStringLiteral("Ä\u2028\U0001F30A")));
    QVERIFY(insert->run(QByteArray("a\0b", 3)));
    QVERIFY(insert->run(Blob{QByteArrayView("\0\xff", 2)}));
    QVERIFY(insert->run(std::nullopt));
    QVERIFY(insert->run(std::optional<QByteArray>(QByteArray())));
    QVERIFY(insert->run(true));
    QCOMPARE(database_->lastInsertId(), qint64(8));
    auto select = database_->prepare("SELECT x, typeof(x) FROM t ORDER BY id");
    QVERIFY(select);
    Query rows = select->query();
    const auto type = [&rows] { return rows.next() ? rows.bytes(1) : QByteArray(); };
    QCOMPARE(type(), QByteArray("integer"));
    QCOMPARE(rows.integer(0), std::numeric_limits<qint64>::min());
    QCOMPARE(type(), QByteArray("real"));
    QCOMPARE(rows.real(0), 1.5);
    QCOMPARE(type(), QByteArray("text"));
    QCOMPARE(rows.string(0), QStringLiteral("Ä\u2028\U0001F30A"));
    QCOMPARE(type(), QByteArray("text"));
    QCOMPARE(rows.bytes(0), QByteArray("a\0b", 3));
    QCOMPARE(type(), QByteArray("blob"));
    QCOMPARE(rows.bytes(0), QByteArray("\0\xff", 2));
    QCOMPARE(type(), QByteArray("null"));
    QVERIFY(rows.isNull(0));
    QCOMPARE(type(), QByteArray("text"));
    QVERIFY(!rows.isNull(0) && rows.bytes(0).isEmpty());
    QCOMPARE(type(), QByteArray("integer"));
    QCOMPARE(rows.integer(0), qint64(1));
    QVERIFY(!rows.next());
    QVERIFY(rows.status());
  }

  void statementMayBeUsedAgain() {
    QVERIFY(database_->execute("INSERT INTO t (x) VALUES (1), (2), (3)"));
    auto select = database_->prepare("SELECT x FROM t WHERE x >= ?1 ORDER BY x");
    QVERIFY(select);
    for (int round = 0; round < 3; ++round) {
      Query rows = select->query(round + 1);
      QVERIFY(rows.next());
      QCOMPARE(rows.integer(0), qint64(round + 1));
    }
    // Bound values do not stay behind.
    QVERIFY(!select->query().next());
  }

  void errorsSayWhatAndWhy() {
    const auto syntax = database_->prepare("SELEC 1");
    QVERIFY(!syntax);
    QCOMPARE(syntax.error().code, ErrorCode::Storage);
    QVERIFY2(syntax.error().detail.contains(QStringLiteral("SELEC")), qPrintable(syntax.error().detail));
    QCOMPARE(database_->prepare("  -- nothing").error().code, ErrorCode::InvalidArgument);
    auto insert = database_->prepare("INSERT INTO t (id, x) VALUES (?1, ?2)");
    QVERIFY(insert && insert->run(1, QStringLiteral("hidden")));
    const auto twice = insert->run(1, QStringLiteral("hidden"));
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Internal);
    QVERIFY(twice.error().detail.contains(QStringLiteral("1555")));
    QVERIFY(!twice.error().detail.contains(QStringLiteral("hidden")));
    QVERIFY2(insert->run(2, 2), "a failed statement can be used again");
    QVERIFY(!insert->run(3, 3, 3));
    QCOMPARE(database_->value("SELECT x FROM t WHERE id = 99").error().code, ErrorCode::NotFound);
  }

  void missingFileReadOnly() {
    const auto opened = Database::open(path() + QStringLiteral("x"), {Access::ReadOnly});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Storage);
    QVERIFY(opened.error().text.contains(path()));
    QVERIFY(!QFileInfo::exists(path() + QStringLiteral("x")));
  }

  void readOnlyCannotWrite() {
    auto reader = Database::open(path(), {Access::ReadOnly});
    QVERIFY(reader);
    const auto written = reader->execute("INSERT INTO t (x) VALUES (1)");
    QVERIFY(!written);
    QVERIFY(written.error().text.contains(QStringLiteral("cannot be written")));
  }

  void lockedIsBusy() {
    auto other = Database::open(path(), {Access::ReadWrite, 0});
    QVERIFY(other && database_->execute("BEGIN IMMEDIATE"));
    const auto begun = other->execute("BEGIN IMMEDIATE");
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::Busy);
  }

  void stepCheckEndsAStatement() {
    int asked = 0;
    database_->setStepCheck([&asked] { return ++asked < 5; });
    const auto counted = database_->value(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT count(*) FROM n");
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, ErrorCode::Timeout);
    QCOMPARE(asked, 5);
    database_->setStepCheck(nullptr);
    QCOMPARE(*database_->value("SELECT 1"), QByteArray("1"));
  }

  void commitHookReplacesTheCheckpoint() {
    int pages = 0;
    database_->setCommitHook([&pages](int walPages) { pages = walPages; });
    auto insert = database_->prepare("INSERT INTO t (x) VALUES (zeroblob(4000000))");
    QVERIFY(insert && insert->run() && insert->run());
    QVERIFY2(pages > 1'900, "nobody moved the log, though it is longer than SQLite's own mark");
    QVERIFY(database_->checkpoint(Checkpoint::Passive));
    QVERIFY(database_->checkpoint(Checkpoint::Truncate));
    QCOMPARE(QFileInfo(path() + QStringLiteral("-wal")).size(), qint64(0));
  }

  void backup() {
    QVERIFY(database_->execute("INSERT INTO t (x) VALUES ('herring')"));
    const QString copy = directory_->filePath(QStringLiteral("copy.db"));
    QVERIFY(database_->backupTo(copy));
    auto opened = Database::open(copy, {Access::ReadOnly});
    QVERIFY(opened);
    QCOMPARE(*opened->value("SELECT x FROM t"), QByteArray("herring"));
    QVERIFY(!database_->backupTo(directory_->filePath(QStringLiteral("no/such/folder.db"))));
  }

 private:
  QString path() const { return directory_->filePath(QStringLiteral("test.db")); }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<Database> database_;
};

PARLOUR_TEST(TestDatabase)

}  // namespace Parlour::Sqlite::tst_database

#include "tst_database.moc"
