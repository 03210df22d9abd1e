// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <concepts>
#include <optional>

#include "protocol/support/Result.h"

struct sqlite3_stmt;

namespace Parlour::Sqlite {

// Bytes that go into a column as BLOB; a plain QByteArray goes in as TEXT.
struct Blob {
  QByteArrayView bytes;
};

class Query;

// One prepared statement; belongs to the thread of its Database and must not outlive it. Values are
// bound in the order of the parameters: integers, bool, double, text (QString, QByteArray), Blob, nullopt.
class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
  Statement(Statement&& other) noexcept : handle_(other.handle_) { other.handle_ = nullptr; }
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  bool isNull() const { return handle_ == nullptr; }

  // Starts reading rows. One Query of a statement at a time.
  template <typename... Values>
  Query query(const Values&... values);

  // Runs a statement whose rows do not matter.
  template <typename... Values>
  Status run(const Values&... values);

 private:
  friend class Query;

  template <std::integral Number>
  void bind(int index, Number value) {
    bindInteger(index, static_cast<qint64>(value));
  }
  void bind(int index, double value);
  void bind(int index, const QString& value) { bindText(index, value.toUtf8()); }
  void bind(int index, const QByteArray& value) { bindText(index, value); }
  void bind(int index, Blob value);
  void bind(int index, std::nullopt_t);
  template <typename Value>
  void bind(int index, const std::optional<Value>& value) {
    value ? bind(index, *value) : bind(index, std::nullopt);
  }
  void bindInteger(int index, qint64 value);
  void bindText(int index, QByteArrayView value);
  void note(int result);

  sqlite3_stmt* handle_ = nullptr;
  int bindResult_ = 0;
};

// The rows of one running statement; resets the statement when it goes. Bound values are copied.
class Query {
 public:
  explicit Query(Statement& statement) : statement_(&statement) {}
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  // True when there is a row. False at the end or on failure: ask status() which of them.
  bool next();
  const Status& status() const { return status_; }

  qint64 integer(int column) const;
  double real(int column) const;
  QByteArray bytes(int column) const;
  QString string(int column) const;
  bool isNull(int column) const;

 private:
  Statement* statement_;
  Status status_ = success();
};

template <typename... Values>
Query Statement::query(const Values&... values) {
  int index = 0;
  (bind(++index, values), ...);
  return Query(*this);
}

template <typename... Values>
Status Statement::run(const Values&... values) {
  Query rows = query(values...);
  while (rows.next()) {
  }
  return rows.status();
}

}  // namespace Parlour::Sqlite
