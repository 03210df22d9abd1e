// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/HistoryImport.h"

#include <algorithm>

#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

struct HistoryStatements {
  Sqlite::Statement findHead, updateHead, insert, index;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&findHead, QLatin1String("find_room_head")},
                                      {&updateHead, QLatin1String("update_room_head")},
                                      {&insert, QLatin1String("insert_message")},
                                      {&index, QLatin1String("index_message")}});
  }
};

Result<bool> isEmptyRoom(HistoryStatements& sql, RoomId room) {
  auto rows = sql.findHead.query(room);
  const bool empty = rows.next() && rows.integer(0) == 0;
  if (!rows.status()) return rows.status().error();
  return empty;
}

Status saveHistory(HistoryStatements& sql, RoomId id, const OrgRoom& room, const ImportedIds& ids) {
  std::vector<const OrgMessage*> messages;
  for (const OrgMessage& message : room.history) messages.push_back(&message);
  std::stable_sort(messages.begin(), messages.end(), [](const auto* a, const auto* b) { return a->time < b->time; });
  ChatId chatId = 0;
  qint64 ticks = 0;
  qint64 bytes = 0;
  for (const OrgMessage* message : messages) {
    ticks = std::max(message->time.ticks, ticks + 1);
    const qint64 key = messageKey(id, ++chatId);
    const QByteArray chat = message->chatText();
    const PrincipalId author = ids.principals.value(message->author.bytes());
    auto inserted = sql.insert.run(key, ticks, author, message->alert, chat, std::nullopt);
    if (!inserted) return inserted;
    if (auto indexed = sql.index.run(key, chat); !indexed) return indexed;
    bytes += chat.size();
  }
  return sql.updateHead.run(id, chatId, ticks, messages.size(), bytes);
}

}  // namespace

Status importHistory(Sqlite::Database& database, const Organisation& organisation, const ImportedIds& ids) {
  HistoryStatements sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  QSet<CategoryUri> keeping;
  for (const OrgCategory& category : organisation.categories) {
    if (category.history) keeping.insert(category.uri);
  }
  std::vector<const OrgRoom*> rooms;
  for (const OrgRoom& room : organisation.rooms) {
    if (!room.history.empty() && keeping.contains(room.category)) rooms.push_back(&room);
  }
  // In the order of keys, which the text index likes best.
  std::sort(rooms.begin(), rooms.end(),
            [&](const auto* a, const auto* b) { return ids.rooms.value(a->uri) < ids.rooms.value(b->uri); });
  for (const OrgRoom* room : rooms) {
    const RoomId id = ids.rooms.value(room->uri);
    auto empty = isEmptyRoom(sql, id);
    if (!empty) return empty.error();
    if (!*empty) continue;
    if (auto saved = saveHistory(sql, id, *room, ids); !saved) return saved;
  }
  return success();
}

}  // namespace Parlour::Server
