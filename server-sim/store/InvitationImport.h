// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/org/Organisation.h"
#include "server-sim/store/ImportedIds.h"

namespace Parlour::Server {

// A list entry that stands for more users than this invites nobody: a note to a whole company is no news, and its
// rows would outgrow everything else.
constexpr size_t kMaxInvitedByGroup = 1'000;

// Invitations that the file names, and one for everybody who is a member, directly or by a group, of an enabled room
// with invitations on and does not follow it. Numbered per user in the order in which the rooms were created; nobody is
// invited twice to a room.
Status importInvitations(Sqlite::Database& database, const Organisation& organisation, const ImportedIds& ids);

}  // namespace Parlour::Server
