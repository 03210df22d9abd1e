// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <functional>
#include <memory>

#include "server-sim/store/Executor.h"

namespace Parlour::Server {

// Lets threads of the web service ask the loop and wait, a limited time, for the answer; the loop itself never waits.
// Thread-safe.
class LoopCaller {
 public:
  using Answer = std::function<void(const QJsonObject&)>;  // from any thread, also too late
  using Action = std::function<void(const Answer&)>;       // on the loop

  LoopCaller(Executor loop, int timeoutMs);
  ~LoopCaller();

  // {"ok":false,"error":{"code":"Timeout"…}} when no answer came in time or the server ends.
  QJsonObject call(const Action& action) const;
  // Lets go all that wait; calls are refused from now on.
  void close();

 private:
  struct Shared;
  const Executor loop_;
  const int timeoutMs_;
  std::shared_ptr<Shared> shared_;
};

}  // namespace Parlour::Server
