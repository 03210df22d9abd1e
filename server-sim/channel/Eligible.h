// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "protocol/xccos/Blocks.h"
#include "server-sim/channel/ChannelState.h"

// Who may get a role (product.md 1.4, xccos 7.17). Pure functions of the state; the tests that they give live no
// longer than the room or category.
namespace Parlour::Server {

using EligibleTest = std::function<bool(PrincipalId)>;

// Member and manager: in scope of the category; presenter: member as well. Empty for roles that rooms do not have.
EligibleTest eligibleInRoom(const ChannelState& state, const Room& room, Xccos::RoleType role);
// Creator, and the roles of a room that does not exist yet: in scope. Allowed and denied: anybody.
EligibleTest eligibleInCategory(const ChannelState& state, const Category& category, Xccos::RoleType role);

}  // namespace Parlour::Server
