// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Store.h"
#include "server-sim/store/ChangeWriter.h"
#include "server-sim/store/EventWriter.h"
#include "server-sim/store/Executor.h"
#include "server-sim/store/HealthRecord.h"
#include "server-sim/store/PostWriter.h"
#include "server-sim/store/StoreCounters.h"

namespace Parlour::Server {

// The one thread with the writing connection. Takes everything that waits (at most kMaxBatch) into one
// transaction, and hands all answers of a commit to the loop in one closure, in the order of the calls. When the
// transaction fails, all of it is undone and everybody in it gets the error; the next one starts afresh. Messages that
// sets of changes took away are erased in small transactions between those of posts; until its last one is gone
// a set is not answered, nor is any set after it.
// While the disk takes nothing it tries again by itself with something small, less and less often; what comes
// meanwhile is tried too. Nothing is tried in a damaged database.
class WriterThread {
 public:
  using Work = std::function<Status(Sqlite::Database&)>;
  static constexpr size_t kMaxBatch = 512;
  struct Options {
    size_t queueLimit = 20'000;
    std::function<void(int)> walGrew = [](int) {};  // after commits, on this thread: pages of the write-ahead log
    int probeMs = 500;                              // until a disk that took nothing is tried again, at first
    qint64 eventsAbove = 0;                         // numbers of events go on above it
    StoreCounters* counters = nullptr;              // outlives it; null: nothing is counted
  };

  // `clock` and `health` must outlive it.
  static Result<std::unique_ptr<WriterThread>> start(Sqlite::Database database, const Clock& clock, Executor executor,
                                                     HealthRecord& health, Options options);
  // Commits what still waits, then ends the thread and closes the connection.
  ~WriterThread();

  // Busy when so many items wait as allowed; that answer overtakes the waiting ones.
  void append(const NewPost& post, Store::Callback<PostReceipt> done);
  // `work` runs inside the transaction; if it fails, its changes alone are undone.
  void write(Work work, std::function<void(const Status&)> done);
  void change(const ChangeSet& set, Store::Callback<ChangeReceipt> done);
  void record(const std::vector<ComplianceEvent>& events, Store::Callback<Done> done);
  size_t waitingPosts() const { return *waitingPosts_; }
  qint64 lastEvent() const { return events_->lastEvent(); }

 private:
  struct Post {
    NewPost post;
    Store::Callback<PostReceipt> done;
  };
  struct Task {
    Work work;
    std::function<void(const Status&)> done;
  };
  struct Change {
    std::shared_ptr<const ChangeSet> set;
    Store::Callback<ChangeReceipt> done;
  };
  struct Events {
    std::vector<ComplianceEvent> events;
    Store::Callback<Done> done;
  };
  // A set that was written, or refused, and not answered yet.
  struct OpenChange {
    Result<ChangeReceipt> result;
    qint64 lastErasure = 0;  // 0: only waits for those before it
    Store::Callback<ChangeReceipt> done;
  };
  using Item = std::variant<Post, Task, Change, Events>;
  using Batch = std::vector<Item>;
  using Answers = std::vector<std::function<void()>>;

  WriterThread(Sqlite::Database database, const Clock& clock, Executor executor, HealthRecord& health, Options options);
  bool enqueue(Item item);
  void run();
  Batch takeBatch();
  void commit(Batch batch);
  Result<Answers> tryCommit(Batch& batch);
  void noteCommit(const Batch& batch, qint64 startedUs);
  Result<Answers> apply(Batch& batch);
  Status applyPost(Post& post, Answers& answers);
  Status applyTask(Task& task, Answers& answers);
  Status applyChange(Change& change, Answers& answers);
  Status applyEvents(Events& events, Answers& answers);
  Result<Result<WrittenChanges>> tryChange(const ChangeSet& set);
  void keepWaiting();
  void eraseSome();
  Result<Answers> tryErase();
  void noteErased(const MessageEraser::Step& step);
  void moveAnswered(Answers& answers);
  Answers giveUpWaiting();
  void answer(Answers answers);
  Answers failAll(Batch& batch, const Error& error);
  void doQuietWork();
  void idle();
  void probe();
  Status writeProbe();
  std::chrono::milliseconds patience() const;
  void forgetWhenDue();
  void noteSuccess();
  void noteFailure(const Error& error);
  void boundWal();

  Sqlite::Database database_;
  std::unique_ptr<PostWriter> posts_;  // after database_: their statements go first
  std::unique_ptr<ChangeWriter> changes_;
  std::unique_ptr<EventWriter> events_;
  const Clock& clock_;
  const Executor executor_;
  HealthRecord& health_;
  const Options options_;
  // Shared with the answers that are on their way to the loop.
  std::shared_ptr<std::atomic<size_t>> waitingPosts_ = std::make_shared<std::atomic<size_t>>(0);

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Item> queue_;
  bool stopping_ = false;

  // Of the thread itself.
  int walPages_ = 0;
  int walTriedAt_ = 0;  // pages when restarting the log failed last
  int probeMs_ = 0;
  int unmergedCommits_ = 0;
  qint64 lastForgetMs_ = 0;
  bool erasing_ = true;  // something may be left to be erased, at first from the run before
  bool erasingFailed_ = false;
  std::vector<OpenChange> newChanges_;  // of the open transaction
  std::deque<OpenChange> openChanges_;  // in the order of the calls
  std::thread thread_;
};

}  // namespace Parlour::Server
