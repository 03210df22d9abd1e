// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/signin/Provisioning.h"
#include "server-sim/frontend/Endpoints.h"
#include "server-sim/frontend/Subscriptions.h"
#include "server-sim/frontend/Users.h"

namespace Parlour::Server {

// Answers the provisioning SUBSCRIBE: whether the user's policy allows persistent chat and where the pool is
// (signin 2). Loop thread; keeps nothing.
class Provisioner {
 public:
  Provisioner(const FrontEndSettings& settings, Sip::Transport& transport, Subscriptions& subscriptions,
              UserLookup users);
  void receive(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);

 private:
  Signin::ProvisioningOffer offerFor(const SipUri& user) const;

  const FrontEndSettings& settings_;
  Sip::Transport& transport_;
  Subscriptions& subscriptions_;
  UserLookup users_;
};

}  // namespace Parlour::Server
