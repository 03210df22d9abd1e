// SPDX-License-Identifier: Apache-2.0
#include "server-sim/status/LoopWatch.h"

#include <utility>

namespace Parlour::Server {

void LoopWatch::tick() {
  const qint64 nowUs = clock_.monotonicUs();
  // The first tick tells how long the start took, not how late the loop is.
  if (std::exchange(ticking_, true))
    lag_.record(nowUs - lastUs_.load(std::memory_order_relaxed) - qint64{kTickMs} * 1'000);
  lastUs_.store(nowUs, std::memory_order_relaxed);
}

}  // namespace Parlour::Server
