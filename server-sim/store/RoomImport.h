// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/org/Organisation.h"
#include "server-sim/store/ImportedIds.h"

namespace Parlour::Server {

// Categories with scope and creators, then rooms with their lists, in the order of their creation; needs
// ids.principals, fills ids.categories and ids.rooms.
Status importRooms(Sqlite::Database& database, const Organisation& organisation, ImportedIds& ids);

// The rooms of the file in the order of their creation.
std::vector<const OrgRoom*> roomsByCreation(const Organisation& organisation);

}  // namespace Parlour::Server
