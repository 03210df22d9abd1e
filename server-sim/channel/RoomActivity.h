// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Types.h"
#include "server-sim/metrics/Histogram.h"

namespace Parlour::Server {

// What happened in one room within the last minute.
struct RoomRate {
  RoomId room = 0;
  quint64 posts = 0;
  quint64 deliveries = 0;
  double p95Us = 0;  // from the arrival of a post until it was sent to all
};

// Remembers for a minute what each room did, in slices of five seconds, so that a room that is silent costs nothing.
// Loop thread; times are those of the monotonic clock in microseconds.
class RoomActivity {
 public:
  static constexpr int kSliceSeconds = 5;
  static constexpr int kSlices = 12;

  void record(RoomId room, size_t deliveries, qint64 latencyUs, qint64 nowUs);
  // The rooms with the most posts, then the most deliveries; the busiest first.
  std::vector<RoomRate> busiest(size_t limit, qint64 nowUs) const;

 private:
  // Latencies in buckets of half a power of two: coarse, but small enough for thousands of rooms.
  static constexpr int kFold = HistogramBuckets::kSteps / 2;
  static constexpr int kBuckets = HistogramBuckets::kCount / kFold + 1;
  struct Work {
    quint32 posts = 0;
    quint64 deliveries = 0;
    std::array<quint16, kBuckets> latencies{};
  };
  struct Slice {
    qint64 number = -1;  // since the clock's zero
    std::unordered_map<RoomId, Work> rooms;
  };
  static RoomRate rateOf(RoomId room, quint64 posts, quint64 deliveries,
                         const std::array<quint32, kBuckets>& latencies);

  std::array<Slice, kSlices> slices_;
};

}  // namespace Parlour::Server
