// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/HistoryCache.h"

#include <algorithm>
#include <utility>

namespace Parlour::Server {
namespace {

constexpr size_t kRoomCost = 256;
constexpr size_t kMessageCost = 64;  // beside its bytes

}  // namespace

size_t HistoryCache::costOf(const QByteArray& fragment) { return static_cast<size_t>(fragment.size()) + kMessageCost; }

std::optional<std::vector<QByteArray>> HistoryCache::latest(RoomId id, std::optional<ChatId> before, int limit,
                                                            qsizetype byteBudget) {
  const auto found = rooms_.find(id);
  if (found == rooms_.end()) return std::nullopt;
  Room& room = found->second;
  if (before && *before > room.last + 1) return std::nullopt;
  std::vector<QByteArray> fragments;
  bool full = limit <= 0;
  for (auto message = room.messages.rbegin(); message != room.messages.rend() && !full; ++message) {
    if (before && message->chatId >= *before) continue;
    byteBudget -= message->fragment.size();
    full = byteBudget < 0;
    if (!full) fragments.push_back(message->fragment);
    full = full || static_cast<int>(fragments.size()) == limit;
  }
  if (!full && room.first > 1) return std::nullopt;
  std::reverse(fragments.begin(), fragments.end());
  touch(room);
  return fragments;
}

HistoryCache::Expected HistoryCache::expect(RoomId id, ChatId last, ChatId newest) {
  const auto [place, made] = rooms_.try_emplace(id);
  Room& room = place->second;
  if (made) {
    uses_.push_front(id);
    room.use = uses_.begin();
    room.first = newest + 1;
    room.last = newest;
    bytes_ += kRoomCost;
  }
  touch(room);
  bound();
  return Expected{id, epoch_, last};
}

void HistoryCache::fill(const Expected& expected, const std::vector<Message>& page, bool reachesStart) {
  const auto found = rooms_.find(expected.room);
  if (expected.epoch != epoch_ || found == rooms_.end()) return;
  Room& room = found->second;
  const ChatId first = reachesStart ? 1 : page.empty() ? expected.last + 1 : page.front().chatId;
  if (expected.last + 1 < room.first || first >= room.first) return;
  for (auto message = page.rbegin(); message != page.rend(); ++message) {
    if (message->chatId >= room.first) continue;
    bytes_ += costOf(message->fragment);
    room.messages.push_front(*message);
  }
  room.first = first;
  shorten(room);
  bound();
}

void HistoryCache::posted(RoomId id, ChatId chatId, std::optional<QByteArray> fragment) {
  const auto found = rooms_.find(id);
  if (found == rooms_.end() || chatId <= found->second.last) return;
  Room& room = found->second;
  if (chatId != room.last + 1) return forget(id);
  room.last = chatId;
  if (!fragment) return;
  bytes_ += costOf(*fragment);
  room.messages.push_back(Message{chatId, std::move(*fragment)});
  shorten(room);
  bound();
}

void HistoryCache::forget(RoomId id) {
  ++epoch_;
  if (const auto found = rooms_.find(id); found != rooms_.end()) erase(found);
}

void HistoryCache::clear() {
  ++epoch_;
  rooms_.clear();
  uses_.clear();
  bytes_ = 0;
}

void HistoryCache::touch(Room& room) { uses_.splice(uses_.begin(), uses_, room.use); }

void HistoryCache::shorten(Room& room) {
  while (room.messages.size() > limits_.messagesPerRoom) {
    bytes_ -= costOf(room.messages.front().fragment);
    room.first = room.messages.front().chatId + 1;
    room.messages.pop_front();
  }
}

void HistoryCache::bound() {
  while (bytes_ > limits_.bytes && !uses_.empty()) erase(rooms_.find(uses_.back()));
}

void HistoryCache::erase(std::unordered_map<RoomId, Room>::iterator found) {
  for (const Message& message : found->second.messages) bytes_ -= costOf(message.fragment);
  bytes_ -= kRoomCost;
  uses_.erase(found->second.use);
  rooms_.erase(found);
}

}  // namespace Parlour::Server
