// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "app/core/Environment.h"

namespace Parlour::Core {

// One single-shot timer on the injected Scheduler, cancelled with its owner. Starting it again replaces it.
class Timer {
 public:
  explicit Timer(Scheduler& scheduler) : scheduler_(scheduler) {}
  ~Timer() { stop(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  void start(qint64 ms, std::function<void()> action) {
    stop();
    running_ = true;
    handle_ = scheduler_.after(ms, [this, action = std::move(action)] {
      running_ = false;
      action();
    });
  }
  void stop() {
    if (running_) scheduler_.cancel(handle_);
    running_ = false;
  }
  bool isRunning() const { return running_; }

 private:
  Scheduler& scheduler_;
  Scheduler::Handle handle_ = 0;
  bool running_ = false;
};

}  // namespace Parlour::Core
