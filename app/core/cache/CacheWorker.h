// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "app/core/cache/CacheStore.h"
#include "app/core/cache/SqliteMessageCache.h"

namespace Parlour::Core {

// The thread of a message cache with its queue: opens and replaces the file, runs writes and reads in the order of the
// calls, and decides what a failing disk means. post() and end() from the GUI thread, everything else on the own one.
class SqliteMessageCache::Worker {
 public:
  using Tell = std::function<void(CacheNews, const QString& words)>;  // called on the own thread
  using Write = std::function<Status(CacheStore&)>;
  enum class Weight {
    MayBeLost,  // a page: the server has it too
    Must,       // erasing, and what is known of rooms
  };

  Worker(const MessageCacheOptions& options, Tell tell);
  ~Worker();  // after what waits has been done

  void post(std::function<void()> job);
  void postWrite(Weight weight, Write write);
  void postLimits(const CacheLimits& limits);

  Result<QList<CachedRoom>> open(const SipUri& account);
  void close();
  Result<CacheStore*> reader();
  void failed(const Error& error);  // of a read

 private:
  struct Job {
    std::function<void()> run;
    bool mayBeLost = false;
  };
  void run();
  void write(Weight weight, const Write& write);
  bool payDebts();
  Status attempt(const Write& write);
  Status mayWrite() const;
  void pause(const Error& error);
  void startAnew();
  void pruneSoon();

  const MessageCacheOptions options_;
  const Tell tell_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  int waitingWrites_ = 0;
  bool ending_ = false;

  std::unique_ptr<CacheStore> store_;
  SipUri account_;
  QString path_;
  CacheLimits limits_;
  std::deque<Write> debts_;  // what has to be erased and could not be yet
  bool paused_ = false;
  qint64 retryAtMs_ = 0;
  int keptSincePruning_ = 0;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace Parlour::Core
