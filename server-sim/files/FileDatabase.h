// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/files/FileOutcome.h"
#include "server-sim/files/LoopWaiter.h"

namespace Parlour::Server {

// The store's database for threads that move files: writing through the store's own writer, where it shares the
// transactions of the posts, reading on a connection of its own. Thread-safe; not for the loop, because it waits.
class FileDatabase {
 public:
  using Work = std::function<Status(Sqlite::Database&)>;
  // Runs the work within a transaction, later, and tells when it is on disk. Thread-safe.
  using Writer = std::function<void(Work work, std::function<void(const Status&)> done)>;

  FileDatabase(Writer writer, Sqlite::Database reading, LoopWaiter& waiter);

  // The work runs on another thread and may outlive the call, so it holds what it needs. A refusal of its own undoes
  // it and is given back.
  FileStatus write(std::function<FileStatus(Sqlite::Database&)> work);
  // Without waiting; nobody is told when it fails.
  void writeLater(Work work) const;
  const Writer& writer() const { return writer_; }

  // `read` gives a Result of something.
  template <typename Read>
  auto read(const Read& read) -> FileOutcome<std::decay_t<decltype(*read(std::declval<Sqlite::Database&>()))>> {
    const std::lock_guard lock(mutex_);
    auto found = read(reading_);
    if (!found) return failed(found.error());
    return std::move(*found);
  }

  // For the work: what the database says as a refusal.
  static FileFailure failed(const Error& error);

 private:
  const Writer writer_;
  LoopWaiter& waiter_;
  std::mutex mutex_;
  Sqlite::Database reading_;
};

}  // namespace Parlour::Server
