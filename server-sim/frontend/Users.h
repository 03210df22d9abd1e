// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Finds a user of the organisation by address; null when there is none. The pointer is valid until the
// directory changes, so it is not kept.
using UserLookup = std::function<const Principal*(const SipUri& user)>;

}  // namespace Parlour::Server
