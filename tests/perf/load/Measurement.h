// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "tests/perf/load/DeliveryLedger.h"
#include "tests/perf/load/ServerProcess.h"

namespace Parlour::Perf {

// Time and CPU between its construction and a call: of the server, of this program, and of everybody else, which says
// how far the figures can be trusted.
class Measurement {
 public:
  explicit Measurement(const ServerProcess& server);

  double seconds() const;
  double serverCpuSeconds() const;
  // rate, serverCpuUs, serverCores, loadCores and otherCores for `count` things done.
  void addTo(QJsonObject& figures, double count) const;

 private:
  const ServerProcess& server_;
  SteadyTime start_;
  double serverCpu_;
  double ownCpu_;
  double machine_;
};

void addPercentiles(QJsonObject& figures, const Percentiles& values);
void addMemory(QJsonObject& figures, const MemoryUse& memory);

}  // namespace Parlour::Perf
