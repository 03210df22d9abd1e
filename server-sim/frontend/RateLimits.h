// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include "server-sim/channel/TokenBucket.h"

namespace Parlour::Server {

// A TokenBucket for each name, of users or of addresses. Forgets those that are full again, so it stays as small as
// what happens now. Times are monotonic milliseconds. Loop thread.
class RateLimits {
 public:
  RateLimits(int perSecond, int burst) : perSecond_(perSecond), burst_(burst) {}

  bool take(const QByteArray& name, qint64 nowMs);
  // Call about once a second.
  void forgetFull(qint64 nowMs);
  qsizetype size() const { return buckets_.size(); }

 private:
  struct Entry {
    TokenBucket bucket;
    qint64 lastMs = 0;
  };

  const int perSecond_;
  const int burst_;
  QHash<QByteArray, Entry> buckets_;
};

}  // namespace Parlour::Server
