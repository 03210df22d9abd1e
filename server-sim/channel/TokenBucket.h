// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Parlour::Server {

// Rate limit: `burst` takings at once, refilled at `perSecond`. A rate of 0 or less means no limit.
// Times are monotonic milliseconds and come from the caller.
class TokenBucket {
 public:
  TokenBucket(int perSecond, int burst, qint64 nowMs);
  bool take(qint64 nowMs);

 private:
  static constexpr qint64 kMilli = 1000;
  int perSecond_;
  qint64 capacityMilli_;
  qint64 milliTokens_;
  qint64 lastMs_;
};

}  // namespace Parlour::Server
