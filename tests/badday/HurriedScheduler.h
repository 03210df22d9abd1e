// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <algorithm>
#include <map>

#include "app/core/Environment.h"

namespace Parlour::Tests {

// Timers by a clock that a test may put forward: what has become due then runs within milliseconds. GUI thread.
class HurriedScheduler final : public Core::Scheduler {
 public:
  explicit HurriedScheduler(const Clock& clock) : clock_(clock) {
    QObject::connect(&tick_, &QTimer::timeout, &tick_, [this] { runDue(); });
    tick_.start(kTickMs);
  }
  Handle after(qint64 ms, std::function<void()> action) override {
    plans_.emplace(++last_, Plan{clock_.monotonicMs() + ms, std::move(action)});
    return last_;
  }
  void cancel(Handle handle) override { plans_.erase(handle); }

 private:
  struct Plan {
    qint64 dueMs;
    std::function<void()> action;
  };
  static constexpr int kTickMs = 5;

  void runDue() {
    for (;;) {
      const auto next = std::min_element(plans_.begin(), plans_.end(), [](const auto& one, const auto& other) {
        return one.second.dueMs < other.second.dueMs;
      });
      if (next == plans_.end() || next->second.dueMs > clock_.monotonicMs()) return;
      const auto action = std::move(next->second.action);
      plans_.erase(next);
      action();
    }
  }

  const Clock& clock_;
  QTimer tick_;
  std::map<Handle, Plan> plans_;
  Handle last_ = 0;
};

}  // namespace Parlour::Tests
