// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/SqlFile.h"

namespace Parlour::Server {

// Prepares statements of server-sim/transfer/sql, named without ".sql".
Status prepareTransferSql(Sqlite::Database& database, std::initializer_list<Sqlite::StatementFile> files);

}  // namespace Parlour::Server
