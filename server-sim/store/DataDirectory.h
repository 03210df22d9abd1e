// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// The database file in a data directory.
constexpr char kDatabaseFile[] = "chat.db";

// How the process that had a data directory before left it.
enum class LastEnd { InOrder, Unclean, Damaged };

// The server's data directory, private to its owner (0700), taken by one process at a time. Knows
// whether the process that had it before ended in order: only then was endInOrder() reached. A note of damage stays
// until somebody takes it back.
class DataDirectory {
 public:
  // Creates the directory when needed. Fails with Storage, or Conflict when another process has it.
  static Result<DataDirectory> take(const QString& path);
  DataDirectory(DataDirectory&& other) noexcept;
  DataDirectory& operator=(DataDirectory&&) = delete;
  ~DataDirectory();

  QString file(const QString& name) const;
  LastEnd lastEnd() const { return lastEnd_; }
  bool endedInOrder() const { return lastEnd_ == LastEnd::InOrder; }
  void endInOrder();
  // Any thread. Survives this process: the next one checks everything before it starts.
  Status noteDamage();
  Status noteSound();

 private:
  DataDirectory(QString path, int lock) : path_(std::move(path)), lock_(lock) {}
  Status readMark();
  Status writeMark(const QByteArray& mark);

  QString path_;
  int lock_ = -1;
  LastEnd lastEnd_ = LastEnd::InOrder;
};

}  // namespace Parlour::Server
