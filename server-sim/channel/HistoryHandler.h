// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// The found messages of one room, encoded.
struct EncodedPage {
  RoomId room = 0;
  std::vector<QByteArray> fragments;  // oldest first
  bool truncated = false;
  qsizetype bytes = 0;
};

// Encodes a page; what would go beyond `byteBudget` is left out at the end farther from the search's start and
// makes the page truncated.
EncodedPage encodeHistoryPage(const ChannelContext& context, const Room& room, const HistoryPage& page,
                              bool newestFirst, qsizetype byteBudget);

// One message as it goes to clients, live or from history.
Xccos::ChatMessage wireMessage(const ChannelState& state, const Room& room, const StoredMessage& stored);

// Recent history (xccos 7.6). For a session in the room it ends where its live messages began (JoinHandler), for
// others with bit 10 at the newest message. At most the search limit, by default DefaultChatHistory; when the
// reply would grow too large, the oldest messages are left out. What the cache holds is answered at once; who asks for
// a room whose page is on its way from the store waits for that page.
class HistoryHandler {
 public:
  explicit HistoryHandler(ChannelContext& context) : context_(context) {}
  void recent(const Session& session, const Xccos::BackchatContext& command, Xccos::CommandRef ref);

 private:
  struct Request {
    SessionId session = 0;
    Xccos::CommandRef ref;
    RoomUri uri;
    HistoryQuery query;
    qint64 startedUs = 0;
  };

  Decision mayRead(const Session& session, const Room* room) const;
  bool answerFromCache(const Request& request, const Room& room);
  void read(const Request& request, const Room& room);
  std::optional<HistoryCache::Expected> expectPage(const Room& room, std::optional<ChatId> before);
  void answerIfReadable(const Request& request, const HistoryPage& page,
                        const std::optional<HistoryCache::Expected>& expected);
  void answerWaiting(RoomId room);
  const Room* readableRoom(const Request& request);
  void answer(const Request& request, const Room& room, const std::vector<QByteArray>& fragments);

  ChannelContext& context_;
  std::unordered_map<RoomId, std::vector<Request>> waiting_;  // for the page that the first of them reads
};

}  // namespace Parlour::Server
