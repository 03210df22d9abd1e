// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>
#include <optional>

namespace Parlour {

// UTC time in ticks of 100 ns since 1970, the resolution of XCCOS server times (xccos 4.1).
struct Timestamp {
  qint64 ticks = 0;

  static constexpr qint64 kPerMs = 10'000;
  static Timestamp fromMs(qint64 msSinceEpoch) { return {msSinceEpoch * kPerMs}; }
  qint64 toMs() const { return ticks / kPerMs; }
  bool isNull() const { return ticks == 0; }
  auto operator<=>(const Timestamp&) const = default;

  // "2031-03-04T08:15:30.1234567Z"; always 7 decimals, as servers send it.
  QByteArray toXccos() const;
  // "2031-03-04T08:15:30Z"; whole seconds, as clients send it.
  QByteArray toXccosSeconds() const;
  // "2014-03-03T08:00:11.313"; milliseconds without zone, as presence documents have it.
  QByteArray toPublishTime() const;
  // Reads any of the three forms (0 to 9 decimals, optional Z or +hh:mm).
  static std::optional<Timestamp> parse(QByteArrayView text);
};

// Source of time; injected everywhere so that tests decide what time it is. Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp now() const = 0;       // wall clock, UTC
  virtual qint64 monotonicMs() const = 0;  // for intervals only
  // The same time finer, for measuring; clocks that know nothing finer leave it.
  virtual qint64 monotonicUs() const { return monotonicMs() * 1'000; }
};

class SystemClock final : public Clock {
 public:
  Timestamp now() const override;
  qint64 monotonicMs() const override;
  qint64 monotonicUs() const override;
};

// A clock that moves only when told to. Starts at 2031-03-04T08:15:30Z.
class FakeClock final : public Clock {
 public:
  Timestamp now() const override { return now_; }
  qint64 monotonicMs() const override { return monotonic_; }
  void advanceMs(qint64 ms) {
    now_.ticks += ms * Timestamp::kPerMs;
    monotonic_ += ms;
  }

 private:
  Timestamp now_{19303785300000000};
  qint64 monotonic_ = 1'000'000;
};

}  // namespace Parlour
