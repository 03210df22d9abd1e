// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/SpeedMeter.h"

#include <limits>

namespace Parlour::Core {

namespace {
constexpr qint64 kWindowMs = 5'000;
constexpr qint64 kLeastMs = 500;    // less tells nothing
constexpr qint64 kSpacingMs = 100;  // between two samples
constexpr qint64 kMsPerSecond = 1'000;
}  // namespace

void SpeedMeter::note(qint64 done) {
  const qint64 now = clock_.monotonicMs();
  if (!samples_.empty() && done < samples_.back().done) samples_.clear();  // begun again
  if (samples_.size() > 1 && now - samples_[samples_.size() - 2].ms < kSpacingMs) samples_.pop_back();
  samples_.push_back({now, done});
  while (samples_.size() > 2 && now - samples_[1].ms >= kWindowMs) samples_.pop_front();
}

qint64 SpeedMeter::bytesPerSecond() const {
  if (samples_.size() < 2) return -1;
  const qint64 ms = clock_.monotonicMs() - samples_.front().ms;
  if (ms < kLeastMs) return -1;
  const qint64 bytes = samples_.back().done - samples_.front().done;
  return static_cast<qint64>(static_cast<double>(bytes) * kMsPerSecond / static_cast<double>(ms));
}

qint64 SpeedMeter::secondsFor(qint64 bytes) const {
  const qint64 speed = bytesPerSecond();
  if (speed <= 0 || bytes < 0) return -1;
  return (bytes + speed - 1) / speed;
}

}  // namespace Parlour::Core
