// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/QtScheduler.h"

#include <QTimer>
#include <algorithm>
#include <limits>

namespace Parlour::Core {

QtScheduler::~QtScheduler() {
  for (const auto& [handle, timer] : timers_) delete timer;
}

Scheduler::Handle QtScheduler::after(qint64 ms, std::function<void()> action) {
  const Handle handle = ++last_;
  auto* timer = new QTimer;
  timers_[handle] = timer;
  timer->setSingleShot(true);
  QObject::connect(timer, &QTimer::timeout, timer, [this, handle, action = std::move(action)] {
    const auto due = action;  // the timer, and the closure with it, is gone before the action runs
    cancel(handle);
    due();
  });
  const qint64 longest = std::numeric_limits<int>::max();
  timer->start(static_cast<int>(std::clamp<qint64>(ms, 0, longest)));
  return handle;
}

void QtScheduler::cancel(Handle handle) {
  const auto it = timers_.find(handle);
  if (it == timers_.end()) return;
  QObject* timer = it->second;
  timers_.erase(it);
  timer->disconnect();
  timer->deleteLater();
}

}  // namespace Parlour::Core
