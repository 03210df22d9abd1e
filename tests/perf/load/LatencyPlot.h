// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

// Latencies of the results as curves in an SVG picture: how long the faster half, nine of ten, 999 of 1,000 took. Posts
// to the left, replies to the right; both axes logarithmic. What has no curve is left out.
QByteArray latencyPlot(const QList<ScenarioResult>& results);

}  // namespace Parlour::Perf
