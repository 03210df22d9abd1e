// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <memory>

#include "protocol/sip/sofia/SipLoop.h"
#include "protocol/support/Clock.h"
#include "server-sim/config/ServerConfig.h"

namespace Parlour::Server {

// parlour-server as one object: store, chat service, front end, transport, bots, wired together. Create, use and
// destroy it on the thread of the loop; tests run it beside a client in one process.
class Server {
 public:
  // Opens the store, loads the organisation, listens. Errors are ready to print.
  static Result<std::unique_ptr<Server>> start(const ServerConfig& config, Sip::SipLoop& loop, const Clock& clock);
  ~Server();

  // Where it accepts, one item a listener: "tcp:127.0.0.1:40123".
  const QStringList& addresses() const;
  // Address of the room management page; empty when it is off.
  QByteArray webUrl() const;
  // SHA-256 fingerprint of the TLS certificate; empty without a TLS listener.
  QString certificateFingerprint() const;
  size_t sessionCount() const;

 private:
  class Private;
  explicit Server(std::unique_ptr<Private> d);
  std::unique_ptr<Private> d_;
};

}  // namespace Parlour::Server
