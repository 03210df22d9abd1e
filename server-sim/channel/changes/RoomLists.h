// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/changes/Planning.h"
#include "server-sim/channel/changes/RoomPlans.h"

// The lists of a room that is being planned. Pure functions.
namespace Parlour::Server::RoomLists {

// The list of a role; rooms have none of creators.
std::vector<PrincipalId>& of(Room& room, Role role);

// Applies the edits. What is new in a list must be in the scope of `category`, and what is named must be possible in a
// room of this type and privacy. Ends by dropping what the room cannot keep.
Planning::Checked edit(const ChannelState& state, const Category& category, Room& room,
                       const std::vector<RoleEdit>& edits);
// Removes what the category does not allow.
void dropForbidden(const ChannelState& state, const Category& category, Room& room);
// Removes members of an open room, presenters of a normal one, and presenters who are no members.
void dropImpossible(const ChannelState& state, Room& room);
// Some user among the managers could act as one.
bool hasActiveManager(const ChannelState& state, const Category& category, const Room& room);
// Users that are members of `after` and were none of `before`, through groups too; ascending.
std::vector<PrincipalId> newMembers(const ChannelState& state, const Room* before, const Room& after);
// Invitations for those of them who can follow one, the actor left out (product.md IN-1).
std::vector<NewInvitation> invitations(const ChannelState& state, const Category& category,
                                       const std::vector<PrincipalId>& newMembers, const Room& room, PrincipalId actor);

}  // namespace Parlour::Server::RoomLists
