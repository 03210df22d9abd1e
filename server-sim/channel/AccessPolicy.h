// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "protocol/xccos/ResponseCodes.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// What one user is to one room, as the lists say. Roles count only inside the category's scope
// (product.md 1.4), which the rules below take care of.
struct Standing {
  bool active = true;  // false: disabled principal or no policy
  bool inScope = false;
  bool member = false;
  bool manager = false;
  bool presenter = false;
  bool creator = false;  // of the room's category
  bool administrator = false;
};

// The properties of a room that decide about access.
struct RoomTraits {
  RoomType type = RoomType::Normal;
  Privacy privacy = Privacy::Closed;
  bool disabled = false;

  static RoomTraits of(const Room& room) { return {room.type, room.privacy, room.disabled}; }
};

// Who could grant what was refused.
enum class Remedy { None, Managers, Administrators };

// The answer to "may he": a response code of xccos 5 and one sentence for people that names the rule
// (product.md RM-15). The sentence says nothing that the asking person may not know.
struct Decision {
  Xccos::ResponseCode code = Xccos::ResponseCode::Success;
  QByteArray reason;
  Remedy remedy = Remedy::None;

  bool allowed() const { return code == Xccos::ResponseCode::Success; }
};

// The permission rules of product.md 1.4 and xccos 6.4, 7.15 to 7.18, 11.2: pure functions of plain values.
// What must not be known of is answered like what does not exist.
namespace AccessPolicy {

// The one answer for "does not exist" and for "exists, but not for you"; of rooms and of categories.
Decision noSuchNode();
Decision noSuchCategory();
// The one answer for a room that is known but was not joined.
Decision notJoined();

// Counts as a member: on the list and in scope, or in scope of an open room.
bool isMember(const Standing& user, const RoomTraits& room);
bool isManager(const Standing& user);
// The permission set for aib/@key (xccos 6.2); 0 for nothing at all.
quint32 mask(const Standing& user, const RoomTraits& room);

// Appears among search results. A disabled room only to a manager who asked for disabled rooms.
Decision find(const Standing& user, const RoomTraits& room, bool disabledWanted = false);
// May know that it exists and ask for its properties; managers and administrators also of secret and disabled rooms.
Decision see(const Standing& user, const RoomTraits& room);
Decision join(const Standing& user, const RoomTraits& room);
// Bit 10, or joined.
Decision readHistory(const Standing& user, const RoomTraits& room, bool joined);
// May be told who is in the room.
Decision seeParticipants(const Standing& user, const RoomTraits& room);
// For membership of a closed room (product.md IN-9).
Decision askToJoin(const Standing& user, const RoomTraits& room);
Decision post(const Standing& user, const RoomTraits& room, bool joined);
// Files are read by who has joined and put there by who may post, where the category has them (xccos 7.12).
Decision readFiles(const Standing& user, const RoomTraits& room, bool joined);
Decision postFiles(const Standing& user, const RoomTraits& room, bool joined, bool filesAllowed);

// The lists of who is member and who manages; and who presents (xccos 7.17).
Decision seeMembers(const Standing& user, const RoomTraits& room);
Decision seePresenters(const Standing& user, const RoomTraits& room);
// Change properties and role lists; disabling is one of them, enabling again is not.
Decision manage(const Standing& user, const RoomTraits& room);
Decision enable(const Standing& user, const RoomTraits& room);
// Into a category to which the user is `inTarget`.
Decision move(const Standing& user, const RoomTraits& room, const Standing& inTarget);
// Delete the room, purge it, take out or replace its messages.
Decision remove(const Standing& user, const RoomTraits& room);

// Of a standing towards a category: see that it exists, create rooms in it, change it or its lists.
Decision seeCategory(const Standing& user);
Decision createRooms(const Standing& user);
Decision administerCategory(const Standing& user);
// Create categories, and all else that only administrators do.
Decision administer(const Standing& user);

}  // namespace AccessPolicy
}  // namespace Parlour::Server
