// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/frontend/Admission.h"
#include "server-sim/frontend/Authenticator.h"
#include "server-sim/frontend/ChatDialogs.h"
#include "server-sim/frontend/LoadNews.h"
#include "server-sim/frontend/PresenceService.h"
#include "server-sim/frontend/PresenceWatchers.h"
#include "server-sim/frontend/Provisioner.h"
#include "server-sim/frontend/Registrar.h"

namespace Parlour::Server {

// Takes every SIP request to the part that answers it, after checking that it comes from a registered
// endpoint of the user it names. Owns these parts. Loop thread; the references must outlive it.
class FrontEnd : public Sip::TransportObserver {
 public:
  FrontEnd(const FrontEndSettings& settings, Sip::Transport& transport, Store& store, UserLookup users,
           const Clock& clock);

  ChatDialogs& dialogs() { return dialogs_; }
  void setService(ChannelService* service) { dialogs_.setService(service); }
  // Who takes part without an endpoint of his own, such as the people of the demo: shown as available. Set it before
  // anybody signs in.
  void setStandIns(std::function<bool(const SipUri&)> isStandIn) { isStandIn_ = std::move(isStandIn); }
  // Expires registrations and sessions, and tells of what was refused; call about once a second.
  void tick();
  // The load as it is now; call a few times a second.
  void noteLoad(const LoadReading& reading) { admission_.note(reading); }
  LoadLevel loadLevel() const { return admission_.level(); }
  // Where operators read what happened; may be null.
  void setEvents(EventLog* events) { news_.setEvents(events); }
  FrontEndCounters& counters() { return counters_; }
  size_t endpointCount() const { return registrar_.endpoints().size(); }

  void requestReceived(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) override;
  void infoAnswered(Sip::ConnectionId connection, const QByteArray& callId, quint32 cseq,
                    const Sip::Response& response) override;
  void connectionClosed(Sip::ConnectionId connection, const Error& reason) override;

 private:
  std::optional<int> refusedFor(Sip::ConnectionId connection, const Endpoint* endpoint, const Sip::Request& request);
  void invite(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  bool inDialog(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request);
  void subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void endpointRemoved(const Endpoint& endpoint);

  quint32 availability(const SipUri& user) const;

  const FrontEndSettings settings_;
  Sip::Transport& transport_;
  FrontEndCounters counters_;
  LoadNews news_;
  Admission admission_;
  Authenticator authenticator_;
  Registrar registrar_;
  Subscriptions subscriptions_;
  Provisioner provisioner_;
  PresenceService presence_;
  PresenceWatchers watchers_;
  ChatDialogs dialogs_;
  std::function<bool(const SipUri&)> isStandIn_;
};

}  // namespace Parlour::Server
