// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "app/core/cache/CacheQuery.h"
#include "app/core/cache/CacheRows.h"
#include "app/core/cache/CacheStore.h"

namespace Parlour::Core {

using namespace CacheRows;

namespace {

constexpr int kCloserLookReserve = 8;  // so many more are read when each is looked at again
constexpr int kMostHits = 1'000;

CachedRun runOf(const RoomUri& room, ChatId first, ChatId last, const QList<Message>& messages) {
  return CachedRun{room, first, last, messages};
}

}  // namespace

Result<QList<Message>> CacheStore::read(Sqlite::Query rows, const RoomUri& room) {
  QList<Message> messages;
  while (rows.next()) {
    Message message;
    message.room = room;
    message.chatId = chatIdOf(rows.integer(0));
    message.author = SipUri::fromTrusted(rows.bytes(1));
    message.authorName = rows.string(2);
    message.time = Timestamp{rows.integer(3)};
    const qint64 flags = rows.integer(4);
    message.alert = (flags & kAlertFlag) != 0;
    message.mentionsMe = (flags & kMentionFlag) != 0;
    message.removed = (flags & kRemovedFlag) != 0;
    message.text = rows.string(5);
    message.rtf = rows.bytes(6);
    message.own = message.author == account_;
    messages.append(message);
  }
  if (!rows.status()) return rows.status().error();
  return messages;
}

Result<std::optional<CacheStore::Range>> CacheStore::rangeWith(const RoomRow& room, ChatId chatId) {
  Sqlite::Query rows = rangeAt_.query(room.id, chatId);
  if (!rows.next()) {
    if (!rows.status()) return rows.status().error();
    return std::optional<Range>();
  }
  const Range range{static_cast<ChatId>(rows.integer(0)), static_cast<ChatId>(rows.integer(1))};
  if (range.last < chatId) return std::optional<Range>();
  return std::optional<Range>(range);
}

Result<CachedRun> CacheStore::newest(const RoomUri& uri, int count) {
  auto room = find(uri);
  if (!room || room->id == 0) return room ? Result<CachedRun>(CachedRun{}) : Result<CachedRun>(room.error());
  ChatId last = 0;
  {
    Sqlite::Query rows = newestRange_.query(room->id);
    if (rows.next()) last = static_cast<ChatId>(rows.integer(1));
    if (!rows.status()) return rows.status().error();
  }
  if (last == 0) return CachedRun{};
  return before(uri, last + 1, count);
}

Result<CachedRun> CacheStore::before(const RoomUri& uri, ChatId chatId, int count) {
  auto room = find(uri);
  if (!room) return room.error();
  if (room->id == 0 || chatId <= 1 || chatId > kMostChatId) return CachedRun{};
  auto range = rangeWith(*room, chatId - 1);
  if (!range) return range.error();
  if (!*range) return CachedRun{};
  auto messages = read(descending_.query(rowOf(room->id, (*range)->first), rowOf(room->id, chatId - 1), count), uri);
  if (!messages) return messages.error();
  std::reverse(messages->begin(), messages->end());
  const bool whole = messages->size() < count;
  return runOf(uri, whole ? (*range)->first : messages->first().chatId, chatId - 1, *messages);
}

Result<CachedRun> CacheStore::after(const RoomUri& uri, ChatId chatId, int count) {
  auto room = find(uri);
  if (!room) return room.error();
  if (room->id == 0 || chatId >= kMostChatId) return CachedRun{};
  auto range = rangeWith(*room, chatId + 1);
  if (!range) return range.error();
  if (!*range) return CachedRun{};
  auto messages = read(ascending_.query(rowOf(room->id, chatId + 1), rowOf(room->id, (*range)->last), count), uri);
  if (!messages) return messages.error();
  const bool whole = messages->size() < count;
  return runOf(uri, chatId + 1, whole ? (*range)->last : messages->last().chatId, *messages);
}

Result<CachedRun> CacheStore::around(const RoomUri& uri, ChatId chatId, int older, int newer) {
  auto upTo = before(uri, chatId + 1, older + 1);
  if (!upTo || upTo->messages.isEmpty() || upTo->messages.last().chatId != chatId) {
    return upTo ? Result<CachedRun>(CachedRun{}) : upTo;
  }
  if (newer <= 0) return upTo;
  auto rest = after(uri, chatId, newer);
  if (!rest) return rest;
  if (rest->first == 0) return upTo;
  return runOf(uri, upTo->first, rest->last, upTo->messages + rest->messages);
}

// ---- searching

Result<QList<CacheStore::RoomRow>> CacheStore::roomsOf(const MessageSearchQuery& query) {
  QList<RoomRow> found;
  Sqlite::Query rows = allRooms_.query();
  while (rows.next()) {
    const auto uri = RoomUri::parse(rows.bytes(0));
    if (!uri || (!query.rooms.isEmpty() && !query.rooms.contains(*uri))) continue;
    found.append(RoomRow{rows.integer(11), *uri, rows.string(1)});
  }
  if (!rows.status()) return rows.status().error();
  return found;
}

Result<MessageSearchHits> CacheStore::searchRoom(const RoomRow& room, const MessageSearchQuery& query) {
  const CacheQuery words(query);
  MessageSearchHits hits;
  hits.room = room.uri;
  hits.roomName = room.name;
  const int wanted = std::clamp(query.limitPerRoom, 1, kMostHits);
  const int limit = words.looksCloser() ? wanted * kCloserLookReserve : wanted + 1;
  QByteArray authors;
  for (const SipUri& author : query.authors) authors += ' ' + author.bytes() + ' ';
  const qint64 low = rowOf(room.id, 1);
  const qint64 high = rowOf(room.id, kMostChatId);
  const qint64 to = query.to.isNull() ? std::numeric_limits<qint64>::max() : query.to.ticks;
  auto found =
      words.isEmpty()
          ? read(searchRange_.query(low, high, query.from.ticks, to, authors, authors, limit), room.uri)
          : read(searchWords_.query(words.match(), low, high, query.from.ticks, to, authors, authors, limit), room.uri);
  if (!found) return found.error();
  found->removeIf([&](const Message& message) { return !words.accepts(message); });
  hits.truncated = found->size() > wanted;
  hits.messages = found->first(std::min<qsizetype>(found->size(), wanted));
  return hits;
}

Result<QList<MessageSearchHits>> CacheStore::search(const MessageSearchQuery& query) {
  auto rooms = roomsOf(query);
  if (!rooms) return rooms.error();
  QList<MessageSearchHits> all;
  for (const RoomRow& room : *rooms) {
    auto hits = searchRoom(room, query);
    if (!hits) return hits.error();
    if (!hits->messages.isEmpty()) all.append(*hits);
  }
  std::stable_sort(all.begin(), all.end(), [](const MessageSearchHits& a, const MessageSearchHits& b) {
    return a.messages.first().time > b.messages.first().time;
  });
  return all;
}

Result<CacheUsage> CacheStore::usage() {
  CacheUsage usage;
  auto bytes = usedBytes();
  if (!bytes) return bytes.error();
  usage.bytes = *bytes;
  const auto number = [this](const QByteArray& sql) {
    auto value = database_.value(sql);
    return value ? value->toLongLong() : 0;
  };
  usage.indexBytes = number("SELECT coalesce(sum(length(block)), 0) FROM words_data");
  usage.messages = number("SELECT count(*) FROM message");
  usage.rooms = static_cast<int>(number("SELECT count(DISTINCT room) FROM known"));
  usage.oldest = Timestamp{number("SELECT coalesce(min(time), 0) FROM message")};
  return usage;
}

}  // namespace Parlour::Core
