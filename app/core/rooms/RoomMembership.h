// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/outbox/Outbox.h"
#include "app/core/rooms/FollowedRooms.h"
#include "app/core/rooms/Invitations.h"
#include "app/core/rooms/OpenedRooms.h"
#include "app/core/rooms/ReadMarks.h"
#include "app/core/rooms/RoomJoiner.h"
#include "app/core/timeline/HistoryPager.h"

namespace Parlour::Core {

// Which rooms the client is in: opening and closing here, following and unfollowing here or on another
// computer, and everything that has to happen with a room that was joined. GUI thread.
class RoomMembership {
 public:
  using OnStatus = std::function<void(const Status&)>;
  struct Services {
    RoomList& rooms;
    RoomJoiner& joiner;
    FollowedRooms& followed;
    OpenedRooms& opened;
    Invitations& invitations;
    ReadMarks& readMarks;
    HistoryPager& pager;
    Outbox& outbox;
  };

  explicit RoomMembership(const Services& services);

  void open(const RoomUri& uri, std::function<void(const Result<Room*>&)> done);
  void close(const RoomUri& uri, OnStatus done);
  void follow(const RoomUri& uri, const QString& name, OnStatus done);
  void unfollow(const RoomUri& uri, OnStatus done);

  // Joins a room of the list that the person could not be in for a while.
  void reenter(const RoomUri& uri);
  // Rooms followed elsewhere are joined from now on; before, the sign-in joins them all at once.
  void setJoinsAtOnce(bool atOnce) { joinsAtOnce_ = atOnce; }
  bool joinsAtOnce() const { return joinsAtOnce_; }
  void syncFollowed();
  // Fetches what a joined room missed and lets its posts go; counts messages that were missed.
  void settle(Room& room, HistoryPager::OnCaughtUp done);

  std::function<void(Room&, int missed)> onCaughtUp;  // with at least one message

 private:
  void enter(const RoomUri& uri, OnStatus done);
  void leaveIfUnused(const RoomUri& uri, OnStatus done);

  Services s_;
  bool joinsAtOnce_ = false;
};

}  // namespace Parlour::Core
