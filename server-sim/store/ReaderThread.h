// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Store.h"
#include "server-sim/metrics/Histogram.h"
#include "server-sim/store/AdminReader.h"
#include "server-sim/store/Executor.h"
#include "server-sim/store/HistoryReader.h"
#include "server-sim/store/UserReader.h"

namespace Parlour::Server {

// One thread with a read-only connection. Jobs run in the order of the calls and answer through the executor; a job
// that runs longer than the time limit fails with Timeout. Ends without doing what still waits: those get Cancelled.
class ReaderThread {
 public:
  struct Readers {
    HistoryReader& history;
    UserReader& users;
    AdminReader& administration;
  };

  // `readUs` gets the time of each reading and outlives the thread.
  static Result<std::unique_ptr<ReaderThread>> start(Sqlite::Database database, Executor executor, size_t queueLimit,
                                                     int timeLimitMs, Histogram& readUs);
  ~ReaderThread();

  size_t waiting() const;  // jobs; any thread

  // `read` runs on this thread. Busy when the queue is full; that answer overtakes the waiting ones.
  template <typename T>
  void read(std::function<Result<T>(Readers&)> read, Store::Callback<T> done) {
    const bool queued = enqueue([this, read = std::move(read), done](Readers* readers) {
      auto result = std::make_shared<Result<T>>(readers != nullptr ? read(*readers) : Result<T>(cancelled()));
      executor_([done, result] { done(*result); });
    });
    if (!queued) executor_([done] { done(queueFull()); });
  }

 private:
  using Job = std::function<void(Readers*)>;  // without readers: tell that it will not be done

  ReaderThread(Sqlite::Database database, Executor executor, size_t queueLimit, int timeLimitMs, Histogram& readUs);
  static Error queueFull();
  static Error cancelled();
  bool enqueue(Job job);
  void run();

  Sqlite::Database database_;
  std::unique_ptr<HistoryReader> history_;  // after database_: their statements go first
  std::unique_ptr<UserReader> users_;
  std::unique_ptr<AdminReader> administration_;
  const Executor executor_;
  const size_t queueLimit_;
  const int timeLimitMs_;
  Histogram& readUs_;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace Parlour::Server
