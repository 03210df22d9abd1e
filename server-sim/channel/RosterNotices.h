// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/TokenBucket.h"

namespace Parlour::Server {

// Tells the others in a room who came and who left (xccos 11.1). One envelope per recipient for all rooms that it
// shares with the user; recipients that share the same rooms get the same bytes. Nobody is told of a room that he is
// not in, and nothing is told of rooms whose roster is suppressed.
//
// When many come or go at once (a server that was started again), telling everybody of each would be most of the
// work. Beyond a rate of envelopes the news is gathered, and tick() tells each recipient in one envelope who of
// them is there by then and in one who is not, so many recipients at a time that nothing else has to wait for long.
// Somebody who entered meanwhile may be told what his join reply said.
class RosterNotices {
 public:
  explicit RosterNotices(ChannelContext& context);

  // The user has entered `rooms` with `session`, which itself is not told.
  void entered(const Session& session, const std::vector<const Room*>& rooms, bool batch);
  // The user has left `rooms`; the session is no longer in them.
  void left(const Session& session, const std::vector<const Room*>& rooms);
  // Goes on telling what was gathered; to be called ten times a second or so.
  void tick();

 private:
  using Rooms = std::vector<const Room*>;
  // What has become of the users whose coming or going in one room was gathered.
  struct RoomNews {
    std::vector<std::pair<PrincipalId, quint32>> entered;  // with permissions
    std::vector<PrincipalId> left;
  };

  // True when the news was gathered instead of being told now.
  bool gather(const Session& about, const Rooms& rooms);
  void tell(const Session& about, const Rooms& rooms, const std::function<Xccos::Notice(const Rooms&)>& notice);
  void collect();
  RoomNews newsOf(RoomId room, const std::set<PrincipalId>& users) const;
  void tellNews(const Session& recipient);
  Xccos::UserInfo entry(const Session& session, const Rooms& rooms) const;
  Xccos::UserInfo person(PrincipalId user) const;

  ChannelContext& context_;
  TokenBucket envelopes_;
  std::map<RoomId, std::set<PrincipalId>> gathered_;
  std::map<RoomId, RoomNews> news_;
  std::vector<SessionId> untold_;  // of the news
  qint64 collectedMs_ = 0;
};

}  // namespace Parlour::Server
