// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Sessions.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// A user present in a room: permission set and the sessions that joined.
struct Participant {
  quint32 mask = 0;
  std::vector<SessionId> sessions;
};

// Who is in which room. A user is in while at least one of its sessions is. Above `updateLimit` users a
// room's roster is no longer told; telling resumes when fewer than 80 % of the limit are left (product.md F12):
// with 75 it stops at the 76th user and resumes at the 59th. Loop thread.
class Participants {
 public:
  explicit Participants(int updateLimit) : updateLimit_(updateLimit) {}

  // True when the user was not in the room before. Entering twice with one session only renews the mask.
  bool enter(RoomId room, PrincipalId user, quint32 mask, SessionId session);
  // True when this was the user's last session in the room. Unknown sessions change nothing.
  bool leave(RoomId room, PrincipalId user, SessionId session);

  // Of a user who is in the room.
  void setMask(RoomId room, PrincipalId user, quint32 mask);
  void setUpdateLimit(int limit) { updateLimit_ = limit; }

  // The rooms with somebody in them, ascending.
  std::vector<RoomId> rooms() const;
  const std::map<PrincipalId, Participant>& users(RoomId room) const;
  // All sessions in the room, in the order they entered: the recipients of its messages.
  const std::vector<SessionId>& sessions(RoomId room) const;
  bool contains(RoomId room, PrincipalId user) const;
  size_t userCount(RoomId room) const { return users(room).size(); }
  // Rooms with somebody in them, and those of them whose roster is not told.
  size_t roomCount() const { return rooms_.size(); }
  size_t suppressedCount() const;
  // True while joins and parts are not announced and lists are only given on request.
  bool rosterSuppressed(RoomId room) const;

 private:
  struct Roster {
    std::map<PrincipalId, Participant> users;
    std::vector<SessionId> sessions;
    bool suppressed = false;
  };
  void updateSuppression(Roster& roster) const;

  int updateLimit_;
  std::unordered_map<RoomId, Roster> rooms_;
};

}  // namespace Parlour::Server
