// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/sqlite/Statement.h"

#include <sqlite3.h>

#include <utility>

#include "protocol/support/sqlite/SqlError.h"

namespace Parlour::Sqlite {

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(bindResult_, other.bindResult_);
  return *this;
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::note(int result) {
  if (bindResult_ == SQLITE_OK) bindResult_ = result;
}

void Statement::bind(int index, double value) { note(sqlite3_bind_double(handle_, index, value)); }

void Statement::bind(int index, Blob value) {
  // A null pointer would bind NULL; an empty BLOB is a value.
  const char* data = value.bytes.isNull() ? "" : value.bytes.data();
  note(sqlite3_bind_blob64(handle_, index, data, static_cast<sqlite3_uint64>(value.bytes.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, std::nullopt_t) { note(sqlite3_bind_null(handle_, index)); }

void Statement::bindInteger(int index, qint64 value) { note(sqlite3_bind_int64(handle_, index, value)); }

void Statement::bindText(int index, QByteArrayView value) {
  const char* data = value.isNull() ? "" : value.data();
  note(sqlite3_bind_text64(handle_, index, data, static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT,
                           SQLITE_UTF8));
}

Query::Query(Query&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), status_(std::move(other.status_)) {}

Query::~Query() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_->handle_);
  sqlite3_clear_bindings(statement_->handle_);
  statement_->bindResult_ = SQLITE_OK;
}

bool Query::next() {
  if (!status_) return false;
  if (statement_->bindResult_ != SQLITE_OK) {
    status_ = sqlError(statement_->bindResult_, QStringLiteral("A database statement got an unusable value"));
    return false;
  }
  const int result = sqlite3_step(statement_->handle_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    status_ = result == SQLITE_MISUSE
                  ? sqlError(result, QStringLiteral("A database statement was used wrongly"))
                  : sqlError(sqlite3_db_handle(statement_->handle_), QStringLiteral("A database statement failed"));
  }
  return false;
}

qint64 Query::integer(int column) const { return sqlite3_column_int64(statement_->handle_, column); }

double Query::real(int column) const { return sqlite3_column_double(statement_->handle_, column); }

QByteArray Query::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_->handle_, column);
  return QByteArray(static_cast<const char*>(data), sqlite3_column_bytes(statement_->handle_, column));
}

QString Query::string(int column) const {
  const void* data = sqlite3_column_blob(statement_->handle_, column);
  return QString::fromUtf8(static_cast<const char*>(data), sqlite3_column_bytes(statement_->handle_, column));
}

bool Query::isNull(int column) const { return sqlite3_column_type(statement_->handle_, column) == SQLITE_NULL; }

}  // namespace Parlour::Sqlite
