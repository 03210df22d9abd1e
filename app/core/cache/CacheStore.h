// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/core/cache/MessageCache.h"
#include "protocol/support/sqlite/Database.h"

namespace Parlour::Core {

// The tables behind a message cache: one database file of one account. Everything happens at once and on the calling
// thread, one thread at a time; each writing call is one transaction.
class CacheStore {
 public:
  static Result<std::unique_ptr<CacheStore>> open(const QString& path, const SipUri& account);

  Result<QList<CachedRoom>> rooms();
  Status keepRoom(const CachedRoom& room);
  Status keep(const CachedRun& run);  // of a room that keepRoom() named; nothing happens otherwise
  Status remove(const RoomUri& room, const QList<ChatId>& chatIds, const std::optional<QString>& replacement);
  Status forgetRoom(const RoomUri& room);
  Status clear();
  // Lets go of the oldest messages until both limits are kept. True: there is more to do.
  Result<bool> prune(const CacheLimits& limits, Timestamp now);

  Result<CachedRun> newest(const RoomUri& room, int count);
  Result<CachedRun> before(const RoomUri& room, ChatId chatId, int count);
  Result<CachedRun> after(const RoomUri& room, ChatId chatId, int count);
  Result<CachedRun> around(const RoomUri& room, ChatId chatId, int older, int newer);
  Result<QList<MessageSearchHits>> search(const MessageSearchQuery& query);
  Result<CacheUsage> usage();

 private:
  struct Range {
    ChatId first = 0;
    ChatId last = 0;
  };
  struct RoomRow {
    qint64 id = 0;  // 0: not kept
    RoomUri uri;
    QString name;
  };

  CacheStore(Sqlite::Database database, const SipUri& account);
  Status prepare();
  Result<RoomRow> find(const RoomUri& room);
  Result<std::optional<Range>> rangeWith(const RoomRow& room, ChatId chatId);
  Status mergeRange(const RoomRow& room, Range range);
  Status cutRanges(const RoomRow& room, ChatId upTo);
  Status eraseMessages(qint64 firstId, qint64 lastId, const QList<Message>& but);
  Status writeMessage(qint64 id, const Message& message);
  Status eraseOlderThan(Timestamp time);
  Result<QList<Message>> read(Sqlite::Query rows, const RoomUri& room);
  Result<MessageSearchHits> searchRoom(const RoomRow& room, const MessageSearchQuery& query);
  Result<QList<RoomRow>> roomsOf(const MessageSearchQuery& query);
  Result<qint64> usedBytes();

  Sqlite::Database database_;  // before the statements
  SipUri account_;
  Sqlite::Statement findRoom_, allRooms_, upsertRoom_, deleteRoom_;
  Sqlite::Statement rangeAt_, newestRange_, touching_, deleteTouching_, insertRange_, rangesUpTo_;
  Sqlite::Statement replaceMessage_, deleteMessage_, oneMessage_, ascending_, descending_;
  Sqlite::Statement indexWords_, unindexWords_, searchWords_, searchRange_, oldestOf_;
};

}  // namespace Parlour::Core
