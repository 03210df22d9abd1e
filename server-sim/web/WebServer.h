// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server-sim/metrics/MetricsAccess.h"
#include "server-sim/store/Executor.h"
#include "server-sim/web/HttpServer.h"
#include "server-sim/web/WebSessions.h"
#include "server-sim/web/WebSignIn.h"

namespace Parlour::Server {

class AdminCommands;
class ChannelService;
class HttpTransfers;
class StatusBoard;

struct WebServerOptions {
  HttpOptions http;
  QByteArray hostName;  // in the address of the pages where they are not on one IP address
  WebSessionLimits sessions;
  WebSignInOptions signIn;
  MetricsAccess metrics = MetricsAccess::Loopback;
  int answerMs = 10'000;  // how long a page waits for the loop
};

// The room-management web service as a whole. Create, start and destroy it on the loop thread; it has threads of its
// own, whose requests it hands to the loop.
class WebServer {
 public:
  // Takes the port, so that its address can be announced before anything else runs.
  static Result<std::unique_ptr<WebServer>> bind(const WebServerOptions& options);
  ~WebServer();

  QByteArray url() const;  // "http://127.0.0.1:8080/"
  // Who serves the addresses of files; before start(), outlives this and is closed when this goes.
  void setTransfers(HttpTransfers* transfers);
  // Once. The references outlive this object; the executor must drop what comes after its end.
  void start(ChannelService& service, const AdminCommands& administration, const StatusBoard& monitor, Store& store,
             const Clock& clock, Executor loop);

 private:
  class Private;
  explicit WebServer(std::unique_ptr<Private> d);
  std::unique_ptr<Private> d_;
};

}  // namespace Parlour::Server
