// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>

#include "app/core/cache/MessageCache.h"
#include "app/core/rooms/ReadMarks.h"
#include "app/core/rooms/RoomList.h"
#include "app/core/session/Lifetime.h"
#include "app/core/session/Timer.h"

namespace Parlour::Core {

// Between the rooms and the message cache: shows the rooms and newest messages of the last time before the server has
// answered, and keeps what comes and goes. What the person may not read any more is erased. Without a cache it knows
// nothing and answers at once. GUI thread; borrows everything.
class RoomCache {
 public:
  using OnRun = std::function<void(const CachedRun&)>;  // `first` 0: nothing is known
  using OnHits = std::function<void(const QList<MessageSearchHits>&)>;
  static constexpr int kShownAtStart = 50;

  RoomCache(MessageCache* cache, RoomList& rooms, ReadMarks& readMarks, Scheduler& scheduler)
      : cache_(cache), rooms_(rooms), readMarks_(readMarks), saveTimer_(scheduler) {}

  bool isOn() const { return cache_ != nullptr && open_; }
  void begin(const SipUri& account, bool reopenRooms, std::function<void()> done);  // when the rooms are in the list
  void end();  // the account leaves; what is in the cache stays
  // True once for a room whose messages are from the cache and have not been compared with the server's.
  bool takeSeeded(const RoomUri& room) { return seeded_.remove(room); }

  void roomAdded(Room& room);
  void roomLeft(const RoomUri& room);
  void keep(const RoomUri& room, ChatId first, ChatId last, const QList<Message>& messages);
  void keepLive(const Message& message);
  void removed(const RoomUri& room, const QList<ChatId>& chatIds, const std::optional<QString>& replacement);

  void newest(const RoomUri& room, int count, OnRun done);
  void before(const RoomUri& room, ChatId chatId, int count, OnRun done);
  void after(const RoomUri& room, ChatId chatId, int count, OnRun done);
  void around(const RoomUri& room, ChatId chatId, int older, int newer, OnRun done);
  void search(const MessageSearchQuery& query, OnHits done);

  std::function<bool()> listIsKnown;  // the server has told which rooms are followed

 private:
  void seed(const QList<CachedRoom>& rooms, bool reopenRooms);
  void fill(const RoomUri& room, const CachedRun& run);
  void roomChanged(Room& room);
  void save();
  MessageCache::Answer<CachedRun> guarded(OnRun done) const;

  MessageCache* cache_;
  RoomList& rooms_;
  ReadMarks& readMarks_;
  Timer saveTimer_;
  Lifetime lifetime_;
  QSet<RoomUri> changed_;
  QSet<RoomUri> seeded_;
  bool open_ = false;
  bool seeding_ = false;
};

}  // namespace Parlour::Core
