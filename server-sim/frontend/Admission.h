// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "protocol/sip/Transport.h"
#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "server-sim/frontend/FrontEndCounters.h"
#include "server-sim/frontend/LoadMonitor.h"
#include "server-sim/frontend/RateLimits.h"
#include "server-sim/frontend/SignInSlots.h"

namespace Parlour::Server {

// Decides which requests are taken now: by the load, by how many sign-ins are under way, and by the rates of a
// user or an address. Each question gives nothing when the request is taken, else the seconds for Retry-After; what was
// refused is counted. Who is signed in already goes on working while sign-ins are refused. Loop thread; the
// references must outlive it.
class Admission {
 public:
  Admission(const LoadSettings& settings, Sip::Transport& transport, const Clock& clock, FrontEndCounters& counters);

  void note(const LoadReading& reading);
  LoadLevel level() const { return monitor_.level(); }

  std::optional<int> stranger(Sip::ConnectionId connection);  // a request of somebody who is not signed in
  std::optional<int> signIn(Sip::ConnectionId connection);    // one that begins a sign-in or goes on with it
  std::optional<int> user(const SipUri& user);                // one of a signed-in user, outside of a chat dialog
  // An envelope in a chat dialog; looks into it only under load.
  std::optional<int> envelope(const QByteArray& body) {
    return monitor_.refuses(LoadLevel::NoReading) ? envelopeUnderLoad(body) : std::nullopt;
  }

  void signInGoesOn(Sip::ConnectionId connection);
  void signedIn(Sip::ConnectionId connection);
  void connectionClosed(Sip::ConnectionId connection);
  // Call about once a second.
  void tick();

 private:
  std::optional<int> envelopeUnderLoad(const QByteArray& body);
  // What counts as one sender; empty when it is not limited.
  QByteArray limitedAddress(Sip::ConnectionId connection) const;
  int spread(int leastSeconds, int mostSeconds) const;

  const LoadSettings& settings_;
  Sip::Transport& transport_;
  const Clock& clock_;
  FrontEndCounters& counters_;
  LoadMonitor monitor_;
  SignInSlots slots_;
  RateLimits users_;
  RateLimits addresses_;
};

}  // namespace Parlour::Server
