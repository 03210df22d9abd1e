// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Sessions.h"
#include "server-sim/channel/TokenBucket.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// One open chat session of one endpoint and the rooms it has joined.
struct Session {
  SessionId id = 0;
  PrincipalId user = 0;
  SipUri uri;
  QByteArray epid;
  TokenBucket bucket;
  // Room → newest chatId already sent to its participants when the join was made. History on entry ends there and
  // live delivery begins right after it, so that nothing is shown twice or missed (JoinHandler).
  std::map<RoomId, ChatId> joins = {};
  bool wantsJoinRequests = false;  // has asked for the requests to join, so it is told of new ones

  bool hasJoined(RoomId room) const { return joins.contains(room); }
};

// The open sessions by number; numbers are never reused. Loop thread.
class SessionTable {
 public:
  Session& open(PrincipalId user, const SipUri& uri, const QByteArray& epid, const TokenBucket& bucket);
  // Null for sessions that are not open (any more).
  Session* find(SessionId id);
  void erase(SessionId id);
  size_t size() const { return sessions_.size(); }
  int countOf(PrincipalId user) const;
  // In the order they were opened.
  std::vector<SessionId> of(PrincipalId user) const;
  const std::unordered_map<SessionId, Session>& all() const { return sessions_; }

 private:
  SessionId last_ = 0;
  std::unordered_map<SessionId, Session> sessions_;
  std::unordered_map<PrincipalId, std::vector<SessionId>> perUser_;
};

}  // namespace Parlour::Server
