// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <unordered_map>

#include "app/core/Environment.h"

namespace Parlour::Core {

// Timers of the thread's event loop.
class QtScheduler final : public Scheduler {
 public:
  ~QtScheduler() override;
  Handle after(qint64 ms, std::function<void()> action) override;
  void cancel(Handle handle) override;

 private:
  std::unordered_map<Handle, QObject*> timers_;
  Handle last_ = 0;
};

}  // namespace Parlour::Core
