// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/EventRows.h"

namespace Parlour::Server {

ComplianceEvent eventOfRow(const Sqlite::Query& row) {
  ComplianceEvent event;
  event.eventId = row.integer(0);
  event.time = Timestamp{row.integer(1)};
  event.kind = static_cast<ComplianceKind>(row.integer(2));
  event.room = {row.integer(3), row.bytes(4), row.string(5)};
  event.user = {row.integer(6), row.bytes(7), row.string(8), row.string(9), row.integer(10) != 0};
  event.messageId = static_cast<ChatId>(row.integer(11));
  event.content = row.bytes(12);
  event.extension = row.bytes(13);
  return event;
}

Status putEvent(Sqlite::Statement& add, const ComplianceEvent& event) {
  return add.run(event.eventId, event.time.ticks, static_cast<int>(event.kind), event.room.id, event.room.uri,
                 event.room.name, event.user.id, event.user.uri, event.user.name, event.user.email, event.user.internal,
                 event.messageId, event.content, event.extension);
}

Result<std::vector<ComplianceEvent>> eventsOfRows(Sqlite::Query rows) {
  std::vector<ComplianceEvent> events;
  while (rows.next()) events.push_back(eventOfRow(rows));
  if (!rows.status()) return rows.status().error();
  return events;
}

}  // namespace Parlour::Server
