// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Measurement.h"

#include <unistd.h>

#include <algorithm>

namespace Parlour::Perf {
namespace {

constexpr double kMicroseconds = 1e6;

}  // namespace

Measurement::Measurement(const ServerProcess& server)
    : server_(server),
      start_(std::chrono::steady_clock::now()),
      serverCpu_(server.cpuSeconds()),
      ownCpu_(cpuSecondsOf(getpid())),
      machine_(machineBusySeconds()) {}

double Measurement::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

double Measurement::serverCpuSeconds() const { return server_.cpuSeconds() - serverCpu_; }

void Measurement::addTo(QJsonObject& figures, double count) const {
  const double wall = seconds();
  const double server = serverCpuSeconds();
  const double own = cpuSecondsOf(getpid()) - ownCpu_;
  const double others = std::max(0.0, machineBusySeconds() - machine_ - server - own);
  figures.insert(QStringLiteral("seconds"), wall);
  figures.insert(QStringLiteral("count"), count);
  figures.insert(QStringLiteral("rate"), count / wall);
  figures.insert(QStringLiteral("serverCpuUs"), count > 0 ? server / count * kMicroseconds : 0);
  figures.insert(QStringLiteral("serverCores"), server / wall);
  figures.insert(QStringLiteral("loadCores"), own / wall);
  figures.insert(QStringLiteral("otherCores"), others / wall);
}

void addPercentiles(QJsonObject& figures, const Percentiles& values) {
  figures.insert(QStringLiteral("p50Ms"), values.p50);
  figures.insert(QStringLiteral("p95Ms"), values.p95);
  figures.insert(QStringLiteral("p99Ms"), values.p99);
  figures.insert(QStringLiteral("maxMs"), values.max);
}

void addMemory(QJsonObject& figures, const MemoryUse& memory) {
  figures.insert(QStringLiteral("rssMb"), memory.rssMb);
  figures.insert(QStringLiteral("pssMb"), memory.pssMb);
}

}  // namespace Parlour::Perf
