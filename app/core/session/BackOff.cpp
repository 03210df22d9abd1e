// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/BackOff.h"

#include <algorithm>
#include <array>

namespace Parlour::Core {

namespace {
constexpr std::array<qint64, kBusyTries> kBusySeconds{1, 2, 4, 8, 16, 30};
constexpr qint64 kLongestRetryAfterSeconds = 3600;
}  // namespace

qint64 withJitter(qint64 ms, quint64 random) {
  const qint64 spread = ms * 2 / 5;
  if (spread <= 0) return ms;
  return ms - spread / 2 + static_cast<qint64>(random % static_cast<quint64>(spread + 1));
}

qint64 retryAfterMs(int seconds, quint64 random) {
  const qint64 least = std::min<qint64>(std::max(seconds, 0), kLongestRetryAfterSeconds) * 1000;
  return least + static_cast<qint64>(random % static_cast<quint64>(1000 + least / 10));
}

std::optional<qint64> busyDelayMs(int tries, int retryAfterSeconds, quint64 random) {
  if (tries >= kBusyTries) return std::nullopt;
  if (retryAfterSeconds >= 0) return retryAfterMs(retryAfterSeconds, random);
  const auto row = static_cast<size_t>(std::max(tries - 1, 0));
  return withJitter(kBusySeconds[row] * 1000, random);
}

}  // namespace Parlour::Core
