// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// The open requests to join of the whole service, oldest first (product.md IN-9). At most one per user and room; few,
// so every question runs through all of them. Plain value; loop thread.
class JoinRequests {
 public:
  // Takes the place of an earlier one of the same user to the same room.
  void put(JoinRequest request);
  void end(PrincipalId user, RoomId room);
  void removeRoom(RoomId room);

  // Addresses do not outlive a change.
  const JoinRequest* find(PrincipalId user, RoomId room) const;
  std::vector<JoinRequest> ofRoom(RoomId room) const;
  size_t countOf(PrincipalId user) const;
  const std::vector<JoinRequest>& all() const { return requests_; }

 private:
  std::vector<JoinRequest> requests_;
};

}  // namespace Parlour::Server
