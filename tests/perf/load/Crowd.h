// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/perf/load/DeliveryLedger.h"
#include "tests/perf/load/SimulatedUser.h"

namespace Parlour::Perf {

// Rooms of equal size and who signs in: user u enters room u / membersPerRoom.
struct CrowdShape {
  int rooms = 1;
  int membersPerRoom = 1;
  int historyOnJoin = 25;
  // Distance from one poster of a room to the next. With 1 the members post in the order in which the server sends to
  // them and finds them readable; a number without a common divisor with the members mixes them.
  int posterStep = 211;
  int users() const { return rooms * membersPerRoom; }
};

// The simulated users of a run. Signs them in, a few at a time. Owns the users; the loop must outlive it.
class Crowd : public UserObserver {
 public:
  Crowd(EventLoop& loop, int port, const CrowdShape& shape);

  // True when all are signed in and in their rooms before the deadline.
  bool signInAll(int atOnce, SteadyTime deadline);
  Percentiles signInMs() { return percentilesOf(signInMs_); }
  const std::vector<std::string>& failures() const { return failures_; }
  uint64_t bytesReceived() const;

  void signedIn(SimulatedUser& user) override;
  void delivered(SimulatedUser&, const Delivery&) override {}
  void postRefused(SimulatedUser&, uint64_t, int) override {}
  void historyReceived(SimulatedUser&, int, std::string_view) override {}
  void failed(SimulatedUser& user, const std::string& reason) override;

 protected:
  EventLoop& loop_;
  const CrowdShape shape_;
  std::vector<std::unique_ptr<SimulatedUser>> users_;

 private:
  void startNext();

  std::vector<SignInPlan> plans_;  // by room
  std::vector<SteadyTime> started_;
  std::vector<double> signInMs_;
  std::vector<std::string> failures_;
};

// Posts in a closed loop: in each room `inFlight` posts are on their way at any time; a post is over when its last
// member has it, and then the next member in turn posts.
class PostingCrowd : public Crowd {
 public:
  PostingCrowd(EventLoop& loop, int port, const CrowdShape& shape, int inFlight, size_t textBytes);

  void begin();
  void pause() { posting_ = false; }
  DeliveryLedger& ledger() { return ledger_; }

  void delivered(SimulatedUser& user, const Delivery& delivery) override;
  void postRefused(SimulatedUser& user, uint64_t marker, int status) override;

 private:
  void postNext(int room);

  DeliveryLedger ledger_;
  const int inFlight_;
  const size_t textBytes_;
  std::vector<int> nextPoster_;  // by room
  std::string text_;
  bool posting_ = false;
};

// Reads history or searches in a closed loop: `inFlight` users, in turn, wait for a reply each.
class ReadingCrowd : public Crowd {
 public:
  enum class What { LatestMessages, Search };
  ReadingCrowd(EventLoop& loop, int port, const CrowdShape& shape);

  void begin(What what, int inFlight);
  void pause() { reading_ = false; }
  bool idle() const { return waiting_ == 0; }
  Percentiles replyMs() { return percentilesOf(replyMs_); }
  size_t replies() const { return replyMs_.size(); }
  // Replies with another code than 200 or without a message in them.
  size_t emptyReplies() const { return emptyReplies_; }

  void historyReceived(SimulatedUser& user, int code, std::string_view body) override;

 private:
  void askNext();

  std::vector<SteadyTime> asked_;  // by user
  std::vector<double> replyMs_;
  What what_ = What::LatestMessages;
  size_t emptyReplies_ = 0;
  size_t nextReader_ = 0;
  int waiting_ = 0;
  bool reading_ = false;
};

}  // namespace Parlour::Perf
