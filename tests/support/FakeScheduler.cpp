// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FakeScheduler.h"

namespace Parlour::Testing {

Core::Scheduler::Handle FakeScheduler::after(qint64 ms, std::function<void()> action) {
  timers_.emplace(Key{clock_.monotonicMs() + ms, ++last_}, std::move(action));
  return last_;
}

void FakeScheduler::cancel(Handle handle) {
  std::erase_if(timers_, [handle](const auto& timer) { return timer.first.second == handle; });
}

void FakeScheduler::advanceMs(qint64 ms) {
  const qint64 end = clock_.monotonicMs() + ms;
  while (!timers_.empty() && timers_.begin()->first.first <= end) {
    auto timer = timers_.extract(timers_.begin());
    if (timer.key().first > clock_.monotonicMs()) clock_.advanceMs(timer.key().first - clock_.monotonicMs());
    timer.mapped()();
    if (afterEach) afterEach();
  }
  clock_.advanceMs(end - clock_.monotonicMs());
}

}  // namespace Parlour::Testing
