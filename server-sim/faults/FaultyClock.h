// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Clock.h"
#include "server-sim/faults/FaultPlan.h"

namespace Parlour::Server {

// A clock whose time of day jumps once, as after a correction by hand; intervals are not touched. Thread-safe.
class FaultyClock final : public Clock {
 public:
  FaultyClock(const Clock& clock, const FaultPlan& plan)
      : clock_(clock), jumpMs_(plan.clockJumpMs), jumpsAt_(clock.monotonicMs() + plan.clockJumpAtMs) {}

  Timestamp now() const override {
    const qint64 jump = clock_.monotonicMs() >= jumpsAt_ ? jumpMs_ : 0;
    return {clock_.now().ticks + jump * Timestamp::kPerMs};
  }
  qint64 monotonicMs() const override { return clock_.monotonicMs(); }
  qint64 monotonicUs() const override { return clock_.monotonicUs(); }

 private:
  const Clock& clock_;
  const qint64 jumpMs_;
  const qint64 jumpsAt_;
};

}  // namespace Parlour::Server
