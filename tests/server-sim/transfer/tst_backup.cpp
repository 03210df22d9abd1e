// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/SqlFile.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/transfer/Backup.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/transfer/FilledStore.h"

namespace Parlour::Server::tst_backup {

// Backups that are looked through and put back.
class TestBackup final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    filled_ = std::make_unique<FilledStore>(path("data"));
    QVERIFY(filled_->isOpen());
    QVERIFY(filled_->store().backupTo(path("copy.db")));
  }
  void cleanup() {
    filled_.reset();
    directory_.reset();
  }

  void soundBackupTellsWhatItHolds() {
    const auto facts = verifyBackup(path("copy.db"));
    QVERIFY2(facts.ok(), facts ? "" : qPrintable(facts.error().text + facts.error().detail));
    QCOMPARE(facts->schema, newestStoreSchema());
    QCOMPARE(facts->domain, QByteArray("orchard.example"));
    QCOMPARE(facts->users, 3);
    QCOMPARE(facts->categories, 2);
    QCOMPARE(facts->rooms, 3);
    QCOMPARE(facts->messages, 7);
    QCOMPARE(QDir(directory_->path()).entryList({QStringLiteral("copy*")}, QDir::Files),
             QStringList{QStringLiteral("copy.db")});
  }

  void lookingLeavesNoFilesBehind() {
    {
      auto database = Sqlite::Database::open(path("data/chat.db"), {Sqlite::Access::ReadOnly});
      QVERIFY(database && database->backupTo(path("copy2.db")));
    }
    QVERIFY(verifyBackup(path("copy2.db")));
    QCOMPARE(QDir(directory_->path()).entryList({QStringLiteral("copy2*")}, QDir::Files),
             QStringList{QStringLiteral("copy2.db")});
  }

  void badBackupIsFound_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("newer") << QByteArray("PRAGMA user_version=99") << ErrorCode::NotSupported;
    QTest::newRow("no schema") << QByteArray("PRAGMA user_version=0") << ErrorCode::InvalidArgument;
    QTest::newRow("other database") << QByteArray("DROP TABLE room_heads") << ErrorCode::InvalidArgument;
    QTest::newRow("lost message") << QByteArray("DELETE FROM messages WHERE key = (SELECT max(key) FROM messages)")
                                  << ErrorCode::Storage;
    QTest::newRow("lost category") << QByteArray("PRAGMA foreign_keys=OFF; DELETE FROM categories")
                                   << ErrorCode::Storage;
    QTest::newRow("address") << QByteArray("UPDATE rooms SET uri = 'tides' WHERE id = 1") << ErrorCode::Storage;
  }

  void badBackupIsFound() {
    QFETCH(QByteArray, sql);
    QFETCH(ErrorCode, code);
    {
      auto copy = Sqlite::Database::open(path("copy.db"));
      QVERIFY(copy && copy->execute(sql));
    }
    const auto facts = verifyBackup(path("copy.db"));
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, code);
    filled_->close();
    const QStringList before = storeLines(path("data"));
    QCOMPARE(restoreBackup(path("copy.db"), path("data"), true).error().code, code);
    QCOMPARE(storeLines(path("data")), before);
  }

  void damagedFileIsFound_data() {
    QTest::addColumn<int>("keep");
    QTest::addColumn<int>("overwriteAt");
    QTest::newRow("cut") << 40'000 << -1;
    QTest::newRow("overwritten") << -1 << 8'192;
    QTest::newRow("empty") << 0 << -1;
  }

  void damagedFileIsFound() {
    QFETCH(int, keep);
    QFETCH(int, overwriteAt);
    QFile file(path("copy.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (keep >= 0) QVERIFY(file.resize(keep));
    if (overwriteAt >= 0) QVERIFY(file.seek(overwriteAt) && file.write(QByteArray(16'384, '\x5a')) > 0);
    file.close();
    const auto facts = verifyBackup(path("copy.db"));
    QVERIFY(!facts);
    QVERIFY(facts.error().code == ErrorCode::Storage || facts.error().code == ErrorCode::InvalidArgument);
    QCOMPARE(verifyBackup(path("nothing.db")).error().code, ErrorCode::NotFound);
    QVERIFY(!QFileInfo::exists(path("nothing.db")));
  }

  void restoredStoreIsTheOldOne() {
    const auto restored = restoreBackup(path("copy.db"), path("new"), false);
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().text + restored.error().detail));
    filled_->close();
    QCOMPARE(storeLines(path("new")), storeLines(path("data")));
    QVERIFY(storeSetting(path("new"), "database_version") != storeSetting(path("data"), "database_version"));
    TestClock clock;
    TestLoop loop;
    auto opened = openStore(path("new"), clock, loop);
    QVERIFY(opened);
    QCOMPARE((*opened)->load()->rooms.size(), size_t(3));
  }

  void storeIsReplacedOnlyOnDemand() {
    QCOMPARE(restoreBackup(path("copy.db"), path("data"), true).error().code, ErrorCode::Conflict);
    QVERIFY(filled_->post(QStringLiteral("tides"), "after the backup"));
    filled_->close();
    const QStringList later = storeLines(path("data"));
    const auto refused = restoreBackup(path("copy.db"), path("data"), false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(storeLines(path("data")), later);
    const AuditEntry told{filled_->clock().now(), "local administrator", "backup.restore", "copy.db", {}, {}};
    QVERIFY(restoreBackup(path("copy.db"), path("data"), true));
    QVERIFY(restoreBackup(path("copy.db"), path("data"), true, told));
    QCOMPARE(storeLines(path("data")).filter(QStringLiteral("backup.restore")).size(), 1);
    QCOMPARE(later.filter(QStringLiteral("#5 ")).size(), 1);
    QCOMPARE(storeLines(path("data")).filter(QStringLiteral("#5 ")).size(), 0);
    QVERIFY(QFileInfo::exists(path("data/chat.db.replaced")));
    QVERIFY(filled_->open());
    QCOMPARE(filled_->post(QStringLiteral("tides"), "again")->chatId, ChatId(5));
  }

  void damagedStoreIsReplaced() {
    filled_->close();
    const QStringList before = storeLines(path("data"));
    {
      QFile store(path("data/chat.db"));
      QVERIFY(store.open(QIODevice::ReadWrite) && store.write(QByteArray(4'096, 'x')) > 0);
    }
    const auto restored = restoreBackup(path("copy.db"), path("data"), true);
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().text + restored.error().detail));
    QCOMPARE(storeLines(path("data")), before);
    QVERIFY(filled_->open());
  }

  void firstSchemaIsBroughtForward() {
    QVERIFY(QFile::remove(path("copy.db")));
    {
      auto database = Sqlite::Database::open(path("copy.db"));
      auto initial = Sqlite::readSqlFile(QStringLiteral(":/parlour/store/migrations/001_initial.sql"));
      QVERIFY(initial && database && database->execute(*initial + ";PRAGMA user_version=1"));
    }
    QCOMPARE(verifyBackup(path("copy.db"))->schema, 1);
    QVERIFY(restoreBackup(path("copy.db"), path("new"), false));
    QVERIFY(verifyBackup(path("new/chat.db")));
    QCOMPARE(verifyBackup(path("new/chat.db"))->schema, newestStoreSchema());
  }

 private:
  QString path(const char* name) const { return directory_->filePath(QLatin1String(name)); }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<FilledStore> filled_;
};

PARLOUR_TEST(TestBackup)

}  // namespace Parlour::Server::tst_backup

#include "tst_backup.moc"
