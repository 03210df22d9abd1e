// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/org/Organisation.h"

namespace Parlour::Server {

// Brings a store in line with an organisation file, in one transaction. Users, groups, categories and rooms of the
// file are created or, known by their URI, updated with their lists; what the file does not have stays. Only what is
// new gets the rest: a new user the followed rooms, an empty room its history, and a member who neither follows the
// room nor was invited before an invitation. So the same file again changes nothing. Fails with Conflict when
// the store belongs to another domain. Whom the file lets use the chat rooms is granted the policy "Chat rooms on"
// unless another one was granted, whom it does not loses that grant; other policies are left alone.
Status importOrganisation(Sqlite::Database& database, const Organisation& organisation, Timestamp now);

}  // namespace Parlour::Server
