// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/AdminReader.h"

#include <algorithm>
#include <limits>

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {

Result<std::unique_ptr<AdminReader>> AdminReader::prepare(Sqlite::Database& database) {
  std::unique_ptr<AdminReader> reader(new AdminReader);
  auto prepared = prepareStoreSql(database, {{&reader->audit_, QLatin1String("audit_entries")},
                                             {&reader->roomSizes_, QLatin1String("room_sizes")}});
  if (!prepared) return prepared.error();
  return reader;
}

Result<std::vector<AuditEntry>> AdminReader::auditTrail(const AuditQuery& query) {
  const qint64 to = query.to.isNull() ? std::numeric_limits<qint64>::max() : query.to.ticks;
  std::vector<AuditEntry> entries;
  auto rows = audit_.query(query.from.ticks, to, query.actor, query.object, query.action,
                           std::clamp(query.limit, 0, kMaxAuditEntries));
  while (rows.next()) {
    entries.push_back(
        {Timestamp{rows.integer(0)}, rows.bytes(1), rows.bytes(2), rows.bytes(3), rows.bytes(4), rows.bytes(5)});
  }
  if (!rows.status()) return rows.status().error();
  return entries;
}

Result<std::vector<RoomSize>> AdminReader::roomSizes() {
  std::vector<RoomSize> sizes;
  auto rows = roomSizes_.query();
  while (rows.next()) sizes.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
  if (!rows.status()) return rows.status().error();
  return sizes;
}

}  // namespace Parlour::Server
