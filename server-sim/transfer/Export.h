// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/transfer/TransferKinds.h"
#include "server-sim/transfer/TransferReport.h"

namespace Parlour::Server {

struct ExportOptions {
  ExportLevel level = ExportLevel::All;
  std::vector<CategoryUri> categories;  // with their rooms and content; empty: all
  Timestamp from;                       // messages sent since; null: all
  bool packed = true;
};

// Writes a store, as it stands at one moment, into a new file (README.md); the server may go on meanwhile. Blocking.
// Conflict when the file exists, NotFound for a category that does not, NotSupported for a store of another schema.
Result<TransferReport> exportStore(Sqlite::Database& database, const QString& path, const ExportOptions& options,
                                   Timestamp now);

// The same for the store of a data directory, whose server may be running.
Result<TransferReport> exportDataDirectory(const QString& dataDirectory, const QString& path,
                                           const ExportOptions& options, Timestamp now);

}  // namespace Parlour::Server
