// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <functional>
#include <vector>

#include "protocol/support/Result.h"
#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

struct RunOptions {
  QString server;             // path of parlour-server
  QStringList serverOptions;  // passed on to it
  QString floor;              // path of parlour-floor; empty: nothing is compared with it
  QString stores;             // directory where filled stores are kept for the next run; empty: not kept
  double seconds = 3;         // of posting or reading in a scenario
  double modelSeconds = 60;   // of the Lync model
  int rounds = 1;             // how often a scenario that is compared with the floor runs
  int signInsAtOnce = 32;
  int historyMessages = 100'000;
  qint64 searchMessages = 1'000'000;
  qint64 startMessages = 10'000'000;
};

using Results = Result<QList<ScenarioResult>>;

// One thing to measure, with a server of its own in a temporary directory. Some give several results. An error means
// that it could not be measured: the server did not start, a user could not sign in.
struct Scenario {
  QString name;
  QString what;
  std::function<Results(const RunOptions&)> run;
  bool inRounds = false;  // repeated as often as the options say
  bool isExtra = false;   // not part of a full run
};

const std::vector<Scenario>& scenarios();
const Scenario* findScenario(const QString& name);

// What each source file adds, in the order of a full run.
std::vector<Scenario> floorScenarios();
std::vector<Scenario> startScenarios();
std::vector<Scenario> signInScenarios();
std::vector<Scenario> roomScenarios();
std::vector<Scenario> modelScenarios();
std::vector<Scenario> readingScenarios();

}  // namespace Parlour::Perf
