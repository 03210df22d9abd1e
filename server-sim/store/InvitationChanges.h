// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/store/ChangeChecks.h"

namespace Parlour::Server {

// Invitations get the next number of their user, one per user and room; inside a transaction of the caller. Numbers
// of invitations that went with their room are not given again.
Status writeInvitations(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set, Timestamp now,
                        ChangeReceipt& receipt);
// Asking again replaces the words; a request that has ended already is left alone.
Status writeJoinRequests(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set);

}  // namespace Parlour::Server
