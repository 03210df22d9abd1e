// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <utility>

#include "app/core/Environment.h"

namespace Parlour::Testing {

// Timers on a clock that only the test moves.
class FakeScheduler final : public Core::Scheduler {
 public:
  explicit FakeScheduler(FakeClock& clock) : clock_(clock) {}

  Handle after(qint64 ms, std::function<void()> action) override;
  void cancel(Handle handle) override;

  // Moves the clock by `ms` and runs what falls due on the way, each at its own time.
  void advanceMs(qint64 ms);
  size_t waiting() const { return timers_.size(); }
  std::function<void()> afterEach;  // e.g. delivers what the timers caused

 private:
  using Key = std::pair<qint64, Handle>;
  FakeClock& clock_;
  std::map<Key, std::function<void()>> timers_;
  Handle last_ = 0;
};

}  // namespace Parlour::Testing
