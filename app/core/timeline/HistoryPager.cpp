// SPDX-License-Identifier: Apache-2.0
#include "app/core/timeline/HistoryPager.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

QList<Message> historyOf(const std::vector<Xccos::RoomHistory>& rooms, const RoomUri& room, const Account& account,
                         bool& truncated) {
  QList<Message> messages;
  for (const Xccos::RoomHistory& history : rooms) {
    if (history.uri != room && rooms.size() > 1) continue;
    truncated = truncated || history.truncated.value_or(false);
    messages += toMessages(history.messages, account);
  }
  return messages;
}

Error notHere() {
  return Error::make(ErrorCode::ConnectionLost,
                     Words::tr("They are not on this computer and load when the connection is back."));
}

}  // namespace

void HistoryPager::reset() {
  lifetime_.renew();
  catchingUp_.clear();
  fetchingNewer_.clear();
  for (Room* room : rooms_.rooms()) {
    if (room->timeline().loadingOlder()) room->timeline().setLoadingOlder(false);
  }
}

// ---- what is asked of the server

void HistoryPager::newest(const RoomUri& room, int count, OnPage done) {
  session_.ask<Xccos::BackchatContextReply>(
      Xccos::BackchatContext{room, static_cast<quint32>(count)},
      lifetime_.guard([this, room, count, done = std::move(done)](const Result<Xccos::BackchatContextReply>& reply) {
        if (!reply) return done(reply.error());
        bool truncated = false;
        Page page;
        page.messages = historyOf(reply->rooms, room, account_, truncated);
        page.more = page.messages.size() >= count;
        if (!page.messages.isEmpty()) keepBefore(room, page.messages.last().chatId + 1, page);
        done(page);
      }));
}

void HistoryPager::ask(const RoomUri& room, ChatId start, int limit, bool backwards, OnPage done) {
  Xccos::BackchatByMessage command{{room}, {}};
  command.query.start = start;
  command.query.limit = static_cast<quint32>(limit);
  command.query.order = Xccos::ResultOrder{backwards, false};
  session_.ask<Xccos::BackchatByMessageReply>(
      command,
      lifetime_.guard([this, room, limit, done = std::move(done)](const Result<Xccos::BackchatByMessageReply>& reply) {
        if (!reply) return done(reply.error());
        bool truncated = false;
        Page page;
        page.messages = historyOf(reply->rooms, room, account_, truncated);
        page.more = truncated || page.messages.size() >= limit;
        done(page);
      }));
}

// Servers may or may not count the starting message in.
void HistoryPager::before(const RoomUri& room, ChatId chatId, int limit, OnPage done) {
  ask(room, chatId, limit, true, [this, room, chatId, done = std::move(done)](const Result<Page>& result) {
    if (!result) return done(result);
    Page page = *result;
    page.messages.removeIf([chatId](const Message& message) { return message.chatId >= chatId; });
    if (page.messages.isEmpty() || page.messages.first().chatId == 1) page.more = false;
    keepBefore(room, chatId, page);
    done(page);
  });
}

void HistoryPager::older(const RoomUri& room, ChatId chatId, int limit,
                         std::function<void(const Result<QList<Message>>&)> done) {
  before(room, chatId, limit, [done = std::move(done)](const Result<Page>& page) {
    done(page ? Result<QList<Message>>(page->messages) : Result<QList<Message>>(page.error()));
  });
}

void HistoryPager::after(const RoomUri& room, ChatId chatId, int limit, OnPage done) {
  ask(room, chatId, limit, false, [this, room, chatId, done = std::move(done)](const Result<Page>& result) {
    if (!result) return done(result);
    Page page = *result;
    page.messages.removeIf([chatId](const Message& message) { return message.chatId <= chatId; });
    if (page.messages.isEmpty()) page.more = false;
    if (!page.messages.isEmpty()) cache_.keep(room, chatId + 1, page.messages.last().chatId, page.messages);
    done(page);
  });
}

void HistoryPager::firstSince(const RoomUri& room, const Timestamp& time,
                              std::function<void(const Result<ChatId>&)> done) {
  Xccos::BackchatByDate command{{room}, {}};
  command.query.date = Xccos::DateWindow{time, {}};
  command.query.limit = 1;
  command.query.order = Xccos::ResultOrder{false, false};
  session_.ask<Xccos::BackchatByDateReply>(
      command, lifetime_.guard([this, room, done = std::move(done)](const Result<Xccos::BackchatByDateReply>& reply) {
        if (!reply) return done(reply.error());
        bool truncated = false;
        const QList<Message> found = historyOf(reply->rooms, room, account_, truncated);
        done(found.isEmpty() ? ChatId{0} : found.first().chatId);
      }));
}

// A page that ends before `chatId`: nothing is missing in it, and nothing before it when it is the last one.
void HistoryPager::keepBefore(const RoomUri& room, ChatId chatId, const Page& page) {
  if (page.messages.isEmpty()) return;
  cache_.keep(room, page.more ? page.messages.first().chatId : 1, chatId - 1, page.messages);
}

// Messages may have been removed since the cache saw them.
void HistoryPager::compare(const CachedRun& run) {
  if (!session_.isOpen() || run.messages.isEmpty()) return;
  const ChatId end = run.messages.last().chatId;
  before(run.room, end + 1, static_cast<int>(run.messages.size()),
         [this, uri = run.room, first = run.first, end](const Result<Page>& page) {
           Room* room = rooms_.find(uri);
           if (room == nullptr || !page || page->messages.isEmpty()) return;
           const ChatId from = page->more ? std::max(first, page->messages.first().chatId) : first;
           room->timeline().reconcile(from, end, page->messages);
         });
}

// ---- after a join

void HistoryPager::catchUp(Room& room, OnCaughtUp done) {
  const RoomUri uri = room.uri();
  catchingUp_.insert(uri);
  auto finished = [this, uri, done = std::move(done)](const Result<int>& missed) {
    catchingUp_.remove(uri);
    done(missed);
  };
  if (room.timeline().olderError()) room.timeline().setOlderFailed({});
  if (cache_.takeSeeded(uri)) return catchUpWithCache(room, finished);
  if (room.newestKnown() == 0) return fetchRecent(room, finished);
  fetchMissed(room, finished);
}

// The newest page tells both what was missed and what became of what the cache has.
void HistoryPager::catchUpWithCache(Room& room, OnCaughtUp done) {
  const ChatId last = room.timeline().newestChatId();
  newest(room.uri(), kPage, [this, uri = room.uri(), last, done = std::move(done)](const Result<Page>& page) {
    Room* found = rooms_.find(uri);
    if (!page) return done(page.error());
    if (found == nullptr || page->messages.isEmpty()) return done(0);
    takeNewest(*found, last, *page, done);
  });
}

void HistoryPager::takeNewest(Room& room, ChatId last, const Page& page, const OnCaughtUp& done) {
  const ChatId first = page.messages.first().chatId;
  if (first <= last + 1) {
    room.timeline().reconcile(page.more ? first : 1, last, page.messages);
    Page missed = page;
    missed.messages.removeIf([last](const Message& message) { return message.chatId <= last; });
    takeMissed(room, missed);
    return done(static_cast<int>(missed.messages.size()));
  }
  const auto missing = static_cast<int>(std::min<ChatId>(first - last - 1, kLargestGap + 1));
  const auto count = static_cast<int>(page.messages.last().chatId - last);
  if (missing > kLargestGap) {
    takeRecent(room, page);
    return done(count);
  }
  after(room.uri(), last, missing, [this, uri = room.uri(), page, count, done](const Result<Page>& between) {
    Room* found = rooms_.find(uri);
    if (!between) return done(between.error());
    if (found == nullptr) return done(0);
    takeMissed(*found, Page{between->messages + page.messages, false});
    done(count);
  });
}

void HistoryPager::fetchRecent(Room& room, OnCaughtUp done) {
  newest(room.uri(), kRecent, [this, uri = room.uri(), done = std::move(done)](const Result<Page>& page) {
    Room* found = rooms_.find(uri);
    if (!page) return done(page.error());
    if (found != nullptr) takeRecent(*found, *page);
    done(0);
  });
}

void HistoryPager::fetchMissed(Room& room, OnCaughtUp done) {
  const RoomUri& uri = room.uri();
  const ChatId last = room.newestKnown();
  after(uri, last, kLargestGap, [this, uri, last, done = std::move(done)](const Result<Page>& page) {
    Room* found = rooms_.find(uri);
    if (found == nullptr) return done(0);
    if (page && !page->more) {
      takeMissed(*found, *page);
      return done(static_cast<int>(page->messages.size()));
    }
    newest(uri, kPage, [this, uri, last, done](const Result<Page>& recent) {
      Room* again = rooms_.find(uri);
      if (!recent) return done(recent.error());
      if (again == nullptr) return done(0);
      takeRecent(*again, *recent);
      const ChatId now = again->newestKnown();
      done(now > last ? static_cast<int>(now - last) : 0);
    });
  });
}

// Joins on to what is there when it overlaps, else starts the timeline anew without losing what came live.
void HistoryPager::takeRecent(Room& room, const Page& page) {
  Timeline& timeline = room.timeline();
  room.noteMessages(page.messages);
  if (timeline.storedCount() > 0 && !timeline.atEnd()) return;
  const bool empty = timeline.storedCount() == 0;
  const bool joins = empty || page.messages.isEmpty() || page.messages.first().chatId <= timeline.newestChatId() + 1;
  if (empty) return timeline.resetTo(page.messages, !page.more, true);
  if (joins) return timeline.prependPage(page.messages, timeline.atStart() || !page.more);
  QList<Message> messages = page.messages;
  for (int row = 0; row < timeline.storedCount(); ++row) {
    if (timeline.at(row).chatId > messages.last().chatId) messages.append(timeline.at(row));
  }
  timeline.resetTo(messages, !page.more, true);
}

void HistoryPager::takeMissed(Room& room, const Page& page) {
  room.noteMessages(page.messages);
  Timeline& timeline = room.timeline();
  if (timeline.atEnd()) timeline.appendPage(page.messages, true);
}

// ---- while reading

void HistoryPager::fetchOlder(Room& room) {
  Timeline& timeline = room.timeline();
  const ChatId oldest = timeline.oldestChatId();
  if (timeline.loadingOlder() || timeline.atStart() || oldest == 0) return;
  if (!session_.isOpen() && !cache_.isOn()) return;
  timeline.setLoadingOlder(true);
  cache_.before(room.uri(), oldest, kPage, lifetime_.guard([this, uri = room.uri(), oldest](const CachedRun& run) {
    Room* found = rooms_.find(uri);
    if (found == nullptr) return;
    if (found->timeline().oldestChatId() != oldest) return found->timeline().setLoadingOlder(false);
    if (run.messages.isEmpty()) return olderFromServer(*found, oldest);
    found->noteMessages(run.messages);
    found->timeline().prependPage(run.messages, run.first <= 1);
    compare(run);
  }));
}

void HistoryPager::olderFromServer(Room& room, ChatId oldest) {
  if (!session_.isOpen()) return room.timeline().setOlderFailed(notHere());
  before(room.uri(), oldest, kPage, [this, uri = room.uri(), oldest](const Result<Page>& page) {
    Room* found = rooms_.find(uri);
    if (found == nullptr) return;
    if (!page) return found->timeline().setOlderFailed(page.error());
    if (found->timeline().oldestChatId() != oldest) return found->timeline().setLoadingOlder(false);
    found->noteMessages(page->messages);
    found->timeline().prependPage(page->messages, !page->more);
  });
}

void HistoryPager::fetchNewer(Room& room) {
  const ChatId last = room.timeline().newestChatId();
  if (room.timeline().atEnd() || last == 0 || fetchingNewer_.contains(room.uri())) return;
  fetchingNewer_.insert(room.uri());
  cache_.after(room.uri(), last, kPage, lifetime_.guard([this, uri = room.uri(), last](const CachedRun& run) {
    Room* found = rooms_.find(uri);
    if (found != nullptr && run.messages.isEmpty()) return newerFromServer(*found, last);
    fetchingNewer_.remove(uri);
    if (found == nullptr || found->timeline().newestChatId() != last) return;
    takeNewer(*found, Page{run.messages, run.last < found->newestKnown()});
    compare(run);
  }));
}

void HistoryPager::newerFromServer(Room& room, ChatId last) {
  after(room.uri(), last, kPage, [this, uri = room.uri(), last](const Result<Page>& page) {
    fetchingNewer_.remove(uri);
    Room* found = rooms_.find(uri);
    if (found == nullptr || !page || found->timeline().newestChatId() != last) return;
    takeNewer(*found, *page);
  });
}

// A message that came live while the last page was under way is not in it: then the end is not reached yet.
void HistoryPager::takeNewer(Room& room, const Page& page) {
  room.noteMessages(page.messages);
  const ChatId last = page.messages.isEmpty() ? room.timeline().newestChatId() : page.messages.last().chatId;
  const bool stuck = page.messages.isEmpty();
  room.timeline().appendPage(page.messages, !page.more && (stuck || last >= room.newestKnown()));
}

void HistoryPager::fillGap(const RoomUri& room, ChatId afterId, ChatId beforeId) {
  if (catchingUp_.contains(room)) return;  // what is under way brings these too
  const auto wanted = static_cast<int>(std::min<ChatId>(beforeId - afterId - 1, kLargestGap));
  after(room, afterId, wanted, [this, room, beforeId](const Result<Page>& result) {
    Room* found = rooms_.find(room);
    if (found == nullptr || !result) return;
    QList<Message> messages = result->messages;
    messages.removeIf([beforeId](const Message& message) { return message.chatId >= beforeId; });
    if (messages.isEmpty()) return;
    found->noteMessages(messages);
    found->timeline().fillGap(messages);
    const ChatId reached = messages.last().chatId;
    if (result->more && reached + 1 < beforeId) fillGap(room, reached, beforeId);
  });
}

// ---- jumps

void HistoryPager::around(const RoomUri& room, ChatId chatId, int older, int newer,
                          std::function<void(const Result<Surroundings>&)> done) {
  before(room, chatId + 1, older + 1,
         [this, room, chatId, newer, done = std::move(done)](const Result<Page>& olderPage) {
           if (!olderPage) return done(olderPage.error());
           if (olderPage->messages.isEmpty() || olderPage->messages.last().chatId != chatId) {
             return done(Error::make(ErrorCode::NotFound, Words::tr("The message is not there any more.")));
           }
           Surroundings found{*olderPage, {}};
           if (newer <= 0) return done(found);
           after(room, chatId, newer, [found, done](const Result<Page>& newerPage) {
             if (!newerPage) return done(newerPage.error());
             Surroundings whole = found;
             whole.newer = *newerPage;
             done(whole);
           });
         });
}

void HistoryPager::showAround(Room& room, ChatId chatId, OnStatus done) {
  if (room.timeline().rowOf(chatId) >= 0) return done(success());
  const auto cached = [this, uri = room.uri(), chatId, done = std::move(done)](const CachedRun& run) {
    Room* shown = rooms_.find(uri);
    if (shown == nullptr || run.messages.isEmpty()) return aroundFromServer(uri, chatId, done);
    shown->timeline().resetTo(run.messages, run.first <= 1, run.last >= shown->newestKnown());
    compare(run);
    done(success());
  };
  cache_.around(room.uri(), chatId, kPage / 2, kPage / 2, lifetime_.guard(cached));
}

void HistoryPager::aroundFromServer(const RoomUri& room, ChatId chatId, OnStatus done) {
  around(room, chatId, kPage / 2, kPage / 2, [this, room, done = std::move(done)](const auto& found) {
    if (!found) return done(found.error());
    if (Room* shown = rooms_.find(room)) {
      shown->timeline().resetTo(found->older.messages + found->newer.messages, !found->older.more, !found->newer.more);
    }
    done(success());
  });
}

void HistoryPager::showNewest(Room& room, OnStatus done) {
  if (room.timeline().atEnd()) return done(success());
  if (!session_.isOpen() && cache_.isOn()) {
    return cache_.newest(room.uri(), kPage, [this, uri = room.uri(), done = std::move(done)](const CachedRun& run) {
      Room* shown = rooms_.find(uri);
      if (shown == nullptr || run.messages.isEmpty()) return done(notHere());
      shown->timeline().resetTo(run.messages, run.first <= 1, run.last >= shown->newestKnown());
      done(success());
    });
  }
  newest(room.uri(), kPage, [this, uri = room.uri(), done = std::move(done)](const Result<Page>& page) {
    if (!page) return done(page.error());
    if (Room* shown = rooms_.find(uri)) {
      shown->noteMessages(page->messages);
      shown->timeline().resetTo(page->messages, !page->more, true);
    }
    done(success());
  });
}

// The server's surroundings are the true ones; the cache has them when it cannot tell.
void HistoryPager::context(const RoomUri& room, ChatId chatId, int beforeCount, int afterCount,
                           std::function<void(const Result<QList<Message>>&)> done) {
  const auto fromCache = [this, room, chatId, beforeCount, afterCount, done](const Error& error) {
    cache_.around(room, chatId, beforeCount, afterCount, [done, error](const CachedRun& run) {
      done(run.messages.isEmpty() ? Result<QList<Message>>(error) : Result<QList<Message>>(run.messages));
    });
  };
  if (!session_.isOpen() && cache_.isOn()) return fromCache(notHere());
  around(room, chatId, beforeCount, afterCount, [done, fromCache](const Result<Surroundings>& found) {
    if (!found && found.error().code == ErrorCode::ConnectionLost) return fromCache(found.error());
    if (!found) return done(found.error());
    done(found->older.messages + found->newer.messages);
  });
}

}  // namespace Parlour::Core
