// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <array>
#include <atomic>

namespace Parlour::Server {

// Buckets of a histogram: exact up to 8, then eight to each power of two, so no value is off by more than an eighth.
// A bucket holds what is above the bound before it and not above its own.
class HistogramBuckets {
 public:
  static constexpr int kSteps = 8;
  static constexpr int kHighestPower = 26;
  static constexpr int kBounded = kSteps + (kHighestPower - 2) * kSteps;  // up to 2^27: 134 s in microseconds
  static constexpr int kCount = kBounded + 1;                             // the last one: everything above

  static int indexOf(qint64 value);
  // Greatest value of a bucket below kBounded.
  static qint64 bound(int index);
};

// What a histogram has counted, as plain numbers.
struct HistogramCounts {
  std::array<quint64, HistogramBuckets::kCount> buckets{};
  quint64 sum = 0;

  quint64 count() const;
  double mean() const;
  // The value below which `share` (0.95) of all lie, interpolated in its bucket; 0 when there is none.
  double percentile(double share) const;
  // What came after `earlier`, a copy of the same histogram.
  HistogramCounts since(const HistogramCounts& earlier) const;
};

// Counts values, microseconds where they are times. Two relaxed additions a value, no lock; any thread. Negative values
// count as 0.
class Histogram {
 public:
  void record(qint64 value);
  HistogramCounts counts() const;

 private:
  std::array<std::atomic<quint64>, HistogramBuckets::kCount> buckets_{};
  std::atomic<quint64> sum_{0};
};

}  // namespace Parlour::Server
