// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "protocol/sip/auth/LockOut.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/Store.h"

namespace Parlour::Server {

struct WebSignInOptions {
  bool open = false;  // any known user without a password (demo, loopback)
  Sip::LockOutOptions lockOut;
};

// Checks who signs in to the web pages against the secrets in the store (HA1). Unknown users, users without a
// password and wrong passwords look the same from outside. Loop thread; the references outlive it.
class WebSignIn {
 public:
  using Verdict = std::function<void(const Result<PrincipalId>&)>;

  WebSignIn(const WebSignInOptions& options, const ChannelState& state, Store& store, const Clock& clock);

  // `name` is a login ("ada") or an address, with or without "sip:". Unauthorized: wrong; Busy: locked out, with
  // retryAfterSeconds; Disabled: right, but kept out.
  void check(const QString& name, const QString& password, const QByteArray& address, const Verdict& verdict);

 private:
  const Principal* userNamed(const QString& name) const;
  Result<PrincipalId> judge(const QByteArray& key, const QByteArray& address, PrincipalId user, bool right);

  const WebSignInOptions options_;
  const ChannelState& state_;
  Store& store_;
  Sip::LockOut lockOut_;
};

}  // namespace Parlour::Server
