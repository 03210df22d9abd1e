// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "protocol/support/sqlite/Database.h"

namespace Parlour::Server {

// Moves the write-ahead log into the database file from a connection and thread of its own, so that no post waits
// for it (performance 3).
class CheckpointThread {
 public:
  explicit CheckpointThread(Sqlite::Database database);
  ~CheckpointThread();

  // Thread-safe. Growth by less than a few megabytes is not worth the disk's time.
  void walGrew(int pages);

 private:
  void run();

  Sqlite::Database database_;
  std::mutex mutex_;
  std::condition_variable wake_;
  int movedAt_ = 0;  // pages in the log when it was last moved
  bool wanted_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace Parlour::Server
