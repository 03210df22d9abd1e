// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelState.h"

namespace Parlour::Server::Testing {

// The rules of product.md 1.3 and 1.4 once more, as plainly as they can be written: no flattened groups, no sorted
// lists, no masks. Tests hold the service against them.
class NaiveRules {
 public:
  NaiveRules(const ChannelState& state, PrincipalId administrator) : state_(state), administrator_(administrator) {}

  bool isActive(PrincipalId user) const;
  bool isIn(PrincipalId user, const std::vector<PrincipalId>& list) const;
  bool isInScope(PrincipalId user, const Room& room) const;
  bool isListedMember(PrincipalId user, const Room& room) const;
  // May know that the room exists.
  bool knows(PrincipalId user, const Room& room) const;
  // May be in the room and read what is said there.
  bool reads(PrincipalId user, const Room& room) const;

 private:
  bool isBelow(PrincipalId principal, PrincipalId group, int depth) const;

  const ChannelState& state_;
  PrincipalId administrator_;
};

// The first difference between the state and what the store would load, or nothing. Without the time of a room's newest
// message, which a store in memory forgets with the message.
QString differenceOf(const ChannelState& state, const Snapshot& loaded);

}  // namespace Parlour::Server::Testing
