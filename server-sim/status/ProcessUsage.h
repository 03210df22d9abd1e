// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <deque>

#include "server-sim/metrics/MetricSet.h"

namespace Parlour::Server {

// What this process uses of its machine, from the kernel. What cannot be found out is 0.
struct ProcessUsage {
  qint64 cpuUs = 0;  // user and system, all threads, since the start
  int cores = 1;     // that it may run on
  qint64 memoryBytes = 0;
  qint64 memoryLimitBytes = 0;  // of its control group, else of the machine
  int openFiles = 0;
  int openFilesLimit = 0;

  static ProcessUsage now();
  // That alone, which is cheap.
  static qint64 cpuTimeUs();
};

// The "memory.max" of a control group, or the "MemTotal:" line of meminfo; 0 for what is neither.
qint64 memoryLimitIn(const QByteArray& groupLimit, const QByteArray& memInfo);

void collect(const ProcessUsage& usage, MetricSet& set);

// The share of all cores that was used of late. One thread.
class CpuMeter {
 public:
  // Every second or so.
  void add(qint64 cpuUs, qint64 nowUs);
  // 0 to 1 over the last few seconds.
  double share(int cores) const;

 private:
  struct Reading {
    qint64 cpuUs;
    qint64 atUs;
  };
  std::deque<Reading> readings_;
};

}  // namespace Parlour::Server
