// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Membership.h"

#include <cstddef>
#include <numeric>

namespace Parlour::Perf {
namespace {

constexpr int kSmallRoomMembers = 30;
constexpr int kMediumRoomMembers = 150;
constexpr int kLargeRooms = 10;
constexpr int kSmallRoomsPerUser = 12;
constexpr int kMediumRoomsPerUser = 2;
constexpr int kLargeRoomsPerUser = 2;

// A step that visits all users before one comes again.
int stepOfRound(int round, int users) {
  int step = 1 + round * 7'919 % users;
  while (std::gcd(step, users) != 1) ++step;
  return step;
}

void append(Membership& rooms, Membership more) {
  for (auto& room : more) rooms.push_back(std::move(room));
}

}  // namespace

Membership evenRooms(int users, int membersPerRoom, int roomsPerUser) {
  Membership rooms;
  for (int round = 0; round < roomsPerUser; ++round) {
    const long long step = stepOfRound(round, users);
    for (int first = 0; first + membersPerRoom <= users; first += membersPerRoom) {
      std::vector<int>& members = rooms.emplace_back();
      for (int i = first; i < first + membersPerRoom; ++i) members.push_back(static_cast<int>(i * step % users));
    }
  }
  return rooms;
}

LyncModel::LyncModel(int users) {
  rooms = evenRooms(users, kSmallRoomMembers, kSmallRoomsPerUser);
  small = static_cast<int>(rooms.size());
  append(rooms, evenRooms(users, kMediumRoomMembers, kMediumRoomsPerUser));
  medium = static_cast<int>(rooms.size()) - small;
  append(rooms, evenRooms(users, users * kLargeRoomsPerUser / kLargeRooms, kLargeRoomsPerUser));
  large = static_cast<int>(rooms.size()) - small - medium;
}

std::vector<std::vector<int>> roomsByUser(const Membership& rooms, int users) {
  std::vector<std::vector<int>> found(static_cast<std::size_t>(users));
  for (std::size_t room = 0; room < rooms.size(); ++room) {
    for (const int user : rooms[room]) found[static_cast<std::size_t>(user)].push_back(static_cast<int>(room));
  }
  return found;
}

}  // namespace Parlour::Perf
