// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "protocol/support/Clock.h"
#include "server-sim/metrics/Histogram.h"

namespace Parlour::Server {

// Measures how late the loop is: a tick that should come every kTickMs says by how much it came later. Ticks come on
// the loop thread; everything may be asked on any thread.
class LoopWatch {
 public:
  static constexpr int kTickMs = 250;
  static constexpr qint64 kDeadMs = 5'000;

  explicit LoopWatch(const Clock& clock) : clock_(clock), lastUs_(clock.monotonicUs()) {}

  void tick();
  // The loop has ticked within kDeadMs.
  bool isAlive() const { return silentMs() < kDeadMs; }
  qint64 silentMs() const { return (clock_.monotonicUs() - lastUs_.load(std::memory_order_relaxed)) / 1'000; }
  HistogramCounts lagUs() const { return lag_.counts(); }

 private:
  const Clock& clock_;
  std::atomic<qint64> lastUs_;
  Histogram lag_;
  bool ticking_ = false;
};

}  // namespace Parlour::Server
