// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace Parlour::Signin {

// The header presence-state of the 200 to REGISTER (signin 1.8).
struct PresenceState {
  QByteArray registerAction;      // added, fixed, refreshed, or another word; lower case
  QByteArray primaryClusterType;  // central, remote; empty when absent
  std::optional<bool> connectedToPrimary;

  static PresenceState make(QByteArrayView registerAction);
  static std::optional<PresenceState> parse(QByteArrayView value);
  QByteArray toBytes() const;

  // In the answer to a refresh: the server had lost the registration, so dialogs and subscriptions are gone.
  bool bindingIsNew() const { return registerAction == "added" || registerAction == "fixed"; }
};

}  // namespace Parlour::Signin
