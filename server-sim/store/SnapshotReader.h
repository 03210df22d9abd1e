// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Names of rows in the table of settings.
namespace StoreSetting {
constexpr char kDomain[] = "domain";
constexpr char kDatabaseVersion[] = "database_version";
constexpr char kRootCategory[] = "root_category";
}  // namespace StoreSetting

// Reads everything that the loop keeps in memory, one pass over each table. Blocking.
Result<Snapshot> readSnapshot(Sqlite::Database& database);

}  // namespace Parlour::Server
