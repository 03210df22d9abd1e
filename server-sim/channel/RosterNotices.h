// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Tells the others in a room who came and who left (xccos 11.1). One envelope per recipient for all rooms that it
// shares with the user; recipients that share the same rooms get the same bytes. Nobody is told of a room that he is
// not in, and nothing is told of rooms whose roster is suppressed.
class RosterNotices {
 public:
  explicit RosterNotices(ChannelContext& context) : context_(context) {}

  // The user has entered `rooms` with `session`, which itself is not told.
  void entered(const Session& session, const std::vector<const Room*>& rooms, bool batch);
  // The user has left `rooms`; the session is no longer in them.
  void left(const Session& session, const std::vector<const Room*>& rooms);

 private:
  using Rooms = std::vector<const Room*>;
  void tell(const Session& about, const Rooms& rooms, const std::function<Xccos::Notice(const Rooms&)>& notice);
  Xccos::UserInfo entry(const Session& session, const Rooms& rooms) const;

  ChannelContext& context_;
};

}  // namespace Parlour::Server
