// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "protocol/sip/auth/DigestVerifier.h"
#include "protocol/sip/auth/LockOut.h"
#include "server-sim/channel/Store.h"
#include "server-sim/frontend/FrontEndCounters.h"
#include "server-sim/frontend/RegisterChecks.h"
#include "server-sim/frontend/Users.h"

namespace Parlour::Server {

// Decides whether a REGISTER may speak for its user: Digest over the secrets in the store, or nobody asked
// when sign-in is open. Loop thread. A wrong password and an unknown user look the same from outside.
class Authenticator {
 public:
  // Set: refuse with this. Empty: the request is authentic.
  using Verdict = std::function<void(const std::optional<Sip::Response>& refusal)>;

  Authenticator(const FrontEndSettings& settings, Store& store, UserLookup users, const Clock& clock,
                FrontEndCounters& counters);

  // `address`: where it comes from; a lock-out after wrong passwords holds only there. May answer before it returns, or
  // later when the store has been asked.
  void check(const Sip::Request& request, const RegisterRequest& registration, const QByteArray& address,
             Verdict verdict);

 private:
  std::optional<Sip::Response> verify(const Sip::Request& request, const RegisterRequest& registration,
                                      const QByteArray& address);
  std::optional<Sip::Response> checkUser(const SipUri& user) const;
  Sip::Response challenge(const RegisterRequest& registration, bool stale) const;

  const FrontEndSettings& settings_;
  Store& store_;
  UserLookup users_;
  std::vector<StoredCredential> candidate_;  // of the user being verified, for the verifier's look-up
  SipUri candidateUser_;
  Sip::DigestVerifier verifier_;
  Sip::LockOut lockOut_;
  FrontEndCounters& counters_;
};

}  // namespace Parlour::Server
