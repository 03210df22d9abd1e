// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/perf/load/Stage.h"

namespace Parlour::Perf {

// Lets a crowd that is signed in post: a warm-up, then `seconds` that count, then until all that is on its way has
// arrived. The result holds rates, latencies, bytes, CPU, memory, and what was lost, doubled or reordered.
ScenarioResult measurePosting(const QString& name, double seconds, EventLoop& loop, const ServerProcess& server,
                              PostingCrowd& crowd);

// What a crowd that has come to rest lost, doubled or reordered, as figures and checks.
void addFaults(ScenarioResult& result, PostingCrowd& crowd);

}  // namespace Parlour::Perf
