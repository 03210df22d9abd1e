// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/perf/load/Scenarios.h"

namespace Parlour::Perf {

// What SQLite alone needs for a page of the newest 25, on the database of a server that has ended: statement, rows,
// copy of the text. `words` in the form of the text index; empty: no search. All rooms together, or the first one.
Results measureQueryFloor(const QString& name, const QString& database, const std::string& words, bool allRooms,
                          double seconds);

}  // namespace Parlour::Perf
