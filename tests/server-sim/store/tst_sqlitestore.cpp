// SPDX-License-Identifier: Apache-2.0
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/support/sqlite/Database.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/StoreContract.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server::tst_sqlitestore {

// The contract on SQLite, and what is special to its files.
class TestSqliteStore final : public StoreContract {
  Q_OBJECT

 protected:
  std::unique_ptr<Store> makeStore(const Clock& clock, TestLoop& loop) override {
    directory_ = std::make_unique<QTemporaryDir>();
    auto store = openStore(path(), clock, loop);
    if (!store || !(*store)->importOrganisation(smallOrganisation(), clock)) return nullptr;
    return std::move(*store);
  }

  std::unique_ptr<Store> reopen(std::unique_ptr<Store> store, const Clock& clock, TestLoop& loop) override {
    store.reset();
    auto opened = openStore(path(), clock, loop);
    return opened ? std::move(*opened) : nullptr;
  }

 private Q_SLOTS:
  void filesArePrivate() {
    mustPost(postOf("secret"));
    const auto owner =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    for (const char* name : {"chat.db", "chat.db-wal", "chat.db-shm", "lock"}) {
      const QFileInfo file(path() + QLatin1Char('/') + QLatin1String(name));
      QVERIFY2(file.exists(), name);
      QCOMPARE(file.permissions(), owner);
    }
    QCOMPARE(QFileInfo(path()).permissions(), owner | QFileDevice::ExeOwner | QFileDevice::ExeUser);
  }

  void secondServerIsTurnedAway() {
    auto second = openStore(path(), clock_, loop_);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
  }

  void everythingIsInOneFileAfterTheEnd() {
    mustPost(postOf("herring"));
    store_.reset();
    QVERIFY(!QFileInfo::exists(path() + QStringLiteral("/chat.db-wal")));
    QCOMPARE(QFileInfo(path() + QStringLiteral("/lock")).size(), 0);
  }

  void indexAgreesWithTheMessages() {
    for (int i = 0; i < 300; ++i) mustPost(postOf("herring " + QByteArray::number(i)));
    store_.reset();
    auto database = Sqlite::Database::open(path() + QStringLiteral("/chat.db"));
    QVERIFY(database);
    const auto checked =
        database->execute("INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)");
    QVERIFY2(checked.ok(), checked ? "" : qPrintable(checked.error().detail));
    QCOMPARE(*database->value("PRAGMA integrity_check"), QByteArray("ok"));
    QVERIFY(database->value("PRAGMA foreign_key_check").error().code == ErrorCode::NotFound);
  }

  void backupWhileOpen() {
    mustPost(postOf("herring"));
    auto* store = static_cast<SqliteStore*>(store_.get());
    const QString copy = path() + QStringLiteral("/copy.db");
    QVERIFY(store->backupTo(copy));
    QCOMPARE(store->backupTo(copy).error().code, ErrorCode::Conflict);
    auto database = Sqlite::Database::open(copy, {Sqlite::Access::ReadOnly});
    QVERIFY(database);
    QCOMPARE(*database->value("SELECT chat FROM messages"), QByteArray("herring"));
  }

  void newerDatabaseIsRefused() {
    store_.reset();
    {
      auto database = Sqlite::Database::open(path() + QStringLiteral("/chat.db"));
      QVERIFY(database && database->execute("PRAGMA user_version=999"));
    }
    QCOMPARE(openStore(path(), clock_, loop_).error().code, ErrorCode::NotSupported);
  }

  void databaseVersionStays() {
    const QByteArray version = store_->load()->databaseVersion;
    QCOMPARE(version.size(), 36);
    store_ = reopen(std::move(store_), clock_, loop_);
    QCOMPARE(store_->load()->databaseVersion, version);
  }

 private:
  QString path() const { return directory_->path() + QStringLiteral("/data"); }

  std::unique_ptr<QTemporaryDir> directory_;
};

PARLOUR_TEST(TestSqliteStore)

}  // namespace Parlour::Server::tst_sqlitestore

#include "tst_sqlitestore.moc"
