// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

// Resident memory of this process.
double residentMb();
// Median and worst of some times; the worst must keep the goal.
ScenarioResult timesOf(const QString& name, std::vector<double> ms, double goalMs);

}  // namespace Parlour::Perf
