// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/sqlite/Database.h"

#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>
#include <utility>

#include "protocol/support/sqlite/SqlError.h"

namespace Parlour::Sqlite {
namespace {

constexpr int kStepsBetweenChecks = 4'000;

Error cannotOpen(sqlite3* handle, const QString& path) {
  return sqlError(handle, QStringLiteral("Cannot open %1").arg(path));
}

// SQLite would create the file with the umask's permissions; its log files take over those of the database.
Status createPrivateFile(const QString& path) {
  if (QFileInfo::exists(path)) return success();
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
    return Error::make(ErrorCode::Storage, QStringLiteral("Cannot create %1: %2.").arg(path, file.errorString()));
  }
  return success();
}

}  // namespace

Result<Database> Database::open(const QString& path, const OpenOptions& options) {
  const bool writable = options.access == Access::ReadWrite;
  if (writable) {
    if (auto created = createPrivateFile(path); !created) return created.error();
  }
  sqlite3* handle = nullptr;
  const int flags = (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  const int result = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
  Database database(handle);
  if (result != SQLITE_OK) return cannotOpen(handle, path);
  if (auto configured = database.configure(options); !configured) return configured.error();
  return database;
}

Status Database::configure(const OpenOptions& options) {
  sqlite3_extended_result_codes(handle_, 1);
  busyTimeoutMs_ = options.busyTimeoutMs;
  sqlite3_busy_timeout(handle_, busyTimeoutMs_);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  const QByteArray common = "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;";
  if (options.access == Access::ReadOnly) return execute(common + "PRAGMA query_only=ON;");
  return execute(common + "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;");
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      hooks_(std::move(other.hooks_)),
      busyTimeoutMs_(other.busyTimeoutMs_),
      transactionDepth_(other.transactionDepth_),
      transactionFailed_(other.transactionFailed_) {}

Database& Database::operator=(Database&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(hooks_, other.hooks_);
  std::swap(busyTimeoutMs_, other.busyTimeoutMs_);
  std::swap(transactionDepth_, other.transactionDepth_);
  std::swap(transactionFailed_, other.transactionFailed_);
  return *this;
}

Database::~Database() { sqlite3_close_v2(handle_); }

Status Database::execute(const QByteArray& sql) {
  if (sqlite3_exec(handle_, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK) return success();
  return sqlError(handle_, QStringLiteral("A database command failed"));
}

Result<Statement> Database::prepare(const QByteArray& sql) {
  sqlite3_stmt* handle = nullptr;
  const int size = static_cast<int>(sql.size());
  if (sqlite3_prepare_v3(handle_, sql.constData(), size, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK) {
    return sqlError(handle_, QStringLiteral("A database statement cannot be prepared"));
  }
  if (handle == nullptr) return Error::make(ErrorCode::InvalidArgument, QStringLiteral("The SQL text is empty."));
  return Statement(handle);
}

Result<QByteArray> Database::value(const QByteArray& sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  Query rows = statement->query();
  if (rows.next()) return rows.bytes(0);
  if (!rows.status()) return rows.status().error();
  return Error::make(ErrorCode::NotFound, QStringLiteral("The database has no such value."));
}

qint64 Database::lastInsertId() const { return sqlite3_last_insert_rowid(handle_); }

qint64 Database::changes() const { return sqlite3_changes64(handle_); }

qint64 Database::totalChanges() const { return sqlite3_total_changes64(handle_); }

bool Database::inTransaction() const { return sqlite3_get_autocommit(handle_) == 0; }

Status Database::checkpoint(Checkpoint mode, Waiting waiting) {
  const int modes[] = {SQLITE_CHECKPOINT_PASSIVE, SQLITE_CHECKPOINT_RESTART, SQLITE_CHECKPOINT_TRUNCATE};
  if (waiting == Waiting::Never) sqlite3_busy_timeout(handle_, 0);
  const int result = sqlite3_wal_checkpoint_v2(handle_, nullptr, modes[static_cast<int>(mode)], nullptr, nullptr);
  if (waiting == Waiting::Never) sqlite3_busy_timeout(handle_, busyTimeoutMs_);
  if (result == SQLITE_OK) return success();
  return sqlError(handle_, QStringLiteral("The write-ahead log cannot be moved into the database"));
}

void Database::setCommitHook(std::function<void(int walPages)> hook) {
  hooks_->commit = std::move(hook);
  sqlite3_wal_hook(
      handle_,
      [](void* hooks, sqlite3*, const char*, int pages) {
        static_cast<Hooks*>(hooks)->commit(pages);
        return SQLITE_OK;
      },
      hooks_.get());
}

Status Database::backupTo(const QString& path) {
  if (auto created = createPrivateFile(path); !created) return created.error();
  sqlite3* handle = nullptr;
  const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  const Database target(handle);
  if (opened != SQLITE_OK) return cannotOpen(handle, path);
  sqlite3_backup* backup = sqlite3_backup_init(target.handle_, "main", handle_, "main");
  if (backup == nullptr) return sqlError(target.handle_, QStringLiteral("The backup cannot start"));
  const int stepped = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) return sqlError(stepped, QStringLiteral("The backup failed"));
  return success();
}

void Database::setStepCheck(std::function<bool()> mayGoOn) {
  hooks_->mayGoOn = std::move(mayGoOn);
  if (!hooks_->mayGoOn) return sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
  sqlite3_progress_handler(
      handle_, kStepsBetweenChecks, [](void* hooks) { return static_cast<Hooks*>(hooks)->mayGoOn() ? 0 : 1; },
      hooks_.get());
}

void Database::interrupt() { sqlite3_interrupt(handle_); }

}  // namespace Parlour::Sqlite
