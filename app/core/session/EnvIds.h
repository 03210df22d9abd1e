// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Ids.h"

namespace Parlour::Core {

// Numbers the envelopes of one client from a random base (DESIGN 3), over all its sessions: a post keeps its
// number when it is repeated in another session.
class EnvIds {
 public:
  explicit EnvIds(quint64 random) : next_((random >> 1) + 1) {}
  EnvId take() { return next_++; }

 private:
  EnvId next_;
};

}  // namespace Parlour::Core
