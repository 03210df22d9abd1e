// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/client/Figures.h"

#include <QFile>
#include <algorithm>

namespace Parlour::Perf {

double residentMb() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith("VmRSS:")) return line.simplified().split(' ').value(1).toDouble() / 1024;
  }
  return 0;
}

ScenarioResult timesOf(const QString& name, std::vector<double> ms, double goalMs) {
  ScenarioResult result;
  result.name = name;
  if (ms.empty()) ms.push_back(-1);
  std::sort(ms.begin(), ms.end());
  result.figures[QStringLiteral("p50 ms")] = ms[ms.size() / 2];
  result.figures[QStringLiteral("max ms")] = ms.back();
  result.checks.append({name + QStringLiteral(": at most %1 ms").arg(goalMs), ms.front() >= 0 && ms.back() <= goalMs});
  return result;
}

}  // namespace Parlour::Perf
