// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/RosterNotices.h"

namespace Parlour::Server {

// Entering and leaving rooms, and asking who is there (xccos 7.4, 7.5, 7.18).
//
// Where history ends and live delivery begins: a join takes effect at once, with `boundary` = the newest chatId
// whose fan-out has been done. Receipts are handled on this thread in commit order, so every message up to the
// boundary is committed and readable as history and will never be fanned out again, and every later one, also one
// that is committed already but whose receipt still waits, will be fanned out to the new session. bccontext of the
// session reads up to the boundary: both parts meet without overlap or gap, whenever the client asks.
class JoinHandler {
 public:
  explicit JoinHandler(ChannelContext& context) : context_(context), notices_(context) {}

  void join(Session& session, const Xccos::Join& command, Xccos::CommandRef ref);
  void batchJoin(Session& session, const Xccos::BatchJoin& command, Xccos::CommandRef ref);
  void part(Session& session, const Xccos::Part& command, Xccos::CommandRef ref);
  void getUsers(const Session& session, const Xccos::GetUsers& command, Xccos::CommandRef ref);

  // Takes the session out of all its rooms; one notice per recipient for all of them.
  void leaveAll(Session& session);
  // Tells what was gathered while many came and went.
  void tick() { notices_.tick(); }

 private:
  Decision mayJoin(const Session& session, const Room* room) const;
  // True when others have to be told: the user was not there before.
  bool enter(Session& session, const Room& room);
  bool leave(Session& session, RoomId room);

  ChannelContext& context_;
  RosterNotices notices_;
};

}  // namespace Parlour::Server
