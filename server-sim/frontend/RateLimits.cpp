// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/RateLimits.h"

namespace Parlour::Server {

bool RateLimits::take(const QByteArray& name, qint64 nowMs) {
  if (perSecond_ <= 0) return true;
  auto entry = buckets_.find(name);
  if (entry == buckets_.end()) entry = buckets_.insert(name, {TokenBucket(perSecond_, burst_, nowMs), nowMs});
  entry->lastMs = nowMs;
  return entry->bucket.take(nowMs);
}

void RateLimits::forgetFull(qint64 nowMs) {
  if (perSecond_ <= 0) return;
  const qint64 refillMs = qint64{burst_} * 1'000 / perSecond_ + 1;
  buckets_.removeIf([&](const auto& item) { return nowMs - item->lastMs >= refillMs; });
}

}  // namespace Parlour::Server
