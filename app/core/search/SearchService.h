// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/core/rooms/CategoryNames.h"
#include "app/core/rooms/RoomList.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// Searches that the server answers: rooms, one room's properties, messages of many rooms (xccos 7.7, 7.8, 7.14).
// Filters that a server may not know are applied here again. GUI thread.
class SearchService {
 public:
  SearchService(ChatSession& session, RoomList& rooms, CategoryNames& categories, const Account& account)
      : session_(session), rooms_(rooms), categories_(categories), account_(account) {}

  void rooms(const RoomSearchQuery& query, std::function<void(const Result<RoomSearchResult>&)> done);
  void roomInfo(const RoomUri& room, std::function<void(const Result<RoomSummary>&)> done);
  void messages(const MessageSearchQuery& query, std::function<void(const Result<QList<MessageSearchHits>>&)> done);

 private:
  QList<MessageSearchHits> toHits(const std::vector<Xccos::RoomHistory>& rooms, const MessageSearchQuery& query) const;
  RoomSearchResult toResult(const Xccos::ChannelSearchReply& reply) const;

  ChatSession& session_;
  RoomList& rooms_;
  CategoryNames& categories_;
  const Account& account_;
};

}  // namespace Parlour::Core
