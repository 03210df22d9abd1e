// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/TokenBucket.h"

#include <algorithm>

namespace Parlour::Server {

TokenBucket::TokenBucket(int perSecond, int burst, qint64 nowMs)
    : perSecond_(perSecond),
      capacityMilli_(std::max(burst, 1) * kMilli),
      milliTokens_(capacityMilli_),
      lastMs_(nowMs) {}

bool TokenBucket::take(qint64 nowMs) {
  if (perSecond_ <= 0) return true;
  // Elapsed time beyond a full refill adds nothing; the bound also keeps the product small.
  const qint64 elapsed = std::clamp<qint64>(nowMs - lastMs_, 0, capacityMilli_);
  milliTokens_ = std::min(capacityMilli_, milliTokens_ + elapsed * perSecond_);
  lastMs_ = std::max(lastMs_, nowMs);
  if (milliTokens_ < kMilli) return false;
  milliTokens_ -= kMilli;
  return true;
}

}  // namespace Parlour::Server
