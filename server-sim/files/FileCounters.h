// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "protocol/files/FileErrors.h"
#include "server-sim/metrics/Counter.h"
#include "server-sim/metrics/MetricSet.h"

namespace Parlour::Server {

// What the movers of files count.
struct FileCounters {
  Counter tokens;
  Counter uploads;    // completed
  Counter downloads;  // begun
  Counter bytesIn;
  Counter bytesOut;
  Counter quarantined;
  Counter collected;                 // files whose content was deleted
  Gauge transfers;                   // requests under way
  Gauge files;                       // readable ones
  Gauge bytes;                       // of them
  std::array<Counter, 32> refusals;  // by Files::FileError

  void refused(Files::FileError error) { refusals[static_cast<size_t>(error)].add(); }
};

void collect(const FileCounters& counters, MetricSet& set);

}  // namespace Parlour::Server
