// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/org/Organisation.h"
#include "server-sim/store/ImportedIds.h"

namespace Parlour::Server {

// The past of rooms that are empty, with numbers from 1 in the order of time, and its text index. Rooms of
// categories without history stay empty.
Status importHistory(Sqlite::Database& database, const Organisation& organisation, const ImportedIds& ids);

}  // namespace Parlour::Server
