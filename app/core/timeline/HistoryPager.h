// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>

#include "app/core/cache/RoomCache.h"
#include "app/core/rooms/RoomList.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// Fetches parts of rooms' histories and merges them into the timelines (xccos 7.6, 7.7): recent messages after a
// join, exactly what was missed after a reconnect, older and newer pages, holes, the surroundings of a hit. What the
// cache knows is shown at once and then compared with the server's; without a connection the cache is all there is.
// GUI thread.
class HistoryPager {
 public:
  using OnStatus = std::function<void(const Status&)>;
  using OnCaughtUp = std::function<void(const Result<int>& missed)>;
  static constexpr int kPage = 50;
  static constexpr int kRecent = 30;
  static constexpr int kLargestGap = 200;  // a larger hole is left to scrolling back

  HistoryPager(ChatSession& session, RoomList& rooms, RoomCache& cache, const Account& account)
      : session_(session), rooms_(rooms), cache_(cache), account_(account) {}

  // After each join. A room without messages gets the recent ones, others what came since.
  void catchUp(Room& room, OnCaughtUp done);
  void fetchOlder(Room& room);  // idempotent while a page is under way
  void fetchNewer(Room& room);
  void fillGap(const RoomUri& room, ChatId after, ChatId before);
  void showAround(Room& room, ChatId chatId, OnStatus done);
  void showNewest(Room& room, OnStatus done);
  void context(const RoomUri& room, ChatId chatId, int before, int after,
               std::function<void(const Result<QList<Message>>&)> done);
  // Of the server alone, ascending; an empty list when the room has none before that one.
  void older(const RoomUri& room, ChatId chatId, int limit, std::function<void(const Result<QList<Message>>&)> done);
  // The first message at or after a time, of the server alone; 0 when there is none.
  void firstSince(const RoomUri& room, const Timestamp& time, std::function<void(const Result<ChatId>&)> done);
  void reset();  // the session is gone

 private:
  struct Page {
    QList<Message> messages;  // ascending
    bool more = false;
  };
  using OnPage = std::function<void(const Result<Page>&)>;
  struct Surroundings {
    Page older;  // with the message itself
    Page newer;
  };

  void newest(const RoomUri& room, int count, OnPage done);
  void before(const RoomUri& room, ChatId chatId, int limit, OnPage done);
  void after(const RoomUri& room, ChatId chatId, int limit, OnPage done);
  void ask(const RoomUri& room, ChatId start, int limit, bool backwards, OnPage done);
  void around(const RoomUri& room, ChatId chatId, int older, int newer,
              std::function<void(const Result<Surroundings>&)> done);
  void fetchRecent(Room& room, OnCaughtUp done);
  void fetchMissed(Room& room, OnCaughtUp done);
  void catchUpWithCache(Room& room, OnCaughtUp done);
  void takeNewest(Room& room, ChatId last, const Page& page, const OnCaughtUp& done);
  void olderFromServer(Room& room, ChatId oldest);
  void newerFromServer(Room& room, ChatId newest);
  void aroundFromServer(const RoomUri& room, ChatId chatId, OnStatus done);
  void compare(const CachedRun& run);
  void keepBefore(const RoomUri& room, ChatId chatId, const Page& page);
  void takeRecent(Room& room, const Page& page);
  void takeMissed(Room& room, const Page& page);
  void takeNewer(Room& room, const Page& page);

  ChatSession& session_;
  RoomList& rooms_;
  RoomCache& cache_;
  const Account& account_;
  Lifetime lifetime_;
  QSet<RoomUri> catchingUp_;
  QSet<RoomUri> fetchingNewer_;
};

}  // namespace Parlour::Core
