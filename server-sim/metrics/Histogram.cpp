// SPDX-License-Identifier: Apache-2.0
#include "server-sim/metrics/Histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace Parlour::Server {
namespace {

constexpr int kStepBits = 3;
static_assert(1 << kStepBits == HistogramBuckets::kSteps);

}  // namespace

int HistogramBuckets::indexOf(qint64 value) {
  if (value <= 1) return 0;
  const auto below = static_cast<quint64>(value - 1);
  if (below < kSteps) return static_cast<int>(below);
  const int power = std::bit_width(below) - 1;
  if (power > kHighestPower) return kBounded;
  const int step = static_cast<int>(below >> (power - kStepBits)) & (kSteps - 1);
  return kSteps + (power - kStepBits) * kSteps + step;
}

qint64 HistogramBuckets::bound(int index) {
  if (index < kSteps) return index + 1;
  const int shift = index / kSteps - 1;
  return qint64{kSteps + index % kSteps + 1} << shift;
}

quint64 HistogramCounts::count() const { return std::accumulate(buckets.begin(), buckets.end(), quint64{0}); }

double HistogramCounts::mean() const {
  const quint64 all = count();
  return all == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(all);
}

double HistogramCounts::percentile(double share) const {
  const double wanted = static_cast<double>(count()) * std::clamp(share, 0.0, 1.0);
  double before = 0;
  for (int index = 0; index < HistogramBuckets::kBounded; ++index) {
    const auto here = static_cast<double>(buckets[static_cast<size_t>(index)]);
    if (here > 0 && before + here >= wanted) {
      const auto low = index == 0 ? 0.0 : static_cast<double>(HistogramBuckets::bound(index - 1));
      const auto high = static_cast<double>(HistogramBuckets::bound(index));
      return low + (high - low) * (wanted - before) / here;
    }
    before += here;
  }
  const bool any = buckets[HistogramBuckets::kBounded] > 0;
  return any ? static_cast<double>(HistogramBuckets::bound(HistogramBuckets::kBounded - 1)) : 0;
}

HistogramCounts HistogramCounts::since(const HistogramCounts& earlier) const {
  HistogramCounts later;
  for (size_t index = 0; index < buckets.size(); ++index)
    later.buckets[index] = buckets[index] - earlier.buckets[index];
  later.sum = sum - earlier.sum;
  return later;
}

void Histogram::record(qint64 value) {
  buckets_[static_cast<size_t>(HistogramBuckets::indexOf(value))].fetch_add(1, std::memory_order_relaxed);
  if (value > 0) sum_.fetch_add(static_cast<quint64>(value), std::memory_order_relaxed);
}

HistogramCounts Histogram::counts() const {
  HistogramCounts counts;
  for (size_t index = 0; index < buckets_.size(); ++index) {
    counts.buckets[index] = buckets_[index].load(std::memory_order_relaxed);
  }
  counts.sum = sum_.load(std::memory_order_relaxed);
  return counts;
}

}  // namespace Parlour::Server
