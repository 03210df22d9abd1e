// SPDX-License-Identifier: Apache-2.0
#include "app/core/search/SearchService.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

constexpr int kAllWordsReserve = 4;  // servers match any word; so many more are asked for before sorting out

QStringList wordsOf(const QString& text) { return text.simplified().split(u' ', Qt::SkipEmptyParts); }

bool hasFilters(const RoomSearchQuery& query) {
  return query.privacy.value_or(Privacy::Unknown) != Privacy::Unknown || query.kind || !query.category.isEmpty() ||
         query.onlyMine;
}

// The plain form is what every server knows; filters need the extended one.
Xccos::QueryFilter toFilter(const RoomSearchQuery& query, const SipUri& me) {
  Xccos::QueryFilter filter;
  filter.criteria = query.words.simplified();
  filter.extended = query.descriptionsToo;
  if (wordsOf(query.words).size() > 1) filter.matchAll = true;
  if (!hasFilters(query)) return filter;
  filter.type = Xccos::QueryType::ByFilter;
  filter.visibility = toVisibility(query.privacy.value_or(Privacy::Unknown));
  if (query.kind) {
    filter.behavior = *query.kind == RoomKind::Auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  }
  if (const auto category = CategoryUri::parse(query.category)) filter.category = *category;
  if (query.onlyMine) filter.member = me.bytes();
  return filter;
}

bool matchesAllWords(const Message& message, const MessageSearchQuery& query) {
  if (query.exactPhrase || !query.allWords) return true;
  const auto sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
  const QStringList words = wordsOf(query.words);
  return std::all_of(words.begin(), words.end(),
                     [&](const QString& word) { return message.text.contains(word, sensitivity); });
}

Xccos::BackchatQuery toBackchat(const MessageSearchQuery& query, int searchLimit) {
  Xccos::BackchatQuery wire;
  const bool sortsOut = query.allWords && !query.exactPhrase && wordsOf(query.words).size() > 1;
  const int limit = sortsOut ? query.limitPerRoom * kAllWordsReserve : query.limitPerRoom;
  wire.limit = static_cast<quint32>(std::clamp(limit, 1, std::max(searchLimit, 1)));
  if (!query.words.isEmpty()) wire.text = Xccos::TextFilter{query.words, query.matchCase, query.exactPhrase};
  wire.authors.assign(query.authors.begin(), query.authors.end());
  wire.order = Xccos::ResultOrder{true, true};
  Xccos::DateWindow window;
  window.from = query.from.isNull() ? Timestamp::fromMs(1000) : query.from;  // some start is always said
  if (!query.to.isNull()) window.to = query.to;
  wire.date = window;
  return wire;
}

}  // namespace

void SearchService::rooms(const RoomSearchQuery& query, std::function<void(const Result<RoomSearchResult>&)> done) {
  session_.ask<Xccos::ChannelSearchReply>(
      Xccos::ChannelSearch{toFilter(query, account_.me)},
      [this, query, done = std::move(done)](const Result<Xccos::ChannelSearchReply>& reply) {
        if (!reply) return done(reply.error());
        RoomSearchResult result = toResult(*reply);
        result.rooms.removeIf([&](const RoomSummary& room) {
          const bool wrongPrivacy = query.privacy && *query.privacy != Privacy::Unknown &&
                                    room.privacy != Privacy::Unknown && room.privacy != *query.privacy;
          return wrongPrivacy ||
                 (!query.category.isEmpty() && !room.category.isEmpty() && room.category != query.category);
        });
        done(result);
      });
}

RoomSearchResult SearchService::toResult(const Xccos::ChannelSearchReply& reply) const {
  RoomSearchResult result;
  for (const Xccos::ChanInfo& room : reply.rooms) result.rooms.append(categories_.named(toSummary(room)));
  result.truncated = reply.truncated.value_or(result.rooms.size() >= account_.limits.searchResults);
  return result;
}

void SearchService::roomInfo(const RoomUri& room, std::function<void(const Result<RoomSummary>&)> done) {
  categories_.prepare();
  session_.ask<Xccos::ChannelInfoReply>(
      Xccos::GetChannelInfo{room, {}},
      [this, room, done = std::move(done)](const Result<Xccos::ChannelInfoReply>& reply) {
        const Room* known = rooms_.find(room);
        if (reply) {
          const RoomSummary summary = mergedSummary(known != nullptr ? known->summary() : RoomSummary(), reply->room);
          categories_.want(summary.category);
          return done(categories_.named(summary));
        }
        const bool fallBack = known != nullptr && reply.error().code == ErrorCode::NotSupported;
        if (fallBack) return done(known->summary());
        done(reply.error());
      });
}

void SearchService::messages(const MessageSearchQuery& query,
                             std::function<void(const Result<QList<MessageSearchHits>>&)> done) {
  std::vector<RoomUri> where(query.rooms.begin(), query.rooms.end());
  if (where.empty()) {
    for (const Room* room : rooms_.rooms()) where.push_back(room->uri());
  }
  if (where.empty()) return done(QList<MessageSearchHits>());
  const Xccos::BackchatQuery wire = toBackchat(query, account_.limits.searchResults);
  if (!query.from.isNull() || !query.to.isNull()) {
    return session_.ask<Xccos::BackchatByDateReply>(Xccos::BackchatByDate{where, wire},
                                                    [this, query, done = std::move(done)](const auto& reply) {
                                                      if (!reply) return done(reply.error());
                                                      done(toHits(reply->rooms, query));
                                                    });
  }
  session_.ask<Xccos::BackchatQueryReply>(Xccos::BackchatQueryCommand{where, wire},
                                          [this, query, done = std::move(done)](const auto& reply) {
                                            if (!reply) return done(reply.error());
                                            done(toHits(reply->rooms, query));
                                          });
}

QList<MessageSearchHits> SearchService::toHits(const std::vector<Xccos::RoomHistory>& rooms,
                                               const MessageSearchQuery& query) const {
  QList<MessageSearchHits> hits;
  for (const Xccos::RoomHistory& history : rooms) {
    MessageSearchHits found;
    found.room = history.uri;
    const Room* known = rooms_.find(history.uri);
    found.roomName = history.name.value_or(known != nullptr ? known->summary().name : QString());
    found.messages = toMessages(history.messages, account_);
    std::reverse(found.messages.begin(), found.messages.end());
    found.messages.removeIf([&](const Message& message) { return !matchesAllWords(message, query); });
    found.truncated = history.truncated.value_or(false) || found.messages.size() > query.limitPerRoom;
    if (found.messages.size() > query.limitPerRoom) found.messages.resize(query.limitPerRoom);
    if (!found.messages.isEmpty()) hits.append(found);
  }
  return hits;
}

}  // namespace Parlour::Core
