// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/AccessPolicy.h"

#include "protocol/xccos/Permissions.h"

namespace Parlour::Server::AccessPolicy {
namespace {

namespace Permission = Xccos::Permission;
using Xccos::ResponseCode;

Decision permitted() { return {}; }
Decision denied(const char* reason, Remedy remedy) { return {ResponseCode::Permission, QByteArray(reason), remedy}; }
Decision roomDisabled() {
  return {ResponseCode::NodeDisabled, QByteArrayLiteral("This room is disabled."), Remedy::Administrators};
}

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

// Why somebody who knows the room may not enter it.
Decision notAMember(const Standing& user, const char* reason) {
  if (!isManager(user)) return denied(reason, Remedy::Managers);
  if (!user.inScope) {
    return denied("You may manage this room, but its category does not admit you as a member.", Remedy::Administrators);
  }
  return denied("You may manage this room, but only its members may enter. Add yourself as a member first.",
                Remedy::None);
}

}  // namespace

Decision noSuchNode() { return {ResponseCode::NoSuchNode, QByteArrayLiteral("There is no such room."), Remedy::None}; }

Decision noSuchCategory() {
  return {ResponseCode::NoSuchNode, QByteArrayLiteral("There is no such category."), Remedy::None};
}

Decision notJoined() {
  return {ResponseCode::UserNotJoined, QByteArrayLiteral("You have not joined this room."), Remedy::None};
}

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
  if (Permission::canJoin(mask(user, room))) return permitted();
  return notAMember(user, user.presenter ? "Only members may join this room; presenters must be members too."
                                         : "Only members may join this room.");
}

Decision askToJoin(const Standing& user, const RoomTraits& room) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  if (isMember(user, room)) return {ResponseCode::InvalidArgument, "You are a member of this room already.", {}};
  if (isManager(user)) return notAMember(user, "");
  // Whoever may not find a secret room cannot ask to be let in.
  return room.privacy == Privacy::Secret ? noSuchNode() : permitted();
}

Decision readHistory(const Standing& user, const RoomTraits& room, bool joined) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  if (joined || Permission::canReadHistory(mask(user, room))) return permitted();
  return notAMember(user, "Only members may read the history of this room.");
}

Decision seeParticipants(const Standing& user, const RoomTraits& room) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  return isMember(user, room) ? permitted() : notAMember(user, "Only members may see who is in this room.");
}

Decision post(const Standing& user, const RoomTraits& room, bool joined) {
  const Decision use = usable(user, room);
  if (!use.allowed()) return use;
  if (!joined) return notJoined();
  const bool auditorium = room.type == RoomType::Auditorium;
  const auto behavior = auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  if (Permission::canPost(behavior, mask(user, room))) return permitted();
  return denied(auditorium ? "Only presenters may post in this room." : "Only members may post in this room.",
                Remedy::Managers);
}

Decision readFiles(const Standing& user, const RoomTraits& room, bool joined) {
  const Decision enter = AccessPolicy::join(user, room);
  if (!enter.allowed()) return enter;
  return joined ? permitted() : notJoined();
}

Decision postFiles(const Standing& user, const RoomTraits& room, bool joined, bool filesAllowed) {
  const Decision posting = post(user, room, joined);
  if (!posting.allowed() || filesAllowed) return posting;
  return denied("Files are switched off in this category.", Remedy::Administrators);
}

Decision seeMembers(const Standing& user, const RoomTraits& room) { return see(user, room); }

Decision seePresenters(const Standing& user, const RoomTraits& room) {
  const Decision seen = see(user, room);
  if (!seen.allowed() || isManager(user)) return seen;
  return denied("Only managers may see the list of presenters.", Remedy::Managers);
}

Decision manage(const Standing& user, const RoomTraits& room) {
  if (!knows(user, room)) return noSuchNode();
  return isManager(user) ? permitted() : denied("Only managers may change this room.", Remedy::Managers);
}

Decision enable(const Standing& user, const RoomTraits& room) {
  if (!knows(user, room)) return noSuchNode();
  if (user.administrator) return permitted();
  return denied("Only administrators may enable a room that was disabled.", Remedy::Administrators);
}

Decision move(const Standing& user, const RoomTraits& room, const Standing& inTarget) {
  const Decision managed = manage(user, room);
  if (!managed.allowed()) return managed;
  const Decision seen = seeCategory(inTarget);
  if (!seen.allowed() || createRooms(inTarget).allowed()) return seen;
  return denied("A room may be moved only by a manager who may create rooms in its new category.",
                Remedy::Administrators);
}

Decision remove(const Standing& user, const RoomTraits& room) {
  if (!knows(user, room)) return noSuchNode();
  if (user.administrator) return permitted();
  return denied("Only administrators may remove rooms or messages.", Remedy::Administrators);
}

Decision seeCategory(const Standing& user) {
  return user.active && (user.administrator || user.inScope) ? permitted() : noSuchCategory();
}

Decision createRooms(const Standing& user) {
  const Decision seen = seeCategory(user);
  if (!seen.allowed() || user.administrator || user.creator) return seen;
  return {ResponseCode::UnableToCreateRoom,
          QByteArrayLiteral("Only the creators of this category may create rooms in it."), Remedy::Administrators};
}

Decision administerCategory(const Standing& user) {
  const Decision seen = seeCategory(user);
  return seen.allowed() ? administer(user) : seen;
}

Decision administer(const Standing& user) {
  if (user.active && user.administrator) return permitted();
  return denied("Only administrators may do this.", Remedy::Administrators);
}

}  // namespace Parlour::Server::AccessPolicy
