// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/ChangeLosses.h"

#include <algorithm>
#include <map>
#include <set>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/control/ChangeWords.h"

namespace Parlour::Server {
namespace {

// The directory as the set would leave it.
class DirectoryAfter {
 public:
  DirectoryAfter(const Directory& before, const ChangeSet& set) : current_(&before) {
    std::vector<Principal> known;
    std::copy_if(set.principals.begin(), set.principals.end(), std::back_inserter(known),
                 [](const Principal& principal) { return principal.id != 0; });
    if (known.empty() && set.addedMemberships.empty() && set.removedMemberships.empty()) return;
    changed_ = before;
    affected_ = changed_.apply(known, set.addedMemberships, set.removedMemberships);
    current_ = &changed_;
  }
  const Directory& directory() const { return *current_; }
  // Ascending.
  const std::vector<PrincipalId>& affected() const { return affected_; }

 private:
  const Directory* current_;
  Directory changed_;
  std::vector<PrincipalId> affected_;
};

bool mayJoinAfter(const ChannelState& state, const Directory& directory, PrincipalId user, const Room& room) {
  const Category* category = state.category(room.category);
  const Principal* principal = directory.find(user);
  if (!category || !principal) return false;
  Standing standing;
  standing.active = principal->isUser() && principal->enabled && principal->chatEnabled;
  standing.inScope = directory.isIn(user, category->allowed) && !directory.isIn(user, category->denied);
  standing.member = directory.isIn(user, room.members);
  return AccessPolicy::join(standing, RoomTraits::of(room)).allowed();
}

// Rooms in which the set may cost somebody a place, with how they will be; null: gone.
std::map<RoomId, const Room*> roomsConcerned(const ChannelService& service, const ChangeSet& set,
                                             const DirectoryAfter& after) {
  const ChannelState& state = service.state();
  std::map<RoomId, const Room*> rooms;
  const auto& affected = after.affected();
  for (const OpenSession& session : affected.empty() ? std::vector<OpenSession>{} : service.sessions()) {
    const Principal* user = state.directory().find(session.user.bytes());
    if (!user || !std::binary_search(affected.begin(), affected.end(), user->id)) continue;
    for (const RoomId id : session.rooms) rooms[id] = state.rooms().find(id);
  }
  for (const Room& room : set.rooms) {
    if (room.id != 0) rooms[room.id] = &room;
  }
  for (const RoomId id : set.removedRooms) rooms[id] = nullptr;
  return rooms;
}

}  // namespace

QJsonArray lossesBy(const ChannelService& service, const ChangeSet& set) {
  const ChannelState& state = service.state();
  const DirectoryAfter after(state.directory(), set);
  QJsonArray losses;
  for (const auto& [id, room] : roomsConcerned(service, set, after)) {
    const Room* before = state.rooms().find(id);
    if (!before) continue;
    MovePreview lost;
    for (const PrincipalId user : service.present(id)) {
      if (!room || !mayJoinAfter(state, after.directory(), user, *room)) lost.losingAccess.push_back(user);
    }
    if (!lost.isEmpty()) losses.append(ChangeWords::loss(state, *before, lost));
  }
  return losses;
}

}  // namespace Parlour::Server
