// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "protocol/support/Result.h"
#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

struct RunOptions {
  QString server;             // path of parlour-server
  QStringList serverOptions;  // passed on to it
  double seconds = 3;         // of posting or reading in a scenario
  int signInsAtOnce = 32;
  int historyMessages = 100'000;
};

// Names in the order of a full run; "smoke" is not part of it and must be asked for.
QStringList scenarioNames();
bool isScenario(const QString& name);
// Runs one with a server of its own in a temporary directory. Some give several results. An error means that it could
// not be measured: the server did not start, a user could not sign in.
Result<QList<ScenarioResult>> runScenario(const QString& name, const RunOptions& options);

}  // namespace Parlour::Perf
