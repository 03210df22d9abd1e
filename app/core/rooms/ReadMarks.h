// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/core/Room.h"
#include "app/core/rooms/FollowedRooms.h"
#include "app/core/session/Account.h"

namespace Parlour::Core {

// Up to where each room is read: remembered on this computer, and for followed rooms shared with the user's other
// computers. Marks only move forward.
class ReadMarks {
 public:
  ReadMarks(AccountSettings& settings, FollowedRooms& followed) : settings_(settings), followed_(followed) {}

  // What is known of the room; a room never read before counts as read up to its newest message.
  void restore(Room& room);
  void mark(Room& room, ChatId upTo);  // read here
  void markedElsewhere(Room& room, ChatId upTo);

 private:
  void remember(const RoomUri& room, ChatId upTo);

  AccountSettings& settings_;
  FollowedRooms& followed_;
};

}  // namespace Parlour::Core
