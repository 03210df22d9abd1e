// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>

#include "protocol/sip/Transport.h"
#include "server-sim/frontend/Authenticator.h"
#include "server-sim/frontend/Endpoints.h"

namespace Parlour::Server {

// Answers REGISTER and keeps who is registered where (signin 1.3 to 1.9). Loop thread.
class Registrar {
 public:
  // Told about every endpoint that is gone, for whatever reason; the table has forgotten it.
  using OnRemoved = std::function<void(const Endpoint& endpoint)>;

  Registrar(const FrontEndSettings& settings, Sip::Transport& transport, Authenticator& authenticator,
            const Clock& clock);

  void setOnRemoved(OnRemoved removed) { onRemoved_ = std::move(removed); }
  void receive(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request);
  void connectionClosed(Sip::ConnectionId connection);
  size_t expire();  // how many registrations were over

  // The endpoint that a request speaks for: registered on this connection with that From and epid.
  const Endpoint* endpointOf(Sip::ConnectionId connection, const Sip::Request& request) const;
  const EndpointTable& endpoints() const { return table_; }

 private:
  bool isKnown(Sip::ConnectionId connection, const RegisterRequest& registration) const;
  void checked(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request,
               const RegisterRequest& registration, const std::optional<Sip::Response>& refusal);
  void accept(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request,
              const RegisterRequest& registration);
  void bind(Sip::ConnectionId connection, const Sip::Request& request, const RegisterRequest& registration,
            const QByteArray& serverTag);
  Sip::Response successReply(const RegisterRequest& registration, const QByteArray& action) const;
  void makeRoom(const SipUri& user);
  void remove(const Endpoint& endpoint);
  void notifyRemoval(const Endpoint& endpoint);

  const FrontEndSettings& settings_;
  Sip::Transport& transport_;
  Authenticator& authenticator_;
  const Clock& clock_;
  EndpointTable table_;
  std::multiset<Sip::ConnectionId> checking_;  // open connections, one item for each request being authenticated
  OnRemoved onRemoved_;
};

}  // namespace Parlour::Server
