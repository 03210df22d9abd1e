// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <optional>
#include <span>

namespace Parlour::Core {

// `ms` spread evenly over ±20 %, so that many clients do not come back in step.
qint64 withJitter(qint64 ms, quint64 random);

// How long to wait when the server said how many seconds: never less, and up to a second and a tenth more, because it
// says whole seconds to everybody at once. At most an hour or that.
qint64 retryAfterMs(int seconds, quint64 random);

// Waits between repeats of a request that a busy server refused with 503 (xccos 3.4): Retry-After when
// given, else 1, 2, 4, 8, 16, 30 s ±20 %. `tries` counts those made so far; nullopt after the sixth.
std::optional<qint64> busyDelayMs(int tries, int retryAfterSeconds, quint64 random);
inline constexpr int kBusyTries = 6;

}  // namespace Parlour::Core
