// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "protocol/xccos/Blocks.h"
#include "server-sim/channel/ChannelState.h"

namespace Parlour::Server {

// The criteria of a room search (xccos 7.8), prepared once and applied to every room; absent filters match
// everything, so do empty criteria. Terms are substrings without regard to case. Says nothing about permissions.
class RoomFilter {
 public:
  // Nothing when the query lacks what its type needs: a category, or a user.
  static std::optional<RoomFilter> make(const Xccos::QueryFilter& query, const ChannelState& state);

  bool matches(const IndexedRoom& indexed) const;
  bool disabledWanted() const { return query_.disabled.value_or(false); }
  // The user whose rooms of presence are wanted (BYUSER); 0 for other searches.
  PrincipalId presentUser() const { return presentUser_; }
  // True when rooms managed by this principal were asked for.
  bool asksForManagedBy(PrincipalId user) const { return user != 0 && manager_ && *manager_ == user; }

 private:
  RoomFilter(const Xccos::QueryFilter& query, const ChannelState& state) : query_(query), state_(&state) {}
  bool matchesTerms(const IndexedRoom& indexed) const;
  bool matchesProperties(const Room& room) const;
  bool matchesRoles(const Room& room) const;

  Xccos::QueryFilter query_;
  const ChannelState* state_;
  QStringList terms_;
  bool all_ = false;
  std::optional<CategoryId> category_;
  // 0: a principal that does not exist, which no room has in any role.
  std::optional<PrincipalId> member_;
  std::optional<PrincipalId> manager_;
  PrincipalId presentUser_ = 0;
};

}  // namespace Parlour::Server
