// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "server-sim/channel/ChannelContext.h"

// The blocks of xccos 7.1 made from rooms and principals as they are now. Pure functions of the state.
namespace Parlour::Server::RoomBlocks {

// Address, name, description, number of participants, visibility and switches (xccos 7.8).
Xccos::ChanInfo searchResult(const ChannelContext& context, const Room& room);
// Everything but the room's people, as a join reply has it: switches as they take effect (xccos 7.4).
Xccos::ChanInfo joined(const ChannelContext& context, const Room& room);
// Everything, with the invitation switch as set on the room itself (xccos 7.14).
Xccos::ChanInfo full(const ChannelContext& context, const Room& room);
// The three role lists of a room, for its managers.
std::vector<Xccos::RoleList> roles(const ChannelState& state, const Room& room);

// Name, description, parent and switches of a category (xccos 7.16).
Xccos::NodeInfo category(const ChannelState& state, const Category& category);
// An invitation to a room as its receiver gets it (xccos 7.10).
Xccos::Invitation invitation(const ChannelContext& context, const Room& room, const StoredInvitation& stored);

// A request to join that is open; its end, and the address of a room that is gone, are for the caller to set.
Xccos::JoinRequest joinRequest(const ChannelState& state, const Room* room, const JoinRequest& request);

Xccos::Behavior behavior(RoomType type);
Xccos::Visibility visibility(Privacy privacy);
// Address and display name.
Xccos::UserInfo person(const Principal& principal);

}  // namespace Parlour::Server::RoomBlocks

namespace Parlour::Server {

// Collects the participants of the rooms of one reply: each user once under a number, each room with the map from
// permission sets to these numbers (xccos 7.4).
class RosterMap {
 public:
  // Lists are left out once the reply would name more users than `maxUsers`; without `names` only addresses are given.
  explicit RosterMap(size_t maxUsers, bool names = true) : maxUsers_(maxUsers), names_(names) {}
  // False: the room's list was left out, the block is unchanged.
  bool add(const ChannelContext& context, RoomId room, Xccos::ChanInfo& block);
  std::vector<Xccos::UserInfo> takeUsers() { return std::move(users_); }

 private:
  quint32 numberOf(const ChannelContext& context, PrincipalId user);

  size_t maxUsers_;
  bool names_;
  std::vector<Xccos::UserInfo> users_;
  std::unordered_map<PrincipalId, quint32> numbers_;
};

}  // namespace Parlour::Server
