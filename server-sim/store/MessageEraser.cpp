// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/MessageEraser.h"

#include <algorithm>

#include "server-sim/store/ChangeChecks.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/MessageTimes.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {

Result<std::unique_ptr<MessageEraser>> MessageEraser::prepare(Sqlite::Database& database) {
  std::unique_ptr<MessageEraser> eraser(new MessageEraser(database));
  if (auto prepared = eraser->prepareStatements(); !prepared) return prepared.error();
  return eraser;
}

Status MessageEraser::prepareStatements() {
  return prepareStoreSql(*database_, {{&add_, QLatin1String("add_erasure")},
                                      {&next_, QLatin1String("next_erasure")},
                                      {&shorten_, QLatin1String("shorten_erasure")},
                                      {&finish_, QLatin1String("remove_erasure")},
                                      {&messages_, QLatin1String("messages_to_erase")},
                                      {&unindex_, QLatin1String("unindex_message")},
                                      {&index_, QLatin1String("index_message")},
                                      {&remove_, QLatin1String("remove_messages")},
                                      {&replace_, QLatin1String("replace_message")},
                                      {&shrinkHead_, QLatin1String("shrink_room_head")},
                                      {&newestKey_, QLatin1String("newest_key")},
                                      {&atOrAfter_, QLatin1String("message_at_or_after")}});
}

Result<qint64> MessageEraser::note(qint64 first, qint64 last, const std::optional<QByteArray>& replacement) {
  if (auto added = add_.run(first, last, replacement); !added) return added.error();
  return database_->lastInsertId();
}

Result<qint64> MessageEraser::noteRoom(RoomId room) {
  return note(messageKey(room, 0), messageKey(room, kMaxChatId), std::nullopt);
}

// Runs of numbers become one note each.
Result<qint64> MessageEraser::noteRemoval(const MessageRemoval& removal) {
  auto newest = integerOf(newestKey_.query(messageKey(removal.room, 0), messageKey(removal.room, kMaxChatId)));
  if (!newest) return newest;
  std::vector<qint64> keys;
  for (const ChatId id : removal.chatIds) {
    if (id <= kMaxChatId && messageKey(removal.room, id) <= *newest) keys.push_back(messageKey(removal.room, id));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  qint64 noted = 0;
  for (size_t first = 0, next = 0; first < keys.size(); first = next) {
    next = first + 1;
    while (next < keys.size() && keys[next] == keys[next - 1] + 1) ++next;
    auto added = note(keys[first], keys[next - 1], removal.replacement);
    if (!added) return added;
    noted = *added;
  }
  return noted;
}

Result<qint64> MessageEraser::notePurge(const Purge& purge) {
  const qint64 first = messageKey(purge.room, 0);
  auto newest = integerOf(newestKey_.query(first, messageKey(purge.room, kMaxChatId)));
  if (!newest || *newest == 0) return newest;
  auto kept = firstKeySince(atOrAfter_, first, *newest, purge.until);
  if (!kept) return kept;
  return *kept == first ? Result<qint64>(0) : note(first, *kept - 1, std::nullopt);
}

Result<MessageEraser::Note> MessageEraser::oldestNote() {
  Note note;
  auto rows = next_.query();
  if (rows.next()) {
    note = {rows.integer(0), rows.integer(1), rows.integer(2), std::nullopt};
    if (!rows.isNull(3)) note.replacement = rows.bytes(3);
  }
  if (!rows.status()) return rows.status().error();
  return note;
}

Result<std::vector<MessageEraser::Message>> MessageEraser::messagesOf(const Note& note, int limit) {
  std::vector<Message> found;
  auto rows = messages_.query(note.first, note.last, limit);
  while (rows.next()) found.push_back({rows.integer(0), rows.bytes(1), rows.integer(2)});
  if (!rows.status()) return rows.status().error();
  return found;
}

Result<MessageEraser::Step> MessageEraser::step(int limit) {
  auto note = oldestNote();
  if (!note) return note.error();
  if (note->id == 0) return Step{};
  auto messages = messagesOf(*note, limit);
  if (!messages) return messages.error();
  if (auto erased = erase(*note, *messages); !erased) return erased.error();
  const bool finished = static_cast<int>(messages->size()) < limit;
  auto noted = finished ? finish_.run(note->id) : shorten_.run(note->id, messages->back().key + 1);
  if (!noted) return noted.error();
  return Step{note->id, finished, static_cast<qint64>(messages->size())};
}

Status MessageEraser::erase(const Note& note, const std::vector<Message>& messages) {
  if (messages.empty()) return success();
  qint64 bytes = 0;
  for (const Message& message : messages) {
    bytes += message.chat.size() + message.rtfBytes;
    // The index holds no text of its own: it has to be told the words that go, before they are gone.
    if (auto unindexed = unindex_.run(message.key, message.chat); !unindexed) return unindexed;
    if (!note.replacement) continue;
    bytes -= note.replacement->size();
    if (auto replaced = replace(message, *note.replacement); !replaced) return replaced;
  }
  if (!note.replacement) {
    if (auto removed = remove_.run(messages.front().key, messages.back().key); !removed) return removed;
  }
  const qint64 gone = note.replacement ? 0 : static_cast<qint64>(messages.size());
  return shrinkHead_.run(note.first >> kChatIdBits, gone, bytes);
}

Status MessageEraser::replace(const Message& message, const QByteArray& replacement) {
  if (auto replaced = replace_.run(message.key, replacement); !replaced) return replaced;
  return index_.run(message.key, replacement);
}

}  // namespace Parlour::Server
