// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Crowd.h"

namespace Parlour::Perf {
namespace {

double msSince(SteadyTime start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Crowd::Crowd(EventLoop& loop, const SignInPlan& plan, const Membership& rooms, int users)
    : loop_(loop),
      rooms_(rooms),
      plan_(plan),
      roomsOfUser_(roomsByUser(rooms, users)),
      started_(static_cast<size_t>(users)) {}

bool Crowd::signInAll(int atOnce, SteadyTime deadline) {
  const size_t all = started_.size();
  users_.reserve(all);
  for (int i = 0; i < atOnce; ++i) startNext();
  return loop_.runUntil([&] { return signInMs_.size() == all || !failures_.empty(); }, deadline) && failures_.empty();
}

void Crowd::startNext() {
  const size_t number = users_.size();
  if (number >= started_.size() || !failures_.empty()) return;
  users_.push_back(
      std::make_unique<SimulatedUser>(static_cast<int>(number), roomsOfUser_[number], plan_, loop_, *this));
  started_[number] = std::chrono::steady_clock::now();
  users_.back()->signIn();
}

void Crowd::signedIn(SimulatedUser& user) {
  signInMs_.push_back(msSince(started_[static_cast<size_t>(user.number())]));
  startNext();
}

void Crowd::failed(SimulatedUser& user, const std::string& reason) {
  failures_.push_back("user " + std::to_string(user.number()) + ": " + reason);
}

uint64_t Crowd::bytesReceived() const {
  uint64_t bytes = 0;
  for (const auto& user : users_) bytes += user->bytesReceived();
  return bytes;
}

PostingCrowd::PostingCrowd(EventLoop& loop, const SignInPlan& plan, const Membership& rooms, int users, Pace pace)
    : Crowd(loop, plan, rooms, users),
      pace_(std::move(pace)),
      ledger_(rooms, users),
      nextPoster_(rooms.size()),
      anyRoom_(pace_.weights.begin(), pace_.weights.end()) {
  if (pace_.weights.empty()) {
    const std::vector<double> alike(rooms.size(), 1);
    anyRoom_ = std::discrete_distribution<int>(alike.begin(), alike.end());
  }
}

void PostingCrowd::begin() {
  posting_ = true;
  if (pace_.kind == Pace::Kind::Poisson) {
    nextPost_ = std::chrono::steady_clock::now();
    return scheduleNext();
  }
  const int rooms = pace_.kind == Pace::Kind::EachRoom ? static_cast<int>(rooms_.size()) : 1;
  for (int room = 0; room < rooms; ++room) {
    for (int i = 0; i < pace_.inFlight; ++i) postAgain(room);
  }
}

void PostingCrowd::postAgain(int room) {
  if (!posting_ || pace_.kind == Pace::Kind::Poisson) return;
  if (pace_.kind == Pace::Kind::EachRoom) return postInTurn(room);
  postAnywhere(std::chrono::steady_clock::now());
}

void PostingCrowd::scheduleNext() {
  const std::chrono::duration<double> gap(std::exponential_distribution<double>(pace_.perSecond)(random_));
  nextPost_ += std::chrono::duration_cast<SteadyTime::duration>(gap);
  loop_.at(nextPost_, [this] {
    if (!posting_) return;
    postAnywhere(nextPost_);
    scheduleNext();
  });
}

void PostingCrowd::postInTurn(int room) {
  const auto& members = rooms_[static_cast<size_t>(room)];
  int& next = nextPoster_[static_cast<size_t>(room)];
  const int user = members[static_cast<size_t>(next)];
  next = (next + pace_.posterStep) % static_cast<int>(members.size());
  post(user, room, std::chrono::steady_clock::now());
}

void PostingCrowd::postAnywhere(SteadyTime intended) {
  const int room = anyRoom_(random_);
  const auto& members = rooms_[static_cast<size_t>(room)];
  post(members[random_() % members.size()], room, intended);
}

void PostingCrowd::post(int user, int room, SteadyTime intended) {
  const uint64_t marker = ledger_.open(room, text_, pace_.textBytes, intended);
  users_[static_cast<size_t>(user)]->post(room, text_, marker);
}

void PostingCrowd::delivered(SimulatedUser& user, const Delivery& delivery) {
  const auto seen = ledger_.delivered(user.number(), delivery.text, delivery.chatId);
  if (seen.outcome == DeliveryLedger::Outcome::LastOfPost) postAgain(seen.room);
}

void PostingCrowd::postRefused(SimulatedUser&, uint64_t marker, int) {
  ledger_.refused(marker);
  postAgain(ledger_.roomOf(marker));
}

void ReadingCrowd::beginReading(const Reading& reading) {
  reading_ = reading;
  asked_.resize(users_.size());
  readOn_ = true;
  replyMs_.clear();
  emptyReplies_ = 0;
  for (int i = 0; i < reading.inFlight; ++i) askNext();
}

void ReadingCrowd::askNext() {
  SimulatedUser& reader = *users_[nextReader_];
  nextReader_ = (nextReader_ + 1) % users_.size();
  asked_[static_cast<size_t>(reader.number())] = std::chrono::steady_clock::now();
  ++waiting_;
  if (reading_.words.empty()) return reader.fetchHistory(reader.rooms().front(), reading_.perRoom);
  const std::vector<int> first{reader.rooms().front()};
  reader.search(reading_.allRooms ? reader.rooms() : first, reading_.words, reading_.perRoom);
}

void ReadingCrowd::historyReceived(SimulatedUser& user, int code, std::string_view body) {
  --waiting_;
  replyMs_.push_back(msSince(asked_[static_cast<size_t>(user.number())]));
  if (code != 200 || body.find("<msg ") == std::string_view::npos) ++emptyReplies_;
  if (readOn_) askNext();
}

}  // namespace Parlour::Perf
