// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/sqlite/Transaction.h"

#include <sqlite3.h>

namespace Parlour::Sqlite {

Result<Transaction> Transaction::begin(Database& database) {
  if (database.transactionDepth_ == 0) {
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
    database.transactionFailed_ = false;
  }
  ++database.transactionDepth_;
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) rollBack();
}

Status Transaction::commit() {
  if (database_->transactionFailed_) {
    rollBack();
    return Error::make(ErrorCode::Storage, QStringLiteral("A part of the transaction failed, so nothing was saved."));
  }
  if (database_->transactionDepth_ > 1) {
    --database_->transactionDepth_;
    database_ = nullptr;
    return success();
  }
  auto committed = database_->execute("COMMIT");
  if (!committed) {
    rollBack();
    return committed;
  }
  database_->transactionDepth_ = 0;
  database_ = nullptr;
  return success();
}

void Transaction::rollBack() {
  --database_->transactionDepth_;
  database_->transactionFailed_ = true;
  // Some failures (disk full, I/O) have already rolled back.
  if (database_->transactionDepth_ == 0 && database_->inTransaction()) {
    sqlite3_exec(database_->handle_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  database_ = nullptr;
}

Result<Savepoint> Savepoint::begin(Database& database) {
  if (auto begun = database.execute("SAVEPOINT part"); !begun) return begun.error();
  return Savepoint(database);
}

Savepoint::~Savepoint() {
  if (database_ == nullptr || !database_->inTransaction()) return;
  sqlite3_exec(database_->handle_, "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr);
}

Status Savepoint::keep() {
  auto kept = database_->execute("RELEASE part");
  if (kept) database_ = nullptr;
  return kept;
}

}  // namespace Parlour::Sqlite
