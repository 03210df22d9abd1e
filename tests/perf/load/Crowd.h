// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/perf/load/DeliveryLedger.h"
#include "tests/perf/load/Membership.h"
#include "tests/perf/load/SimulatedUser.h"

namespace Parlour::Perf {

// The simulated users of a run, all members of rooms in all their rooms. Signs them in, a few at a time. Owns the
// users; the loop must outlive it.
class Crowd : public UserObserver {
 public:
  Crowd(EventLoop& loop, const SignInPlan& plan, const Membership& rooms, int users);

  // True when all are signed in and in their rooms before the deadline.
  bool signInAll(int atOnce, SteadyTime deadline);
  std::vector<double>& signInMs() { return signInMs_; }
  const std::vector<std::string>& failures() const { return failures_; }
  uint64_t bytesReceived() const;

  void signedIn(SimulatedUser& user) override;
  void delivered(SimulatedUser&, const Delivery&) override {}
  void postRefused(SimulatedUser&, uint64_t, int) override {}
  void historyReceived(SimulatedUser&, int, std::string_view) override {}
  void failed(SimulatedUser& user, const std::string& reason) override;

 protected:
  EventLoop& loop_;
  const Membership rooms_;
  std::vector<std::unique_ptr<SimulatedUser>> users_;

 private:
  void startNext();

  const SignInPlan plan_;
  std::vector<std::vector<int>> roomsOfUser_;
  std::vector<SteadyTime> started_;
  std::vector<double> signInMs_;
  std::vector<std::string> failures_;
};

// When and where a crowd posts.
struct Pace {
  enum class Kind {
    EachRoom,  // closed loop: `inFlight` posts are on their way in each room; when one has reached all, the next
               // follows
    Mixed,     // closed loop: `inFlight` posts in all, each in a room by the weights
    Poisson    // open loop: `perSecond` posts at random moments, whether the server keeps up or not
  };
  Kind kind = Kind::EachRoom;
  int inFlight = 1;
  double perSecond = 0;
  std::vector<double> weights;  // of the rooms; empty: all alike
  // EachRoom: distance from one poster of a room to the next. With 1 the members post in the order in which the server
  // sends to them and finds them readable; a number without a common divisor with the members mixes them.
  int posterStep = 211;
  size_t textBytes = 200;
};

// Users that post at a pace. In an open loop a post's time counts from the moment at which it was to be made, so that
// a server (or this program) that falls behind is not spared.
class PostingCrowd : public Crowd {
 public:
  PostingCrowd(EventLoop& loop, const SignInPlan& plan, const Membership& rooms, int users, Pace pace);

  void begin();
  void pause() { posting_ = false; }
  DeliveryLedger& ledger() { return ledger_; }

  void delivered(SimulatedUser& user, const Delivery& delivery) override;
  void postRefused(SimulatedUser& user, uint64_t marker, int status) override;

 private:
  void postInTurn(int room);
  void postAnywhere(SteadyTime intended);
  void postAgain(int room);
  void scheduleNext();
  void post(int user, int room, SteadyTime intended);

  const Pace pace_;
  DeliveryLedger ledger_;
  std::vector<int> nextPoster_;  // by room
  std::mt19937_64 random_{20'260'101};
  std::discrete_distribution<int> anyRoom_;
  SteadyTime nextPost_;
  std::string text_;
  bool posting_ = false;
};

// What is read: the newest messages of a room, or a search.
struct Reading {
  std::string words;  // empty: the newest messages of the reader's first room
  bool allRooms = false;
  int perRoom = 25;  // messages asked for; the protocol knows no limit for all rooms together
  int inFlight = 1;  // users who wait for a reply each
};

// Reads history or searches in a closed loop, the users in turn; may post meanwhile.
class ReadingCrowd : public PostingCrowd {
 public:
  using PostingCrowd::PostingCrowd;

  void beginReading(const Reading& reading);
  void pauseReading() { readOn_ = false; }
  bool idle() const { return waiting_ == 0; }
  std::vector<double>& replyMs() { return replyMs_; }
  // Replies with another code than 200 or without a message in them.
  size_t emptyReplies() const { return emptyReplies_; }

  void historyReceived(SimulatedUser& user, int code, std::string_view body) override;

 private:
  void askNext();

  Reading reading_;
  std::vector<SteadyTime> asked_;  // by user
  std::vector<double> replyMs_;
  size_t emptyReplies_ = 0;
  size_t nextReader_ = 0;
  int waiting_ = 0;
  bool readOn_ = false;
};

}  // namespace Parlour::Perf
