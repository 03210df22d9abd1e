// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <deque>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// The latest messages of rooms whose history was asked for lately, encoded as they go into replies, so that people who
// sign in together do not all make the store read. Each room holds everything that is kept of its newest numbers
// without a gap: a page of the store, then what is posted. Whoever changes what the store would answer (removes
// messages, renames authors) must forget the room before and after the store does it. Bounded by bytes: the rooms asked
// for longest ago go first. Loop thread.
class HistoryCache {
 public:
  struct Limits {
    size_t bytes = 32 * 1024 * 1024;  // of all rooms; 0: nothing is kept
    size_t messagesPerRoom = 64;
  };
  struct Message {
    ChatId chatId = 0;
    QByteArray fragment;
  };
  // A page that is on its way from the store.
  struct Expected {
    RoomId room = 0;
    quint64 epoch = 0;
    ChatId last = 0;  // everything up to this number will be in it, as far as its limit goes
  };

  explicit HistoryCache(const Limits& limits) : limits_(limits) {}

  // The newest `limit` messages before `before`, oldest first, as far as `byteBudget` goes; nothing when the room does
  // not hold them all.
  std::optional<std::vector<QByteArray>> latest(RoomId room, std::optional<ChatId> before, int limit,
                                                qsizetype byteBudget);

  // Call when the store is asked for the messages up to `last` while the room's newest number is `newest`; from now on
  // posts are kept.
  Expected expect(RoomId room, ChatId last, ChatId newest);
  // The page that came, oldest first; `reachesStart`: there is nothing before it. Pages asked for before something
  // was forgotten are ignored.
  void fill(const Expected& expected, const std::vector<Message>& page, bool reachesStart);

  bool holds(RoomId room) const { return rooms_.contains(room); }
  // The next number of the room was given out; without a fragment its text is not kept.
  void posted(RoomId room, ChatId chatId, std::optional<QByteArray> fragment);

  void forget(RoomId room);
  void clear();
  size_t bytes() const { return bytes_; }

 private:
  // All messages kept of the numbers from `first` to `last`.
  struct Room {
    ChatId first = 1;
    ChatId last = 0;
    std::deque<Message> messages;
    std::list<RoomId>::iterator use;
  };
  static size_t costOf(const QByteArray& fragment);
  void touch(Room& room);
  void shorten(Room& room);
  void bound();
  void erase(std::unordered_map<RoomId, Room>::iterator room);

  const Limits limits_;
  std::unordered_map<RoomId, Room> rooms_;
  std::list<RoomId> uses_;  // the one asked for last in front
  size_t bytes_ = 0;
  quint64 epoch_ = 0;
};

}  // namespace Parlour::Server
