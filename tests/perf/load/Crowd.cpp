// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Crowd.h"

#include "tests/perf/load/OrganisationFile.h"

namespace Parlour::Perf {
namespace {

constexpr int kPageMessages = 25;

double msSince(SteadyTime start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Crowd::Crowd(EventLoop& loop, int port, const CrowdShape& shape) : loop_(loop), shape_(shape) {
  for (int room = 0; room < shape.rooms; ++room) {
    SignInPlan plan;
    plan.port = port;
    plan.roomGuid = OrganisationFile::roomGuid(room);
    plan.roomUri = OrganisationFile::roomUri(room);
    plan.historyMessages = shape.historyOnJoin;
    plans_.push_back(plan);
  }
  started_.resize(static_cast<size_t>(shape.users()));
}

bool Crowd::signInAll(int atOnce, SteadyTime deadline) {
  users_.reserve(static_cast<size_t>(shape_.users()));
  for (int i = 0; i < atOnce; ++i) startNext();
  const auto all = static_cast<size_t>(shape_.users());
  return loop_.runUntil([&] { return signInMs_.size() == all || !failures_.empty(); }, deadline) && failures_.empty();
}

void Crowd::startNext() {
  const int number = static_cast<int>(users_.size());
  if (number >= shape_.users() || !failures_.empty()) return;
  const auto& plan = plans_[static_cast<size_t>(number / shape_.membersPerRoom)];
  users_.push_back(std::make_unique<SimulatedUser>(number, OrganisationFile::user(number), plan, loop_, *this));
  started_[static_cast<size_t>(number)] = std::chrono::steady_clock::now();
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

PostingCrowd::PostingCrowd(EventLoop& loop, int port, const CrowdShape& shape, int inFlight, size_t textBytes)
    : Crowd(loop, port, shape),
      ledger_(shape.rooms, shape.membersPerRoom),
      inFlight_(inFlight),
      textBytes_(textBytes),
      nextPoster_(static_cast<size_t>(shape.rooms)) {}

void PostingCrowd::begin() {
  posting_ = true;
  for (int room = 0; room < shape_.rooms; ++room) {
    for (int i = 0; i < inFlight_; ++i) postNext(room);
  }
}

void PostingCrowd::postNext(int room) {
  int& next = nextPoster_[static_cast<size_t>(room)];
  SimulatedUser& poster = *users_[static_cast<size_t>(room * shape_.membersPerRoom + next)];
  next = (next + shape_.posterStep) % shape_.membersPerRoom;
  const uint64_t marker = ledger_.open(room, text_, textBytes_);
  poster.post(text_, marker);
}

void PostingCrowd::delivered(SimulatedUser& user, const Delivery& delivery) {
  const auto outcome = ledger_.delivered(user.number(), delivery.text, delivery.chatId);
  if (outcome == DeliveryLedger::Outcome::LastOfPost && posting_) postNext(ledger_.roomOf(user.number()));
}

void PostingCrowd::postRefused(SimulatedUser& user, uint64_t marker, int) {
  ledger_.refused(marker);
  if (posting_) postNext(ledger_.roomOf(user.number()));
}

ReadingCrowd::ReadingCrowd(EventLoop& loop, int port, const CrowdShape& shape)
    : Crowd(loop, port, shape), asked_(static_cast<size_t>(shape.users())) {}

void ReadingCrowd::begin(What what, int inFlight) {
  what_ = what;
  reading_ = true;
  replyMs_.clear();
  emptyReplies_ = 0;
  for (int i = 0; i < inFlight; ++i) askNext();
}

void ReadingCrowd::askNext() {
  SimulatedUser& reader = *users_[nextReader_];
  nextReader_ = (nextReader_ + 1) % users_.size();
  asked_[static_cast<size_t>(reader.number())] = std::chrono::steady_clock::now();
  ++waiting_;
  if (what_ == What::Search) return reader.search(OrganisationFile::rareWord(), kPageMessages);
  reader.fetchHistory(kPageMessages);
}

void ReadingCrowd::historyReceived(SimulatedUser& user, int code, std::string_view body) {
  --waiting_;
  replyMs_.push_back(msSince(asked_[static_cast<size_t>(user.number())]));
  if (code != 200 || body.find("<msg ") == std::string_view::npos) ++emptyReplies_;
  if (reading_) askNext();
}

}  // namespace Parlour::Perf
