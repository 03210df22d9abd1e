// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <initializer_list>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/SqlFile.h"

namespace Parlour::Server {

// Brings the database to the newest schema of the chat store.
Status migrateStore(Sqlite::Database& database);

// The number of the newest schema.
int newestStoreSchema();

// Prepares statements of server-sim/store/sql, named without ".sql".
Status prepareStoreSql(Sqlite::Database& database, std::initializer_list<Sqlite::StatementFile> files);

}  // namespace Parlour::Server
