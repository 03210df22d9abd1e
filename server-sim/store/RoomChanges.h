// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/store/ChangeChecks.h"

namespace Parlour::Server {

// Add-ins, categories and rooms, new or changed, each with its lists; inside a transaction of the caller. Addresses
// are given once: an address that is taken is a Conflict, that of a known object stays as it is.
Status writeAddIns(Sqlite::Database& database, const ChangeSet& set);
Status writeCategories(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set, ChangeReceipt& receipt);
Status writeRooms(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set, ChangeReceipt& receipt);

// Rooms with all that hangs on them but their messages, then categories (Conflict while they have rooms) and add-ins,
// which no room shows afterwards.
Status writeRemovals(Sqlite::Database& database, const ChangeSet& set);

}  // namespace Parlour::Server
