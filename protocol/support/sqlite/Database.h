// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>

#include "protocol/support/Result.h"
#include "protocol/support/sqlite/Statement.h"

struct sqlite3;

namespace Parlour::Sqlite {

enum class Access { ReadOnly, ReadWrite };
enum class Checkpoint { Passive, Restart, Truncate };
enum class Waiting { Allowed, Never };  // for others that hold a lock

struct OpenOptions {
  Access access = Access::ReadWrite;  // ReadWrite creates the file, readable by its owner only
  int busyTimeoutMs = 5'000;
};

// One connection to one database file, in WAL mode with full durability, foreign keys on and defensive mode
// on. Used by one thread at a time; only interrupt() may come from another. Statements must be gone before it.
class Database {
 public:
  static Result<Database> open(const QString& path, const OpenOptions& options = {});
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  // Runs any number of statements separated by `;` and ignores their rows.
  Status execute(const QByteArray& sql);
  Result<Statement> prepare(const QByteArray& sql);
  // First column of the first row; NotFound when there is none.
  Result<QByteArray> value(const QByteArray& sql);
  qint64 lastInsertId() const;
  qint64 changes() const;       // rows touched by the last INSERT, UPDATE or DELETE
  qint64 totalChanges() const;  // the same since the connection was opened
  // False also after a failure (disk full, I/O) that made SQLite undo the transaction by itself.
  bool inTransaction() const;

  // Moves what is in the write-ahead log into the database file. Fails with Busy when others prevent Restart
  // or Truncate from finishing.
  Status checkpoint(Checkpoint mode, Waiting waiting = Waiting::Allowed);
  // Called after every commit on this connection with the length of the write-ahead log in pages; replaces the
  // automatic checkpoint.
  void setCommitHook(std::function<void(int walPages)> hook);
  // A copy of the database as it stands, into a new file; others may go on writing.
  Status backupTo(const QString& path);

  // Asked every few thousand steps of a running statement; when it says no, the statement fails with Timeout.
  void setStepCheck(std::function<bool()> mayGoOn);
  void interrupt();

 private:
  friend class Savepoint;
  friend class Transaction;
  struct Hooks {
    std::function<void(int)> commit;
    std::function<bool()> mayGoOn;
  };

  explicit Database(sqlite3* handle) : handle_(handle), hooks_(std::make_unique<Hooks>()) {}
  Status configure(const OpenOptions& options);

  sqlite3* handle_ = nullptr;
  std::unique_ptr<Hooks> hooks_;
  int busyTimeoutMs_ = 0;
  int transactionDepth_ = 0;
  bool transactionFailed_ = false;
};

}  // namespace Parlour::Sqlite
