// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "server-sim/compliance/ComplianceDatabase.h"
#include "server-sim/compliance/Steps.h"

namespace Parlour::Server {

// Moves events from the queue in chat.db to compliance.db, each exactly once: compliance.db knows the last number that
// it ever had, and the queue is shortened only after its commit. Files that uploads name are copied to
// compliance-files/ before. Used by one thread; reads the queue over a connection of its own.
class EventMover {
 public:
  struct Options {
    QString dataDirectory;
    std::function<void(qint64 upTo)> forget;  // has the queue shortened, some time; any thread
    StepHook hook = {};
  };
  static constexpr int kAtOnce = 2'000;

  static Result<std::unique_ptr<EventMover>> open(Options options);

  // Moves some of what waits; how many. On an error nothing is lost, and the next call tries again.
  Result<size_t> step();
  qint64 moved() const { return moved_; }

 private:
  EventMover(Options options, Sqlite::Database chat) : options_(std::move(options)), chat_(std::move(chat)) {}
  Status prepare();
  Status copyFiles(const std::vector<ComplianceEvent>& events) const;
  Status copyFile(const ComplianceEvent& event) const;

  const Options options_;
  Sqlite::Database chat_;
  Sqlite::Statement waiting_;  // after chat_: goes first
  std::unique_ptr<ComplianceDatabase> kept_;
  qint64 moved_ = 0;
};

}  // namespace Parlour::Server
