// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>

#include "protocol/signin/PresenceWatch.h"
#include "protocol/support/Clock.h"
#include "server-sim/frontend/Endpoints.h"
#include "server-sim/frontend/Subscriptions.h"

namespace Parlour::Server {

// Who watches how available whom is: one batched subscription for an endpoint (signin 1.3), a later list replaces the
// earlier one. Everybody who is signed in may ask; an address that nobody has looks like somebody who is offline. At
// most 250 people a list. Loop thread; the references must outlive it.
class PresenceWatchers {
 public:
  using Availability = std::function<quint32(const SipUri&)>;
  struct Parts {
    const FrontEndSettings& settings;
    Sip::Transport& transport;
    Subscriptions& subscriptions;
    const Clock& clock;
    Availability availability;
  };
  static constexpr int kMostPeople = 250;

  explicit PresenceWatchers(const Parts& parts) : p_(parts) {}

  void subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void changed(const SipUri& user);  // perhaps; tells the watchers when it is so
  void endpointRemoved(const Endpoint& endpoint);

 private:
  using Watcher = std::pair<SipUri, QByteArray>;  // user and epid
  struct Watched {
    std::set<Watcher> watchers;
    quint32 told = 0;
  };

  void accept(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request,
              const Subscription* known);
  void replaceList(const Watcher& watcher, const QList<SipUri>& users);
  void refuse(Sip::IncomingId incoming, int status, int errorId);

  const Parts p_;
  std::map<SipUri, Watched> watched_;
  std::map<Watcher, QList<SipUri>> lists_;
};

}  // namespace Parlour::Server
