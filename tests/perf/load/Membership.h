// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace Parlour::Perf {

// Who is in which room, by number: [room] → users.
using Membership = std::vector<std::vector<int>>;

// Rooms of equal size. Each user is in `roomsPerUser` of them; people who share one room share few others. Users beyond
// the last full room of a round are in one room less.
Membership evenRooms(int users, int membersPerRoom, int roomsPerUser = 1);

// The user model that Lync's capacity planning counts with: 12 small rooms a user, 2 medium ones, 2 large ones; rooms
// of 30, of 150, and ten large ones (performance figures: OfficeDocs, "Capacity planning for Persistent Chat Server").
struct LyncModel {
  explicit LyncModel(int users);
  Membership rooms;  // the small ones, then the medium, then the large ones
  int small = 0;
  int medium = 0;
  int large = 0;
};

// The rooms of each user.
std::vector<std::vector<int>> roomsByUser(const Membership& rooms, int users);

}  // namespace Parlour::Perf
