// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/Backup.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QUuid>
#include <filesystem>
#include <system_error>

#include "protocol/support/Log.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/store/ChangeWriter.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/SnapshotReader.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/transfer/TransferSql.h"

namespace Parlour::Server {
namespace {

constexpr int kFirstCountingSchema = 2;

Error damaged(const QString& what, const QString& detail = {}) {
  return Error::make(ErrorCode::Storage, QStringLiteral("The backup is damaged: %1.").arg(what), detail);
}

Result<int> checkSchema(Sqlite::Database& database) {
  auto version = database.value("PRAGMA user_version");
  if (!version) return version.error();
  const int schema = version->toInt();
  if (schema > newestStoreSchema()) {
    return Error::make(ErrorCode::NotSupported, QStringLiteral("A newer program wrote the backup."),
                       QStringLiteral("schema %1, known %2").arg(schema).arg(newestStoreSchema()));
  }
  if (schema > 0 && database.value("SELECT 1 FROM sqlite_schema WHERE name = 'room_heads'")) return schema;
  return Error::make(ErrorCode::InvalidArgument, QStringLiteral("The file is no backup of a chat store."));
}

Status checkWholeness(Sqlite::Database& database) {
  auto verdict = database.value("PRAGMA integrity_check(1)");
  if (!verdict) return damaged(verdict.error().text, verdict.error().detail);
  if (*verdict != "ok") return damaged(QStringLiteral("the database is inconsistent"), QString::fromUtf8(*verdict));
  auto dangling = database.value("PRAGMA foreign_key_check");
  if (dangling) return damaged(QStringLiteral("a row of %1 refers to nothing").arg(QString::fromUtf8(*dangling)));
  return dangling.error().code == ErrorCode::NotFound ? success() : Status(dangling.error());
}

Result<BackupFacts> countFacts(Sqlite::Database& database, int schema) {
  BackupFacts facts;
  facts.schema = schema;
  auto domain = database.value("SELECT value FROM settings WHERE name = 'domain'");
  if (domain) facts.domain = *domain;
  // Schema 1 does not count messages along, and its snapshot is read only after it was brought forward.
  if (schema < kFirstCountingSchema) return facts;
  Sqlite::Statement count;
  auto prepared = prepareTransferSql(database, {{&count, QLatin1String("count_objects")}});
  if (!prepared) return prepared.error();
  auto rows = count.query();
  if (!rows.next()) return rows.status().error();
  facts.users = rows.integer(0);
  facts.categories = rows.integer(1);
  facts.rooms = rows.integer(2);
  facts.messages = rows.integer(3);
  return facts;
}

// Erasing that was under way counts messages that are gone from rooms that are gone.
Status checkCounts(Sqlite::Database& database, const BackupFacts& facts) {
  if (facts.schema < kFirstCountingSchema) return success();
  if (database.value("SELECT id FROM erasures LIMIT 1")) return success();
  auto counted = database.value("SELECT coalesce(sum(messages), 0) FROM room_heads");
  if (!counted) return counted.error();
  if (counted->toLongLong() != facts.messages) {
    return damaged(
        QStringLiteral("%1 messages are there, %2 should be").arg(facts.messages).arg(QString::fromUtf8(*counted)));
  }
  auto snapshot = readSnapshot(database);
  return snapshot ? success() : Status(damaged(snapshot.error().text, snapshot.error().detail));
}

Result<BackupFacts> readBackup(const QString& path) {
  auto database = Sqlite::Database::open(path, {Sqlite::Access::ReadOnly});
  if (!database) return damaged(database.error().text, database.error().detail);
  auto schema = checkSchema(*database);
  if (!schema) return schema.error();
  if (auto whole = checkWholeness(*database); !whole) return whole.error();
  auto facts = countFacts(*database, *schema);
  if (!facts) return facts;
  if (auto checked = checkCounts(*database, *facts); !checked) return checked.error();
  return facts;
}

// Looking into a copy that is to have a log makes SQLite put empty ones beside it; those go again.
class LogFiles {
 public:
  explicit LogFiles(const QString& path) {
    for (const char* log : {"-wal", "-shm"}) {
      if (!QFileInfo::exists(path + QLatin1String(log))) missing_.append(path + QLatin1String(log));
    }
  }
  ~LogFiles() {
    for (const QString& log : missing_) QFile::remove(log);
  }
  LogFiles(const LogFiles&) = delete;
  LogFiles& operator=(const LogFiles&) = delete;

 private:
  QStringList missing_;
};

Error cannotReplace(const QString& store, const std::error_code& why) {
  return Error::make(ErrorCode::Storage,
                     QStringLiteral("Cannot replace %1: %2.").arg(store, QString::fromStdString(why.message())));
}

std::filesystem::path nativePath(const QString& path) { return QFile::encodeName(path).toStdString(); }

// The store that goes keeps a name of its own, and there is a store under the usual name at every moment. What is still
// in its log is moved into it first; where that fails it is damaged, and its log stays beside it.
Status replaceStore(const QString& store, const QString& fresh) {
  const QString replaced = store + QStringLiteral(".replaced");
  std::error_code failed;
  if (QFileInfo::exists(store)) {
    if (auto old = Sqlite::Database::open(store); old) {
      if (auto moved = old->checkpoint(Sqlite::Checkpoint::Truncate); !moved) {
        qCWarning(lcStore).noquote() << moved.error().text << moved.error().detail;
      }
    }
    for (const char* part : {"", "-wal", "-shm"}) QFile::remove(replaced + QLatin1String(part));
    for (const char* log : {"-wal", "-shm"}) QFile::rename(store + QLatin1String(log), replaced + QLatin1String(log));
    std::filesystem::create_hard_link(nativePath(store), nativePath(replaced), failed);
    if (failed) return cannotReplace(store, failed);
  }
  std::filesystem::rename(nativePath(fresh), nativePath(store), failed);
  return failed ? Status(cannotReplace(store, failed)) : success();
}

// The copy stands for another state than clients may remember, so it gets a name of its own (xccos 7.3).
Status copyBackup(const QString& from, const QString& to, const std::optional<AuditEntry>& audit) {
  {
    auto source = Sqlite::Database::open(from, {Sqlite::Access::ReadOnly});
    if (!source) return source.error();
    if (auto copied = source->backupTo(to); !copied) return copied;
  }
  auto copy = Sqlite::Database::open(to);
  if (!copy) return copy.error();
  if (auto migrated = migrateStore(*copy); !migrated) return migrated;
  if (audit) {
    if (auto told = addAuditEntry(*copy, *audit); !told) return told;
  }
  Sqlite::Statement set;
  auto prepared = prepareTransferSql(*copy, {{&set, QLatin1String("set_setting")}});
  if (!prepared) return prepared;
  const QByteArray guid = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
  if (auto named = set.run(QByteArray(StoreSetting::kDatabaseVersion), guid); !named) return named;
  return copy->checkpoint(Sqlite::Checkpoint::Truncate);
}

}  // namespace

Result<BackupFacts> verifyBackup(const QString& path) {
  if (!QFileInfo::exists(path)) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("There is no file %1.").arg(path));
  }
  const LogFiles logs(path);
  return readBackup(path);
}

Result<BackupFacts> restoreBackup(const QString& path, const QString& dataDirectory, bool replace,
                                  const std::optional<AuditEntry>& audit) {
  auto facts = verifyBackup(path);
  if (!facts) return facts;
  auto directory = DataDirectory::take(dataDirectory);
  if (!directory) return directory.error();
  const QString store = directory->file(QLatin1String(kDatabaseFile));
  if (QFileInfo::exists(store) && !replace) {
    return Error::make(ErrorCode::Conflict, QStringLiteral("There is a store in %1 already.").arg(dataDirectory));
  }
  const QString fresh = store + QStringLiteral(".restored");
  for (const char* part : {"", "-wal", "-shm"}) QFile::remove(fresh + QLatin1String(part));
  if (auto copied = copyBackup(path, fresh, audit); !copied) return copied.error();
  if (auto replaced = replaceStore(store, fresh); !replaced) return replaced.error();
  directory->endInOrder();
  return facts;
}

}  // namespace Parlour::Server
