// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/HoldChanges.h"

#include <algorithm>
#include <limits>

#include "server-sim/store/ChangeChecks.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

constexpr qint64 kEndOfTime = std::numeric_limits<qint64>::max();

QByteArray foldedHoldName(const QString& name) { return name.toCaseFolded().toUtf8(); }

// Messages of one room that are about to go.
struct DoomedRange {
  RoomId room = 0;
  ChatId first = 0;
  ChatId last = kMaxChatId;
  qint64 before = kEndOfTime;  // sent before this
};

class HeldMessages {
 public:
  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database,
                           {{&any_, QLatin1String("held_message")}, {&ofAuthor_, QLatin1String("held_message_of")}});
  }

  Status check(const std::vector<LegalHold>& holds, const DoomedRange& range) {
    for (const LegalHold& hold : holds) {
      if (hold.room != 0 && hold.room != range.room) continue;
      const auto key = firstHeld(hold, range);
      if (!key) return key.error();
      if (*key != 0) return heldBy(hold, chatIdOfKey(*key));
    }
    return success();
  }

 private:
  Result<qint64> firstHeld(const LegalHold& hold, const DoomedRange& range) {
    const qint64 first = messageKey(range.room, range.first);
    const qint64 last = messageKey(range.room, range.last);
    const qint64 until = std::min(hold.to.isNull() ? kEndOfTime : hold.to.ticks, range.before - 1);
    if (hold.user == 0) return integerOf(any_.query(first, last, hold.from.ticks, until));
    return integerOf(ofAuthor_.query(first, last, hold.from.ticks, until, hold.user));
  }

  static Error heldBy(const LegalHold& hold, ChatId chatId) {
    return Error::make(ErrorCode::Conflict,
                       QStringLiteral("The legal hold \"%1\" keeps message %2 of the room. Nothing was changed.")
                           .arg(hold.name)
                           .arg(chatId));
  }

  Sqlite::Statement any_, ofAuthor_;
};

std::vector<DoomedRange> doomed(const ChangeSet& set) {
  std::vector<DoomedRange> ranges;
  for (const RoomId room : set.removedRooms) ranges.push_back({room});
  for (const MessageRemoval& removal : set.messageRemovals) {
    for (const ChatId chatId : removal.chatIds) {
      if (chatId <= kMaxChatId) ranges.push_back({removal.room, chatId, chatId});
    }
  }
  for (const Purge& purge : set.purges) ranges.push_back({purge.room, 0, kMaxChatId, purge.until.ticks});
  return ranges;
}

}  // namespace

Status writeHolds(Sqlite::Database& database, const ChangeSet& set) {
  if (set.holds.empty() && set.removedHolds.empty()) return success();
  Sqlite::Statement add, remove, find;
  auto prepared = prepareStoreSql(database, {{&add, QLatin1String("add_hold")},
                                             {&remove, QLatin1String("remove_hold")},
                                             {&find, QLatin1String("find_hold")}});
  if (!prepared) return prepared;
  for (const QString& name : set.removedHolds) {
    if (auto removed = remove.run(foldedHoldName(name)); !removed) return removed;
    if (database.changes() != 0) continue;
    return Error::make(ErrorCode::NotFound, QStringLiteral("There is no hold %1.").arg(name));
  }
  for (const LegalHold& hold : set.holds) {
    const QByteArray fold = foldedHoldName(hold.name);
    const auto known = hasRow(find.query(fold));
    if (!known) return known.error();
    if (*known) return Error::make(ErrorCode::Conflict, QStringLiteral("There is a hold %1.").arg(hold.name));
    auto added = add.run(fold, hold.name, hold.room, hold.user, hold.from.ticks, hold.to.ticks, hold.reason,
                         hold.createdBy, hold.createdOn.ticks);
    if (!added) return added;
  }
  return success();
}

Status checkHolds(Sqlite::Database& database, const ChangeSet& set) {
  const std::vector<DoomedRange> ranges = doomed(set);
  if (ranges.empty()) return success();
  const auto holds = loadHolds(database);
  if (!holds) return holds.error();
  if (holds->empty()) return success();
  HeldMessages held;
  if (auto prepared = held.prepare(database); !prepared) return prepared;
  for (const DoomedRange& range : ranges) {
    if (auto checked = held.check(*holds, range); !checked) return checked;
  }
  return success();
}

Result<std::vector<LegalHold>> loadHolds(Sqlite::Database& database) {
  Sqlite::Statement load;
  if (auto prepared = prepareStoreSql(database, {{&load, QLatin1String("load_holds")}}); !prepared) {
    return prepared.error();
  }
  std::vector<LegalHold> holds;
  auto rows = load.query();
  while (rows.next()) {
    holds.push_back({rows.string(0), rows.integer(1), rows.integer(2), Timestamp{rows.integer(3)},
                     Timestamp{rows.integer(4)}, rows.string(5), rows.bytes(6), Timestamp{rows.integer(7)}});
  }
  if (!rows.status()) return rows.status().error();
  return holds;
}

}  // namespace Parlour::Server
