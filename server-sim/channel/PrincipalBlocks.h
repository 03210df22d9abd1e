// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/xccos/Blocks.h"
#include "server-sim/channel/ChannelState.h"

// The principal blocks of xccos 7.1 and 7.17. Pure functions of the state.
namespace Parlour::Server::PrincipalBlocks {

// Address, kind and name, as in role lists.
Xccos::UserInfo named(const Principal& principal);
// As search results have it: also mail address and company.
Xccos::UserInfo found(const Principal& principal);
// Everything, with all groups above it and whether it is disabled.
Xccos::UserInfo full(const Directory& directory, const Principal& principal);

Xccos::RoleList roleList(const Directory& directory, Xccos::RoleType type, const std::vector<PrincipalId>& list);

}  // namespace Parlour::Server::PrincipalBlocks
