// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "protocol/support/sqlite/Database.h"

namespace Parlour::Perf {

// A post on its way through the floor.
struct FloorPost {
  int room = 0;
  int author = 0;
  uint64_t number = 0;  // in the order of the commits, once stored
  std::string text;
};

// The least that a durable post costs: one table in write-ahead mode with synchronous=FULL, a thread that commits
// whatever waits in one transaction. Readable on `descriptor()` when posts have been stored.
class FloorStore {
 public:
  static Result<std::unique_ptr<FloorStore>> open(const QString& path);
  ~FloorStore();

  int descriptor() const { return event_; }
  void append(FloorPost post);
  std::vector<FloorPost> takeStored();

 private:
  explicit FloorStore(Sqlite::Database database);
  void run();
  Status commit(std::vector<FloorPost>& batch);

  Sqlite::Database database_;
  Sqlite::Statement insert_;
  int event_ = -1;
  uint64_t lastNumber_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<FloorPost> waiting_;
  std::vector<FloorPost> stored_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace Parlour::Perf
