// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/perf/load/EventLoop.h"

namespace Parlour::Perf {

struct Percentiles {
  double p50 = 0;
  double p95 = 0;
  double p99 = 0;
  double max = 0;
};
// Nearest rank; sorts `values`. All 0 when there are none.
Percentiles percentilesOf(std::vector<double>& values);

// What went wrong with deliveries; all must be 0.
struct DeliveryFaults {
  uint64_t lost = 0;        // a member never got an accepted post
  uint64_t doubled = 0;     // a member got a post again
  uint64_t reordered = 0;   // a chatId not above the member's last one
  uint64_t mismatched = 0;  // one post under two numbers, or a text that nobody posted
  bool none() const { return lost + doubled + reordered + mismatched == 0; }
};

// Keeps account of every post and every delivery of it. Members belong to one room each; a post is told by the
// marker at the start of its text.
class DeliveryLedger {
 public:
  DeliveryLedger(int rooms, int membersPerRoom);

  // A new post of that room, made now. The text is the marker and filling up to `bytes`.
  uint64_t open(int room, std::string& text, size_t bytes);
  void refused(uint64_t marker);
  enum class Outcome { Counted, LastOfPost, Fault };
  Outcome delivered(int member, std::string_view text, uint64_t chatId);
  int roomOf(int member) const { return member / membersPerRoom_; }

  uint64_t deliveries() const { return deliveries_; }
  uint64_t posts() const { return posts_.size(); }
  uint64_t refusals() const { return refusals_; }
  uint64_t waiting() const { return waiting_; }  // posts that have not reached everybody
  void forgetLatencies() { latenciesMs_.clear(); }
  Percentiles latenciesMs() { return percentilesOf(latenciesMs_); }
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
  struct Member {
    uint64_t lastChatId = 0;
    std::vector<bool> seen;  // by Post::inRoom
  };

  const int membersPerRoom_;
  std::vector<Post> posts_;
  std::vector<Member> members_;
  std::vector<uint32_t> postsOfRoom_;
  std::vector<double> latenciesMs_;
  DeliveryFaults faults_;
  uint64_t deliveries_ = 0;
  uint64_t refusals_ = 0;
  uint64_t waiting_ = 0;
};

}  // namespace Parlour::Perf
