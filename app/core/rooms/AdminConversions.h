// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/core/rooms/RoomAdminTypes.h"
#include "protocol/support/Result.h"
#include "protocol/xccos/Blocks.h"

namespace Parlour::Core {

// Between the wire's blocks and what the dialogs for creating and managing rooms show.

Principal toPrincipal(const Xccos::UserInfo& user);
QList<Principal> toPrincipals(const std::vector<Xccos::UserInfo>& users);
Xccos::RoleType toRoleType(RoomRole role);

// The lists that the roles tell; `details` keeps the others.
void takeRoles(RoomDetails& details, const std::vector<Xccos::RoleList>& roles);
// `details` with what the block tells besides the summary.
void takeSettings(RoomDetails& details, const Xccos::ChanInfo& room);

// What a new room looks like on the wire: whole lists. Fails without name or category, or with a bad address.
Result<Xccos::ChanInfo> toNewRoom(const RoomEdit& edit);
// Only what changes, lists by who comes and who goes (xccos 7.15). Fails with a bad address.
Result<Xccos::ChanInfo> toChanges(const RoomUri& room, const RoomEdit& edit);
// What the room looks like once the server has taken the edit.
RoomSummary withEdit(RoomSummary summary, const RoomEdit& edit);

}  // namespace Parlour::Core
