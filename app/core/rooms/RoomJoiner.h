// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/rooms/CategoryNames.h"
#include "app/core/rooms/RoomList.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// Joins and leaves rooms and keeps them up to date from the replies (xccos 7.4, 7.5). GUI thread.
class RoomJoiner {
 public:
  using OnStatus = std::function<void(const Status&)>;
  struct BatchOutcome {
    int joined = 0;
    int failed = 0;
    std::optional<Error> error;  // the command as a whole failed
  };

  RoomJoiner(ChatSession& session, RoomList& rooms, const CategoryNames& categories, Account& account)
      : session_(session), rooms_(rooms), categories_(categories), account_(account) {}

  void joinBatch(const QList<RoomUri>& rooms, std::function<void(const BatchOutcome&)> done);  // bjoin
  void join(const RoomUri& room, OnStatus done);
  void part(const RoomUri& room, OnStatus done);
  void fetchParticipants(const RoomUri& room, std::function<void(const Result<QList<Participant>>&)> done);
  void allLeft();  // the session is gone, and with it all joins

  std::function<void(Room&)> onJoined;

 private:
  void setJoining(const QList<RoomUri>& rooms);
  void joined(const Xccos::ChanInfo& info, const std::vector<Xccos::UserInfo>& users);
  void failed(const RoomUri& room, const Error& error);
  void applyBatch(const QList<RoomUri>& asked, const Result<Xccos::BatchJoinReply>& reply, BatchOutcome& outcome);

  ChatSession& session_;
  RoomList& rooms_;
  const CategoryNames& categories_;
  Account& account_;
};

}  // namespace Parlour::Core
