// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <functional>
#include <memory>

#include "protocol/support/Result.h"

namespace Parlour::Server {

struct ControlLimits {
  size_t clients = 16;              // one more is told so and let go
  qsizetype lineBytes = 1'048'576;  // of a request
  int idleMs = 60'000;              // without a request, or without reading the answer
};

// The control socket of a running server: JSON lines, one request and one answer at a time on each connection
// (AdminCommands.h). Only the account that runs the server, and root, may connect. A thread of its own does the
// input and output and hands every request to the loop. Destroying it tells those who wait, closes all
// connections and takes the socket away; answers that come later are dropped.
class ControlServer {
 public:
  using Answer = std::function<void(const QJsonObject&)>;  // from any thread, once
  // Called on the loop; `account` is the name of the account that asks.
  using Handler = std::function<void(const QJsonObject& request, const QByteArray& account, const Answer& answer)>;
  // Runs a closure on the loop thread, later.
  using Executor = std::function<void(std::function<void()>)>;

  static Result<std::unique_ptr<ControlServer>> start(const QString& dataDirectory, Executor loop, Handler handler,
                                                      const ControlLimits& limits = {});
  ~ControlServer();

 private:
  class Worker;
  explicit ControlServer(std::unique_ptr<Worker> worker);
  std::unique_ptr<Worker> worker_;
};

}  // namespace Parlour::Server
