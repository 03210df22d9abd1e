// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/transfer/TransferReport.h"

namespace Parlour::Server {

struct ImportOptions {
  bool dryRun = false;                             // tells what would happen and changes nothing
  std::optional<AuditEntry> audit = std::nullopt;  // goes into the audit trail when the import changed anything
};

// Puts an export (README.md) into a store, empty or not, in one transaction: an unusable file changes nothing, its
// error names the line. What refers to something that is not there is refused alone, as the report says. Conflict when
// the store belongs to another domain. Blocking; no server may be running, since it would not notice.
Result<TransferReport> importStore(Sqlite::Database& database, const QString& path, const ImportOptions& options);

// The same for a data directory, which is created when needed; Conflict when a server runs on it.
Result<TransferReport> importDataDirectory(const QString& dataDirectory, const QString& path,
                                           const ImportOptions& options);

}  // namespace Parlour::Server
