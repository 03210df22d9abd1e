// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"

// Legal holds within a set of changes; inside the transaction of the writer thread.
namespace Parlour::Server {

Status writeHolds(Sqlite::Database& database, const ChangeSet& set);
// Conflict, with the hold and the message, when the set would take away or replace what a hold keeps. After
// writeHolds(), before anything is noted to be erased.
Status checkHolds(Sqlite::Database& database, const ChangeSet& set);
Result<std::vector<LegalHold>> loadHolds(Sqlite::Database& database);

}  // namespace Parlour::Server
