// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/perf/load/EventLoop.h"
#include "tests/perf/load/Membership.h"

namespace Parlour::Perf {

struct Percentiles {
  double p50 = 0;
  double p95 = 0;
  double p99 = 0;
  double max = 0;
};
// Nearest rank; sorts `values`. All 0 when there are none.
Percentiles percentilesOf(std::vector<double>& values);
// The share of the values that each point of a curve of latencies stands for: closer together towards the slowest.
const std::vector<double>& curveShares();
std::vector<double> curveOf(std::vector<double>& values);

// What went wrong with deliveries; all must be 0.
struct DeliveryFaults {
  uint64_t lost = 0;        // a member never got an accepted post
  uint64_t doubled = 0;     // a member got a post again
  uint64_t reordered = 0;   // a chatId not above the member's last one
  uint64_t mismatched = 0;  // one post under two numbers, or a text that nobody posted
  bool none() const { return lost + doubled + reordered + mismatched == 0; }
};

// Keeps account of every post and every delivery of it. A post is told by the marker at the start of its text.
class DeliveryLedger {
 public:
  DeliveryLedger(const Membership& rooms, int members);

  // A new post of that room, to be made at `start`; what it takes is counted from then on. The text is the marker and
  // filling up to `bytes`.
  uint64_t open(int room, std::string& text, size_t bytes, SteadyTime start = std::chrono::steady_clock::now());
  void refused(uint64_t marker);
  enum class Outcome { Counted, LastOfPost, Fault };
  struct Seen {
    Outcome outcome = Outcome::Fault;
    int room = 0;
  };
  Seen delivered(int member, std::string_view text, uint64_t chatId);

  uint64_t deliveries() const { return deliveries_; }
  uint64_t posts() const { return posts_.size(); }
  uint64_t refusals() const { return refusals_; }
  uint64_t waiting() const { return waiting_; }  // posts that have not reached everybody
  int roomOf(uint64_t marker) const { return posts_[marker].room; }
  void forgetLatencies() { latenciesMs_.clear(); }
  std::vector<double>& latenciesMs() { return latenciesMs_; }
  DeliveryFaults faults() const;  // once nothing more is awaited

 private:
  struct Post {
    SteadyTime start;
    uint64_t chatId = 0;
    uint32_t inRoom = 0;  // number among the posts of its room
    int room = 0;
    int missing = 0;
    bool refused = false;
  };
  struct Place {  // of one member in one room
    int room = 0;
    uint64_t lastChatId = 0;
    std::vector<bool> seen;  // by Post::inRoom
  };

  Post* find(std::string_view text, uint64_t chatId);
  Place* placeOf(int member, int room);
  void count(Post& post);

  std::vector<Post> posts_;
  std::vector<std::vector<Place>> members_;
  std::vector<int> membersOfRoom_;
  std::vector<uint32_t> postsOfRoom_;
  std::vector<double> latenciesMs_;
  DeliveryFaults faults_;
  uint64_t deliveries_ = 0;
  uint64_t refusals_ = 0;
  uint64_t waiting_ = 0;
};

}  // namespace Parlour::Perf
