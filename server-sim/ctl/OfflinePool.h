// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

#include "protocol/support/Clock.h"
#include "server-sim/channel/ChannelService.h"
#include "server-sim/channel/Store.h"
#include "server-sim/control/AdminCommands.h"
#include "server-sim/ctl/Pool.h"

namespace Parlour::Server {
class SqliteStore;
}

namespace Parlour::Ctl {

// Closures of other threads, run one after the other where run() is called.
class WorkQueue {
 public:
  void post(std::function<void()> work);
  // Runs closures until `done` is true.
  void run(const bool& done);

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> work_;
};

// The data directory of a server that does not run, under the same rules and with the same audit trail.
class OfflinePool final : public Pool, private Server::SessionSink {
 public:
  static Result<std::unique_ptr<OfflinePool>> open(const QString& dataDir);
  ~OfflinePool() override;
  Result<QJsonObject> ask(const QJsonObject& request) override;

 private:
  OfflinePool() = default;
  Status load(const QString& dataDir);
  void deliver(Server::SessionId, const Server::SharedEnvelope&) override {}  // nobody is signed in

  const SystemClock clock_{};
  WorkQueue queue_;
  std::unique_ptr<Server::SqliteStore> store_;
  std::unique_ptr<Server::ChannelService> service_;
  std::unique_ptr<Server::AdminCommands> commands_;
};

}  // namespace Parlour::Ctl
