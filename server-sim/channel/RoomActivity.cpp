// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RoomActivity.h"

#include <algorithm>
#include <limits>

namespace Parlour::Server {
namespace {

constexpr qint64 kSliceUs = qint64{RoomActivity::kSliceSeconds} * 1'000'000;

}  // namespace

void RoomActivity::record(RoomId room, size_t deliveries, qint64 latencyUs, qint64 nowUs) {
  const qint64 number = nowUs / kSliceUs;
  Slice& slice = slices_[static_cast<size_t>(number % kSlices)];
  if (slice.number != number) {
    slice.number = number;
    slice.rooms.clear();
  }
  Work& work = slice.rooms[room];
  ++work.posts;
  work.deliveries += deliveries;
  quint16& counted = work.latencies[static_cast<size_t>(HistogramBuckets::indexOf(latencyUs) / kFold)];
  if (counted < std::numeric_limits<quint16>::max()) ++counted;
}

RoomRate RoomActivity::rateOf(RoomId room, quint64 posts, quint64 deliveries,
                              const std::array<quint32, kBuckets>& latencies) {
  quint64 counted = 0;
  for (const quint32 count : latencies) counted += count;
  quint64 below = 0;
  int index = 0;
  for (; index < kBuckets - 1; ++index) {
    below += latencies[static_cast<size_t>(index)];
    if (below * 100 >= counted * 95) break;
  }
  const int last = std::min(index * kFold + kFold - 1, HistogramBuckets::kBounded - 1);
  return {room, posts, deliveries, static_cast<double>(HistogramBuckets::bound(last))};
}

std::vector<RoomRate> RoomActivity::busiest(size_t limit, qint64 nowUs) const {
  struct Sum {
    quint64 posts = 0;
    quint64 deliveries = 0;
    std::array<quint32, kBuckets> latencies{};
  };
  std::unordered_map<RoomId, Sum> sums;
  const qint64 newest = nowUs / kSliceUs;
  for (const Slice& slice : slices_) {
    if (slice.number <= newest - kSlices || slice.number > newest) continue;
    for (const auto& [room, work] : slice.rooms) {
      Sum& sum = sums[room];
      sum.posts += work.posts;
      sum.deliveries += work.deliveries;
      for (size_t index = 0; index < kBuckets; ++index) sum.latencies[index] += work.latencies[index];
    }
  }
  std::vector<RoomRate> rates;
  rates.reserve(sums.size());
  for (const auto& [room, sum] : sums) rates.push_back(rateOf(room, sum.posts, sum.deliveries, sum.latencies));
  const auto busier = [](const RoomRate& a, const RoomRate& b) {
    if (a.posts != b.posts) return a.posts > b.posts;
    return a.deliveries != b.deliveries ? a.deliveries > b.deliveries : a.room < b.room;
  };
  const auto end = rates.begin() + static_cast<std::ptrdiff_t>(std::min(limit, rates.size()));
  std::partial_sort(rates.begin(), end, rates.end(), busier);
  rates.erase(end, rates.end());
  return rates;
}

}  // namespace Parlour::Server
