// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/EventDetails.h"

#include <set>

#include "server-sim/channel/TypeWords.h"
#include "server-sim/compliance/ComplianceDatabase.h"

namespace Parlour::Server::EventDetails {
namespace {

QString keyRooms() { return QStringLiteral("rooms"); }
QString keyUsers() { return QStringLiteral("users"); }

QJsonObject roomOfRow(const Sqlite::Query& row) {
  return {{QStringLiteral("description"), row.string(1)},
          {QStringLiteral("topic"), row.string(2)},
          {QStringLiteral("category"), row.string(3)},
          {QStringLiteral("privacy"), TypeWords::word(static_cast<Privacy>(row.integer(4)))},
          {QStringLiteral("type"), TypeWords::word(static_cast<RoomType>(row.integer(5)))},
          {QStringLiteral("history"), row.integer(6) != 0}};
}

QJsonObject userOfRow(const Sqlite::Query& row) {
  return {{QStringLiteral("title"), row.string(1)}, {QStringLiteral("company"), row.string(2)}};
}

template <typename OfRow>
Result<QJsonObject> readEach(Sqlite::Statement& find, const std::set<qint64>& ids, const OfRow& ofRow) {
  QJsonObject found;
  for (const qint64 id : ids) {
    auto rows = find.query(id);
    if (rows.next()) found.insert(QString::number(id), ofRow(rows));
    if (!rows.status()) return rows.status().error();
  }
  return found;
}

}  // namespace

Result<QJsonObject> read(Sqlite::Database& chat, const std::vector<ComplianceEvent>& events) {
  Sqlite::Statement room;
  Sqlite::Statement person;
  auto prepared =
      prepareComplianceSql(chat, {{&room, QLatin1String("chat_room")}, {&person, QLatin1String("chat_person")}});
  if (!prepared) return prepared.error();
  std::set<qint64> roomIds;
  std::set<qint64> userIds;
  for (const ComplianceEvent& event : events) {
    if (event.room.id != 0) roomIds.insert(event.room.id);
    if (event.user.id != 0) userIds.insert(event.user.id);
  }
  auto rooms = readEach(room, roomIds, roomOfRow);
  if (!rooms) return rooms;
  auto users = readEach(person, userIds, userOfRow);
  if (!users) return users;
  return QJsonObject{{keyRooms(), *rooms}, {keyUsers(), *users}};
}

QJsonObject ofRoom(const QJsonObject& details, const EventRoom& room) {
  return details[keyRooms()].toObject()[QString::number(room.id)].toObject();
}

QJsonObject ofUser(const QJsonObject& details, const EventUser& user) {
  return details[keyUsers()].toObject()[QString::number(user.id)].toObject();
}

}  // namespace Parlour::Server::EventDetails
