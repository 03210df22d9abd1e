// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/AccessPolicy.h"

#include "protocol/xccos/Permissions.h"

namespace Parlour::Server::AccessPolicy {
namespace {

namespace Permission = Xccos::Permission;
using Xccos::ResponseCode;

Decision permitted() { return {}; }
Decision denied(const char* reason) { return {ResponseCode::Permission, QByteArray(reason)}; }
Decision roomDisabled() { return {ResponseCode::NodeDisabled, QByteArrayLiteral("This room is disabled.")}; }

// Knows that the room exists, whether or not it is enabled.
bool knows(const Standing& user, const RoomTraits& room) {
  if (!user.active) return false;
  if (user.administrator) return true;
  if (!user.inScope) return false;
  return room.privacy != Privacy::Secret || user.member || user.manager;
}

// What every use of a room needs before its own rule: known and enabled.
Decision usable(const Standing& user, const RoomTraits& room) {
  if (!knows(user, room)) return noSuchNode();
  return room.disabled ? roomDisabled() : permitted();
}

}  // namespace

Decision noSuchNode() { return {ResponseCode::NoSuchNode, QByteArrayLiteral("There is no such room.")}; }

Decision notJoined() { return {ResponseCode::UserNotJoined, QByteArrayLiteral("You have not joined this room.")}; }

bool isMember(const Standing& user, const RoomTraits& room) {
  return user.active && user.inScope && (room.privacy == Privacy::Open || user.member);
}

bool isManager(const Standing& user) { return user.active && (user.administrator || (user.inScope && user.manager)); }

quint32 mask(const Standing& user, const RoomTraits& room) {
  const bool member = isMember(user, room);
  const bool manager = isManager(user);
  const bool presenter = member && user.presenter && room.type == RoomType::Auditorium;
  if (member && !manager && room.privacy == Privacy::Open) {
    return Permission::kOpenRoomUser | (presenter ? Permission::kChatInAuditorium : 0U);
  }
  return Permission::maskFor(member, manager, presenter);
}

Decision find(const Standing& user, const RoomTraits& room, bool disabledWanted) {
  if (!knows(user, room)) return noSuchNode();
  if (room.disabled && !(disabledWanted && isManager(user))) return noSuchNode();
  if (room.privacy == Privacy::Secret && !isMember(user, room)) return noSuchNode();
  return permitted();
}

Decision see(const Standing& user, const RoomTraits& room) {
  if (!knows(user, room)) return noSuchNode();
  return room.disabled && !isManager(user) ? roomDisabled() : permitted();
}

Decision join(const Standing& user, const RoomTraits& room) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  return Permission::canJoin(mask(user, room)) ? permitted() : denied("Only members may join this room.");
}

Decision readHistory(const Standing& user, const RoomTraits& room, bool joined) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  if (joined || Permission::canReadHistory(mask(user, room))) return permitted();
  return denied("Only members may read the history of this room.");
}

Decision seeParticipants(const Standing& user, const RoomTraits& room) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  return isMember(user, room) ? permitted() : denied("Only members may see who is in this room.");
}

Decision post(const Standing& user, const RoomTraits& room, bool joined) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  if (!joined) return notJoined();
  const bool auditorium = room.type == RoomType::Auditorium;
  const auto behavior = auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  if (Permission::canPost(behavior, mask(user, room))) return permitted();
  return denied(auditorium ? "Only presenters may post in this room." : "You may not post in this room.");
}

Decision manage(const Standing& user, const RoomTraits& room) {
  if (!knows(user, room)) return noSuchNode();
  return isManager(user) ? permitted() : denied("Only managers may change this room.");
}

Decision createRooms(const Standing& user) {
  const bool may = user.active && (user.administrator || (user.inScope && user.creator));
  return may ? permitted() : denied("You may not create rooms in this category.");
}

}  // namespace Parlour::Server::AccessPolicy
