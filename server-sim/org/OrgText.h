// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/org/OrgFields.h"
#include "server-sim/org/Organisation.h"

namespace Parlour::Server {

// Reads `text` or `story`, and `alert`, of a message into the form of xccos 8.1 and checks size,
// characters and that it has exactly one of the two. Author and time stay empty.
OrgMessage readOrgMessage(const OrgFields& fields);

}  // namespace Parlour::Server
