// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/DeliveryLedger.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Parlour::Perf {
namespace {

constexpr std::string_view kMark = "post ";

// Nearest rank in values that are sorted.
double ranked(const std::vector<double>& values, double share) {
  const auto at = static_cast<size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::clamp<size_t>(at, 1, values.size()) - 1];
}

}  // namespace

Percentiles percentilesOf(std::vector<double>& values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  return {ranked(values, 0.50), ranked(values, 0.95), ranked(values, 0.99), values.back()};
}

const std::vector<double>& curveShares() {
  static const std::vector<double> shares = {0.01, 0.05, 0.1,  0.2,  0.3,  0.4,  0.5,   0.6,   0.7,   0.8,
                                             0.85, 0.9,  0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999, 1.0};
  return shares;
}

std::vector<double> curveOf(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  std::vector<double> curve;
  for (const double share : curveShares()) curve.push_back(values.empty() ? 0 : ranked(values, share));
  return curve;
}

DeliveryLedger::DeliveryLedger(const Membership& rooms, int members)
    : members_(static_cast<size_t>(members)), postsOfRoom_(rooms.size()) {
  for (size_t room = 0; room < rooms.size(); ++room) {
    membersOfRoom_.push_back(static_cast<int>(rooms[room].size()));
    for (const int member : rooms[room]) {
      members_[static_cast<size_t>(member)].push_back({static_cast<int>(room), 0, {}});
    }
  }
}

uint64_t DeliveryLedger::open(int room, std::string& text, size_t bytes, SteadyTime start) {
  const uint64_t marker = posts_.size();
  text.assign(kMark).append(std::to_string(marker)).append(1, ' ');
  text.resize(std::max(bytes, text.size()), 'x');
  Post post;
  post.room = room;
  post.inRoom = postsOfRoom_[static_cast<size_t>(room)]++;
  post.missing = membersOfRoom_[static_cast<size_t>(room)];
  post.start = start;
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

DeliveryLedger::Post* DeliveryLedger::find(std::string_view text, uint64_t chatId) {
  uint64_t marker = posts_.size();
  if (text.starts_with(kMark)) std::from_chars(text.data() + kMark.size(), text.data() + text.size(), marker);
  if (marker >= posts_.size() || chatId == 0) return nullptr;
  Post& post = posts_[marker];
  return post.refused || (post.chatId != 0 && post.chatId != chatId) ? nullptr : &post;
}

DeliveryLedger::Place* DeliveryLedger::placeOf(int member, int room) {
  auto& places = members_[static_cast<size_t>(member)];
  const auto found =
      std::find_if(places.begin(), places.end(), [room](const Place& place) { return place.room == room; });
  return found == places.end() ? nullptr : &*found;
}

DeliveryLedger::Seen DeliveryLedger::delivered(int member, std::string_view text, uint64_t chatId) {
  Post* post = find(text, chatId);
  Place* place = post ? placeOf(member, post->room) : nullptr;
  if (!place) {
    ++faults_.mismatched;
    return {};
  }
  if (place->seen.size() <= post->inRoom) place->seen.resize(size_t{post->inRoom} + 1);
  if (place->seen[post->inRoom]) {
    ++faults_.doubled;
    return {};
  }
  place->seen[post->inRoom] = true;
  if (chatId <= place->lastChatId) ++faults_.reordered;
  place->lastChatId = std::max(place->lastChatId, chatId);
  post->chatId = chatId;
  count(*post);
  return {post->missing > 0 ? Outcome::Counted : Outcome::LastOfPost, post->room};
}

void DeliveryLedger::count(Post& post) {
  ++deliveries_;
  if (--post.missing > 0) return;
  --waiting_;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - post.start;
  latenciesMs_.push_back(took.count());
}

DeliveryFaults DeliveryLedger::faults() const {
  DeliveryFaults faults = faults_;
  for (const Post& post : posts_) {
    if (!post.refused) faults.lost += static_cast<uint64_t>(post.missing);
  }
  return faults;
}

}  // namespace Parlour::Perf
