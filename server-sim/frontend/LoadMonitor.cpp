// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/LoadMonitor.h"

namespace Parlour::Server {
namespace {

constexpr qint64 kHoldMs = 1'000;

}  // namespace

LoadLevel LoadMonitor::levelOf(const LoadReading& reading) const {
  const LoadSettings& s = settings_;
  if (reading.lagMs >= s.lagPostsMs) return LoadLevel::NoPosts;
  if (reading.lagMs >= s.lagReadingMs || reading.waitingPosts >= s.postsReading ||
      reading.waitingReads >= s.readsReading) {
    return LoadLevel::NoReading;
  }
  const bool some = reading.lagMs >= s.lagSignInsMs || reading.waitingPosts >= s.postsSignIns ||
                    reading.waitingReads >= s.readsSignIns;
  return some ? LoadLevel::NoSignIns : LoadLevel::Normal;
}

void LoadMonitor::note(const LoadReading& reading, qint64 nowMs) {
  const LoadLevel now = levelOf(reading);
  if (now >= level_) {
    level_ = now;
    holdUntilMs_ = nowMs + kHoldMs;
  } else if (nowMs >= holdUntilMs_) {
    level_ = now;
    holdUntilMs_ = nowMs + kHoldMs;
  }
}

}  // namespace Parlour::Server
