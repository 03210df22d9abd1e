// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/Eligible.h"

namespace Parlour::Server {

EligibleTest eligibleInRoom(const ChannelState& state, const Room& room, Xccos::RoleType role) {
  const Category* category = state.category(room.category);
  const bool ofRooms = role == Xccos::RoleType::Member || role == Xccos::RoleType::Manager;
  if (!category || (!ofRooms && role != Xccos::RoleType::Presenter)) return {};
  // Everybody in scope counts as a member of an open room, which has no list of members.
  const bool listed = role == Xccos::RoleType::Presenter && room.privacy != Privacy::Open;
  return [&state, &room, category, listed](PrincipalId principal) {
    return state.inScope(principal, *category) && (!listed || state.directory().isIn(principal, room.members));
  };
}

EligibleTest eligibleInCategory(const ChannelState& state, const Category& category, Xccos::RoleType role) {
  if (role == Xccos::RoleType::Allowed || role == Xccos::RoleType::Denied) return [](PrincipalId) { return true; };
  return [&state, &category](PrincipalId principal) { return state.inScope(principal, category); };
}

}  // namespace Parlour::Server
