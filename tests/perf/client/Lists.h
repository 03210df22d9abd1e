// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Client.h"
#include "app/ui/theme/ThemeManager.h"
#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

// The sidebar with all rooms of a client: made, shown and painted, and what a change of one room costs in it.
ScenarioResult measureRoomList(Core::Client& client, Ui::ThemeManager& themes);
// The people of a room: the same, and one of them going.
ScenarioResult measurePeople(Ui::ThemeManager& themes, int people);

}  // namespace Parlour::Perf
