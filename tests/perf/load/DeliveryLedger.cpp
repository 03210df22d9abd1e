// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/DeliveryLedger.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Parlour::Perf {
namespace {

constexpr std::string_view kMark = "post ";

}  // namespace

Percentiles percentilesOf(std::vector<double>& values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto rank = [&values](double share) {
    const auto at = static_cast<size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<size_t>(at, 1, values.size()) - 1];
  };
  return {rank(0.50), rank(0.95), rank(0.99), values.back()};
}

DeliveryLedger::DeliveryLedger(int rooms, int membersPerRoom)
    : membersPerRoom_(membersPerRoom),
      members_(static_cast<size_t>(rooms) * static_cast<size_t>(membersPerRoom)),
      postsOfRoom_(static_cast<size_t>(rooms)) {}

uint64_t DeliveryLedger::open(int room, std::string& text, size_t bytes) {
  const uint64_t marker = posts_.size();
  text.assign(kMark).append(std::to_string(marker)).append(1, ' ');
  text.resize(std::max(bytes, text.size()), 'x');
  Post post;
  post.room = room;
  post.inRoom = postsOfRoom_[static_cast<size_t>(room)]++;
  post.missing = membersPerRoom_;
  post.start = std::chrono::steady_clock::now();
  posts_.push_back(post);
  ++waiting_;
  return marker;
}

void DeliveryLedger::refused(uint64_t marker) {
  Post& post = posts_[marker];
  if (post.refused || post.missing == 0) return;
  post.refused = true;
  ++refusals_;
  --waiting_;
}

DeliveryLedger::Outcome DeliveryLedger::delivered(int member, std::string_view text, uint64_t chatId) {
  uint64_t marker = posts_.size();
  if (text.starts_with(kMark)) std::from_chars(text.data() + kMark.size(), text.data() + text.size(), marker);
  const bool known = marker < posts_.size() && posts_[marker].room == roomOf(member) && !posts_[marker].refused;
  if (!known || chatId == 0 || (posts_[marker].chatId != 0 && posts_[marker].chatId != chatId)) {
    ++faults_.mismatched;
    return Outcome::Fault;
  }
  Post& post = posts_[marker];
  Member& recipient = members_[static_cast<size_t>(member)];
  if (recipient.seen.size() <= post.inRoom) recipient.seen.resize(size_t{post.inRoom} + 1);
  if (recipient.seen[post.inRoom]) {
    ++faults_.doubled;
    return Outcome::Fault;
  }
  recipient.seen[post.inRoom] = true;
  if (chatId <= recipient.lastChatId) ++faults_.reordered;
  recipient.lastChatId = std::max(recipient.lastChatId, chatId);
  post.chatId = chatId;
  ++deliveries_;
  if (--post.missing > 0) return Outcome::Counted;
  --waiting_;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - post.start;
  latenciesMs_.push_back(took.count());
  return Outcome::LastOfPost;
}

DeliveryFaults DeliveryLedger::faults() const {
  DeliveryFaults faults = faults_;
  for (const Post& post : posts_) {
    if (!post.refused) faults.lost += static_cast<uint64_t>(post.missing);
  }
  return faults;
}

}  // namespace Parlour::Perf
