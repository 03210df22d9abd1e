// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/store/ChangeChecks.h"

namespace Parlour::Server {

// Users and groups, new or changed; inside a transaction of the caller. Conflict when an address is taken. What
// policies decide (Principal::chatEnabled) is not written.
Status writePrincipals(Sqlite::Database& database, const ChangeSet& set, ChangeReceipt& receipt);
// Who is in which group: those that go, then those that come.
Status writeMemberships(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set);

}  // namespace Parlour::Server
