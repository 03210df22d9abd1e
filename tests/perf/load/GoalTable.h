// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <optional>

#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

// What is to be reached, with what a good peer reaches on the same machine.
struct Goal {
  enum class Kind { AtMost, AtLeast };
  QString what;
  QStringList scenarios;  // of several the worst counts
  QString figure;         // of their results
  Kind kind = Kind::AtMost;
  double bound = 0;
  QString unit;
  int decimals = 1;
  double scale = 1;          // of the figure, to get the unit
  QString floor;             // scenario that does the same with the least effort; empty: nothing to compare with
  QString peer;              // best tuned peer, as text
  bool ofFloor = false;      // the bound is for the ratio to the floor, not for the figure
  bool judged = true;        // else there is no bound, it is only told
  double leastMessages = 0;  // results from smaller stores do not count
};

// A goal and what was measured for it. Of a scenario that ran several times the median counts, and the median of the
// ratios to the floor of the same round.
struct GoalRow {
  const Goal* goal = nullptr;
  std::optional<double> measured;
  std::optional<double> ratio;
  bool met = false;  // false, too, when there is no bound
};

const QList<Goal>& goals();
QList<GoalRow> rowsOf(const QList<ScenarioResult>& results, const QList<Goal>& goals);
// Aligned columns, one line a goal; at the end the count of those met, and what was never measured.
QString goalTable(const QList<GoalRow>& rows);

}  // namespace Parlour::Perf
