// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/HistoryHandler.h"

namespace Parlour::Server {

// History search in one or many rooms (xccos 7.7): bcbydate, bcbymsg, bcquery. Rooms that are disabled, invisible
// or without bit 10 are left out silently. Rooms are searched one after the other in the order asked for; the search
// limit and the reply size count for all of them together, the client's own limit per room. A room that
// got nothing any more is marked truncated. `matches` counts the messages returned: totals are never counted.
class HistorySearchHandler {
 public:
  explicit HistorySearchHandler(ChannelContext& context) : context_(context) {}

  void byDate(const Session& session, const Xccos::BackchatByDate& command, Xccos::CommandRef ref);
  void byMessage(const Session& session, const Xccos::BackchatByMessage& command, Xccos::CommandRef ref);
  void query(const Session& session, const Xccos::BackchatQueryCommand& command, Xccos::CommandRef ref);

 private:
  struct Job;
  using JobPtr = std::shared_ptr<Job>;

  void start(const Session& session, const std::vector<RoomUri>& rooms, const Xccos::BackchatQuery& query,
             Xccos::CommandRef ref, Xccos::ReplyId replyId);
  HistoryQuery storeQuery(const Xccos::BackchatQuery& query) const;
  // Asked again with every answer of the store, because rooms and roles change meanwhile; null when not (any more).
  const Room* readable(SessionId session, RoomId room) const;
  std::vector<RoomId> readable(const Session& session, const std::vector<RoomUri>& rooms) const;
  HistoryQuery queryOf(const Job& job, RoomId room) const;
  bool isSearched(const Job& job, const Room* room) const;
  void step(const JobPtr& job);
  void take(const JobPtr& job, const HistoryPage& page);
  void finish(const JobPtr& job);
  std::vector<ComplianceEvent> readEvents(const Job& job) const;
  void fail(const JobPtr& job, Xccos::ResponseCode code);

  ChannelContext& context_;
};

}  // namespace Parlour::Server
