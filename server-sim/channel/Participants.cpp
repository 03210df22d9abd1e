// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/Participants.h"

#include <algorithm>

namespace Parlour::Server {

bool Participants::enter(RoomId room, PrincipalId user, quint32 mask, SessionId session) {
  Roster& roster = rooms_[room];
  const auto [place, entered] = roster.users.try_emplace(user);
  Participant& participant = place->second;
  participant.mask = mask;
  const auto& own = participant.sessions;
  if (std::find(own.begin(), own.end(), session) != own.end()) return false;
  participant.sessions.push_back(session);
  roster.sessions.push_back(session);
  updateSuppression(roster);
  return entered;
}

bool Participants::leave(RoomId room, PrincipalId user, SessionId session) {
  const auto found = rooms_.find(room);
  if (found == rooms_.end()) return false;
  Roster& roster = found->second;
  const auto place = roster.users.find(user);
  if (place == roster.users.end() || std::erase(place->second.sessions, session) == 0) return false;
  std::erase(roster.sessions, session);
  const bool left = place->second.sessions.empty();
  if (left) roster.users.erase(place);
  updateSuppression(roster);
  if (roster.users.empty()) rooms_.erase(found);
  return left;
}

void Participants::setMask(RoomId room, PrincipalId user, quint32 mask) {
  const auto found = rooms_.find(room);
  if (found == rooms_.end()) return;
  const auto place = found->second.users.find(user);
  if (place != found->second.users.end()) place->second.mask = mask;
}

std::vector<RoomId> Participants::rooms() const {
  std::vector<RoomId> ids;
  ids.reserve(rooms_.size());
  for (const auto& [id, roster] : rooms_) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

const std::map<PrincipalId, Participant>& Participants::users(RoomId room) const {
  static const std::map<PrincipalId, Participant> nobody;
  const auto found = rooms_.find(room);
  return found == rooms_.end() ? nobody : found->second.users;
}

const std::vector<SessionId>& Participants::sessions(RoomId room) const {
  static const std::vector<SessionId> none;
  const auto found = rooms_.find(room);
  return found == rooms_.end() ? none : found->second.sessions;
}

bool Participants::contains(RoomId room, PrincipalId user) const { return users(room).contains(user); }

size_t Participants::suppressedCount() const {
  return static_cast<size_t>(
      std::count_if(rooms_.begin(), rooms_.end(), [](const auto& room) { return room.second.suppressed; }));
}

bool Participants::rosterSuppressed(RoomId room) const {
  const auto found = rooms_.find(room);
  return found != rooms_.end() && found->second.suppressed;
}

void Participants::updateSuppression(Roster& roster) const {
  const auto count = static_cast<qint64>(roster.users.size());
  if (count > updateLimit_) roster.suppressed = true;
  if (count * 5 < static_cast<qint64>(updateLimit_) * 4) roster.suppressed = false;
}

}  // namespace Parlour::Server
