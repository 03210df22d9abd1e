// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "protocol/support/Clock.h"
#include "server-sim/status/LoadSample.h"

namespace Parlour::Server {

// The load of the last 15 minutes, a point a second, and what is remembered of the time before. Loop thread.
class LoadHistory {
 public:
  static constexpr int kSeconds = 900;

  enum class Value { Messages, Sessions, RoomsInUse, Waiting, Shed };

  // Requests that were shed in one go: pauses of up to a minute belong to it.
  struct ShedBurst {
    Timestamp first;
    Timestamp last;
    quint64 count = 0;
  };

  // Once a second; `localDay` is the day where the server stands, which begins a new peak.
  void add(const LoadSample& sample, Timestamp now, qint64 localDay);

  const LoadSample& latest() const { return latest_; }
  // `parts` values over the whole time, oldest first: of messages the average a second, of what was shed the sum, of
  // all else the greatest. Nothing for a time without any point. `parts` divides kSeconds.
  std::vector<std::optional<double>> series(Value value, int parts) const;
  // In the last minute, by the second.
  double messagesPerSecond() const;
  quint64 signInsLastMinute() const;
  quint64 sessionsPeakToday() const { return peakToday_; }
  // Those that ended within the 15 minutes, oldest first; and the newest one ever.
  std::vector<ShedBurst> shedBursts() const;
  std::optional<ShedBurst> lastShed() const { return lastShed_; }
  bool shedInOneGo() const { return burstsEver_ == 1; }

 private:
  struct Point {
    quint32 messages = 0;
    quint32 sessions = 0;
    quint32 roomsInUse = 0;
    quint32 waiting = 0;
    quint32 shed = 0;
    quint32 signIns = 0;
  };
  // 0 is the oldest that can be; points exist from kSeconds - count_ on.
  const Point& at(int index) const;
  static quint32 valueOf(const Point& point, Value value);
  void noteShed(quint64 count, Timestamp now);

  std::array<Point, kSeconds> points_{};
  int next_ = 0;
  int count_ = 0;
  LoadSample latest_;
  Timestamp latestTime_;
  quint64 peakToday_ = 0;
  qint64 day_ = 0;
  std::vector<ShedBurst> bursts_;
  std::optional<ShedBurst> lastShed_;
  quint64 burstsEver_ = 0;
};

}  // namespace Parlour::Server
