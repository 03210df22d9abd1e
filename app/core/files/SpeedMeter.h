// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <deque>

#include "protocol/support/Clock.h"

namespace Parlour::Core {

// How fast a transfer is, over the last five seconds, and how long the rest takes. -1 as long as it cannot be told.
class SpeedMeter {
 public:
  explicit SpeedMeter(const Clock& clock) : clock_(clock) {}

  void reset() { samples_.clear(); }  // after a pause: the time without bytes does not count
  void note(qint64 done);
  qint64 bytesPerSecond() const;
  qint64 secondsFor(qint64 bytes) const;

 private:
  struct Sample {
    qint64 ms = 0;
    qint64 done = 0;
  };
  const Clock& clock_;
  std::deque<Sample> samples_;
};

}  // namespace Parlour::Core
