// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/core/Types.h"
#include "protocol/support/Error.h"

namespace Parlour::Core {

// Whether and when a failed or lost sign-in is tried again (design guide 11, signin 1.12). Pure but for the count of
// failures in a row, which a success sets back.
class ReconnectPolicy {
 public:
  // Delay until the next try; nullopt: stop and tell the person. `wasSignedIn`: the connection worked before
  // with these settings, so that what looks like a typing error then is a disturbance.
  std::optional<qint64> failed(SignInStep step, const Error& error, bool wasSignedIn, quint64 random);
  std::optional<qint64> lost(const Error& error, quint64 random);
  void succeeded() { failures_ = 0; }
  int failures() const { return failures_; }

 private:
  qint64 nextDelay(const Error& error, quint64 random);
  int failures_ = 0;
};

}  // namespace Parlour::Core
