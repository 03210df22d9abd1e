// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// The database file in a data directory.
constexpr char kDatabaseFile[] = "chat.db";

// The server's data directory, private to its owner (0700), taken by one process at a time. Knows
// whether the process that had it before ended in order: only then was endInOrder() reached.
class DataDirectory {
 public:
  // Creates the directory when needed. Fails with Storage, or Conflict when another process has it.
  static Result<DataDirectory> take(const QString& path);
  DataDirectory(DataDirectory&& other) noexcept;
  DataDirectory& operator=(DataDirectory&&) = delete;
  ~DataDirectory();

  QString file(const QString& name) const;
  bool endedInOrder() const { return endedInOrder_; }
  void endInOrder();

 private:
  DataDirectory(QString path, int lock) : path_(std::move(path)), lock_(lock) {}
  Status readMark();

  QString path_;
  int lock_ = -1;
  bool endedInOrder_ = true;
};

}  // namespace Parlour::Server
