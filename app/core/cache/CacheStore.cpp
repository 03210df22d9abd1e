// SPDX-License-Identifier: Apache-2.0
#include "app/core/cache/CacheStore.h"

#include <QSet>
#include <algorithm>

#include "app/core/cache/CacheQuery.h"
#include "app/core/cache/CacheRows.h"
#include "protocol/support/sqlite/Migrator.h"
#include "protocol/support/sqlite/Transaction.h"

// Outside any namespace, as the macro wants it.
static void registerCacheSql() { Q_INIT_RESOURCE(cache); }

namespace Parlour::Core {

using namespace CacheRows;

namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
constexpr int kPruneStep = 20'000;  // rows at a time, so that others get their turn

struct Prepared {
  Sqlite::Statement* statement;
  QByteArray sql;
};

}  // namespace

CacheStore::CacheStore(Sqlite::Database database, const SipUri& account)
    : database_(std::move(database)), account_(account) {}

Result<std::unique_ptr<CacheStore>> CacheStore::open(const QString& path, const SipUri& account) {
  registerCacheSql();
  auto database = Sqlite::Database::open(path);
  if (!database) return database.error();
  // Losing the last second in a crash of the computer costs a page from the server, nothing else.
  auto tuned = database->execute("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;");
  if (!tuned) return tuned.error();
  if (auto migrated = Sqlite::migrate(*database, QStringLiteral(":/parlour/cache/sql")); !migrated) {
    return migrated.error();
  }
  std::unique_ptr<CacheStore> store(new CacheStore(std::move(*database), account));
  if (auto prepared = store->prepare(); !prepared) return prepared.error();
  return store;
}

Status CacheStore::prepare() {
  const QByteArray columns = " m.id, m.author, m.name, m.time, m.flags, m.text, m.rtf ";
  const QByteArray selectMessage = "SELECT" + columns + "FROM message m ";
  const QByteArray filters = " AND m.time >= ? AND m.time <= ? AND (? = '' OR instr(?, ' ' || m.author || ' ') > 0) ";
  const Prepared all[] = {
      {&findRoom_, "SELECT id, name FROM room WHERE uri = ?"},
      {&allRooms_,
       "SELECT uri, name, description, topic, category, category_name, privacy, kind, disabled, followed, "
       "opened, id FROM room ORDER BY id"},
      {&upsertRoom_,
       "INSERT INTO room (uri, name, description, topic, category, category_name, privacy, kind, "
       "disabled, followed, opened) VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (uri) DO UPDATE SET "
       "name = excluded.name, description = excluded.description, topic = excluded.topic, category = "
       "excluded.category, category_name = excluded.category_name, privacy = excluded.privacy, kind = "
       "excluded.kind, disabled = excluded.disabled, followed = excluded.followed, opened = "
       "excluded.opened"},
      {&deleteRoom_, "DELETE FROM room WHERE id = ?"},
      {&rangeAt_, "SELECT first, last FROM known WHERE room = ? AND first <= ? ORDER BY first DESC LIMIT 1"},
      {&newestRange_, "SELECT first, last FROM known WHERE room = ? ORDER BY first DESC LIMIT 1"},
      {&touching_, "SELECT min(first), max(last) FROM known WHERE room = ? AND first <= ? AND last >= ?"},
      {&deleteTouching_, "DELETE FROM known WHERE room = ? AND first <= ? AND last >= ?"},
      {&insertRange_, "INSERT INTO known (room, first, last) VALUES (?, ?, ?)"},
      {&rangesUpTo_, "SELECT first, last FROM known WHERE room = ? AND first <= ?"},
      {&replaceMessage_,
       "INSERT OR REPLACE INTO message (id, author, name, time, flags, text, rtf) "
       "VALUES (?, ?, ?, ?, ?, ?, ?)"},
      {&deleteMessage_, "DELETE FROM message WHERE id = ?"},
      {&oneMessage_, selectMessage + "WHERE m.id = ?"},
      {&ascending_, selectMessage + "WHERE m.id >= ? AND m.id <= ? ORDER BY m.id LIMIT ?"},
      {&descending_, selectMessage + "WHERE m.id >= ? AND m.id <= ? ORDER BY m.id DESC LIMIT ?"},
      {&indexWords_, "INSERT INTO words (rowid, text) VALUES (?, ?)"},
      {&unindexWords_, "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"},
      {&searchWords_, "SELECT" + columns +
                          "FROM words JOIN message m ON m.id = words.rowid WHERE words MATCH ? AND "
                          "words.rowid >= ? AND words.rowid <= ?" +
                          filters + "ORDER BY words.rowid DESC LIMIT ?"},
      {&searchRange_, selectMessage + "WHERE m.id >= ? AND m.id <= ?" + filters + "ORDER BY m.id DESC LIMIT ?"},
      {&oldestOf_, "SELECT id FROM message WHERE time < ? ORDER BY time LIMIT ?"},
  };
  for (const Prepared& one : all) {
    auto statement = database_.prepare(one.sql);
    if (!statement) return statement.error();
    *one.statement = std::move(*statement);
  }
  return success();
}

Result<CacheStore::RoomRow> CacheStore::find(const RoomUri& room) {
  Sqlite::Query rows = findRoom_.query(room.bytes());
  if (rows.next()) return RoomRow{rows.integer(0), room, rows.string(1)};
  if (!rows.status()) return rows.status().error();
  return RoomRow{0, room, {}};
}

Result<QList<CachedRoom>> CacheStore::rooms() {
  QList<CachedRoom> all;
  Sqlite::Query rows = allRooms_.query();
  while (rows.next()) {
    const auto uri = RoomUri::parse(rows.bytes(0));
    if (!uri) continue;
    CachedRoom room;
    room.summary.uri = *uri;
    room.summary.name = rows.string(1);
    room.summary.description = rows.string(2);
    room.summary.topic = rows.string(3);
    room.summary.category = rows.bytes(4);
    room.summary.categoryName = rows.string(5);
    room.summary.privacy = privacyOf(rows.integer(6));
    room.summary.kind = rows.integer(7) == 1 ? RoomKind::Auditorium : RoomKind::Normal;
    room.summary.disabled = rows.integer(8) != 0;
    room.followed = rows.integer(9) != 0;
    room.opened = rows.integer(10) != 0;
    all.append(room);
  }
  if (!rows.status()) return rows.status().error();
  return all;
}

Status CacheStore::keepRoom(const CachedRoom& room) {
  const RoomSummary& s = room.summary;
  return upsertRoom_.run(s.uri.bytes(), s.name, s.description, s.topic, s.category, s.categoryName,
                         static_cast<int>(s.privacy), s.kind == RoomKind::Auditorium ? 1 : 0, s.disabled, room.followed,
                         room.opened);
}

// ---- messages

Status CacheStore::writeMessage(qint64 id, const Message& message) {
  const int flags = flagsOf(message);
  auto written = replaceMessage_.run(id, message.author.bytes(), message.authorName, message.time.ticks, flags,
                                     message.text, Sqlite::Blob{message.rtf});
  if (!written || message.removed) return written;
  return indexWords_.run(id, indexedText(message.text));
}

Status CacheStore::eraseMessages(qint64 firstId, qint64 lastId, const QList<Message>& but) {
  QList<std::pair<qint64, QString>> gone;
  {
    QSet<ChatId> kept;
    for (const Message& message : but) kept.insert(message.chatId);
    Sqlite::Query rows = ascending_.query(firstId, lastId, -1);
    while (rows.next()) {
      if (kept.contains(chatIdOf(rows.integer(0)))) continue;
      gone.append({rows.integer(0), (rows.integer(4) & kRemovedFlag) != 0 ? QString() : rows.string(5)});
    }
    if (!rows.status()) return rows.status();
  }
  for (const auto& [id, text] : gone) {
    if (!text.isEmpty()) {
      if (auto status = unindexWords_.run(id, indexedText(text)); !status) return status;
    }
    if (auto status = deleteMessage_.run(id); !status) return status;
  }
  return success();
}

Status CacheStore::keep(const CachedRun& run) {
  if (run.first == 0 || run.last < run.first || run.last > kMostChatId) return success();
  auto room = find(run.room);
  if (!room || room->id == 0) return room ? success() : Status(room.error());
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  // What has not changed stays as it is: most pages come again after each start.
  auto known = read(ascending_.query(rowOf(room->id, run.first), rowOf(room->id, run.last), -1), run.room);
  if (!known) return known.error();
  QHash<ChatId, const Message*> before;
  QSet<ChatId> told;
  QList<Message> same;
  for (const Message& message : run.messages) told.insert(message.chatId);
  for (const Message& message : *known) {
    before.insert(message.chatId, &message);
    // The place of a removed message, which pages leave out.
    if (message.removed && !told.contains(message.chatId)) same.append(message);
  }
  for (const Message& message : run.messages) {
    const Message* old = before.value(message.chatId);
    if (old != nullptr && isSame(*old, message)) same.append(message);
  }
  if (same.size() < known->size()) {
    auto erased = eraseMessages(rowOf(room->id, run.first), rowOf(room->id, run.last), same);
    if (!erased) return erased;
  }
  for (const Message& message : run.messages) {
    const Message* old = before.value(message.chatId);
    if (message.chatId < run.first || message.chatId > run.last || (old != nullptr && isSame(*old, message))) continue;
    if (auto written = writeMessage(rowOf(room->id, message.chatId), message); !written) return written;
  }
  if (auto merged = mergeRange(*room, {run.first, run.last}); !merged) return merged;
  return transaction->commit();
}

Status CacheStore::mergeRange(const RoomRow& room, Range range) {
  const auto low = static_cast<qint64>(range.first) - 1;
  const auto high = static_cast<qint64>(range.last) + 1;
  {
    Sqlite::Query rows = touching_.query(room.id, high, low);
    if (rows.next() && !rows.isNull(0)) {
      range.first = std::min(range.first, static_cast<ChatId>(rows.integer(0)));
      range.last = std::max(range.last, static_cast<ChatId>(rows.integer(1)));
    }
    if (!rows.status()) return rows.status();
  }
  if (auto status = deleteTouching_.run(room.id, high, low); !status) return status;
  return insertRange_.run(room.id, range.first, range.last);
}

Status CacheStore::remove(const RoomUri& uri, const QList<ChatId>& chatIds, const std::optional<QString>& replacement) {
  auto room = find(uri);
  if (!room || room->id == 0) return room ? success() : Status(room.error());
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  for (const ChatId chatId : chatIds) {
    if (chatId == 0 || chatId > kMostChatId) continue;
    const qint64 id = rowOf(room->id, chatId);
    auto found = read(oneMessage_.query(id), uri);
    if (!found) return found.error();
    if (found->isEmpty()) continue;
    Message message = found->first();
    if (auto erased = eraseMessages(id, id, {}); !erased) return erased;
    message.removed = true;
    message.text = replacement.value_or(QString());
    message.rtf.clear();
    if (auto written = writeMessage(id, message); !written) return written;
  }
  return transaction->commit();
}

Status CacheStore::forgetRoom(const RoomUri& uri) {
  auto room = find(uri);
  if (!room || room->id == 0) return room ? success() : Status(room.error());
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto erased = eraseMessages(rowOf(room->id, 1), rowOf(room->id, kMostChatId), {});
  if (!erased) return erased;
  if (auto status = deleteRoom_.run(room->id); !status) return status;  // with its ranges
  return transaction->commit();
}

Status CacheStore::clear() {
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto cleared =
      database_.execute("DELETE FROM message; DELETE FROM known; INSERT INTO words (words) VALUES ('delete-all');");
  if (!cleared) return cleared;
  if (auto committed = transaction->commit(); !committed) return committed;
  return database_.execute("PRAGMA incremental_vacuum");
}

// ---- limits

// What is left of each room begins after the newest message that went.
Status CacheStore::cutRanges(const RoomRow& room, ChatId upTo) {
  QList<Range> cut;
  {
    Sqlite::Query rows = rangesUpTo_.query(room.id, upTo);
    while (rows.next()) cut.append({static_cast<ChatId>(rows.integer(0)), static_cast<ChatId>(rows.integer(1))});
    if (!rows.status()) return rows.status();
  }
  if (auto status = deleteTouching_.run(room.id, upTo, 0); !status) return status;
  for (const Range& range : cut) {
    if (range.last <= upTo) continue;
    if (auto status = insertRange_.run(room.id, upTo + 1, range.last); !status) return status;
  }
  return success();
}

Status CacheStore::eraseOlderThan(Timestamp time) {
  QHash<qint64, ChatId> upTo;
  {
    Sqlite::Query rows = oldestOf_.query(time.ticks, kPruneStep);
    while (rows.next()) {
      const qint64 id = rows.integer(0);
      upTo[roomOf(id)] = std::max(upTo.value(roomOf(id)), chatIdOf(id));
    }
    if (!rows.status()) return rows.status();
  }
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  for (auto it = upTo.cbegin(); it != upTo.cend(); ++it) {
    auto erased = eraseMessages(rowOf(it.key(), 1), rowOf(it.key(), it.value()), {});
    if (!erased) return erased;
    if (auto cut = cutRanges(RoomRow{it.key(), {}, {}}, it.value()); !cut) return cut;
  }
  if (auto committed = transaction->commit(); !committed) return committed;
  return database_.execute("PRAGMA incremental_vacuum");
}

Result<qint64> CacheStore::usedBytes() {
  qint64 values[3] = {};
  const char* const names[] = {"PRAGMA page_count", "PRAGMA freelist_count", "PRAGMA page_size"};
  for (int i = 0; i < 3; ++i) {
    auto value = database_.value(names[i]);
    if (!value) return value.error();
    values[i] = value->toLongLong();
  }
  return (values[0] - values[1]) * values[2];
}

Result<bool> CacheStore::prune(const CacheLimits& limits, Timestamp now) {
  const auto exists = [this](const QByteArray& sql) { return database_.value(sql); };
  if (limits.days > 0) {
    const Timestamp cutoff{now.ticks - limits.days * kDayMs * Timestamp::kPerMs};
    auto oldest = exists("SELECT time FROM message ORDER BY time LIMIT 1");
    if (!oldest && oldest.error().code != ErrorCode::NotFound) return oldest.error();
    if (oldest && oldest->toLongLong() < cutoff.ticks) {
      auto erased = eraseOlderThan(cutoff);
      return erased ? Result<bool>(true) : Result<bool>(erased.error());
    }
  }
  auto used = usedBytes();
  if (!used) return used.error();
  if (*used <= limits.bytes) return false;
  // A tenth at a time, at most a step.
  auto cutoff =
      exists("SELECT time FROM message ORDER BY time LIMIT 1 OFFSET min((SELECT count(*) FROM message) / 10, " +
             QByteArray::number(kPruneStep) + ")");
  if (!cutoff) return cutoff.error().code == ErrorCode::NotFound ? Result<bool>(false) : Result<bool>(cutoff.error());
  auto erased = eraseOlderThan(Timestamp{cutoff->toLongLong() + 1});
  return erased ? Result<bool>(true) : Result<bool>(erased.error());
}

}  // namespace Parlour::Core
