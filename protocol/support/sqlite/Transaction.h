// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Result.h"
#include "protocol/support/sqlite/Database.h"

namespace Parlour::Sqlite {

// A writing transaction that is rolled back unless commit() was reached. Begun inside another one it joins that:
// nothing is committed before the outermost commit, and when an inner one was not committed, the outermost cannot be.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // After a failure everything since the outermost begin() is undone.
  Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  void rollBack();

  Database* database_;
};

// A part of a transaction that can be undone alone; undone unless keep() was reached.
class Savepoint {
 public:
  static Result<Savepoint> begin(Database& database);
  Savepoint(Savepoint&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Savepoint& operator=(Savepoint&&) = delete;
  ~Savepoint();

  Status keep();

 private:
  explicit Savepoint(Database& database) : database_(&database) {}

  Database* database_;
};

}  // namespace Parlour::Sqlite
