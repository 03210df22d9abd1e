// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Store.h"

namespace Parlour::Server {

// What administration asks for: audit trail, requests to join, sizes of rooms. On a connection of its own thread.
class AdminReader {
 public:
  static constexpr int kMaxAuditEntries = 10'000;

  static Result<std::unique_ptr<AdminReader>> prepare(Sqlite::Database& database);

  Result<std::vector<AuditEntry>> auditTrail(const AuditQuery& query);
  Result<std::vector<RoomSize>> roomSizes();

 private:
  AdminReader() = default;

  Sqlite::Statement audit_, roomSizes_;
};

}  // namespace Parlour::Server
