// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/perf/load/EventLoop.h"
#include "tests/perf/load/SipFrame.h"
#include "tests/perf/load/UserRequests.h"

namespace Parlour::Perf {

class SimulatedUser;

// A chat message as it reached one user.
struct Delivery {
  uint64_t chatId = 0;
  std::string_view text;  // as on the wire, XML-escaped; valid during the call
};

// What simulated users report. Called while they read; further requests of any user may be made from inside.
class UserObserver {
 public:
  virtual ~UserObserver() = default;
  virtual void signedIn(SimulatedUser& user) = 0;
  virtual void delivered(SimulatedUser& user, const Delivery& delivery) = 0;
  // A post got another SIP answer than 200.
  virtual void postRefused(SimulatedUser& user, uint64_t marker, int status) = 0;
  // The reply to a history or search command; `code` is the XCCOS response code.
  virtual void historyReceived(SimulatedUser& user, int code, std::string_view body) = 0;
  virtual void failed(SimulatedUser& user, const std::string& reason) = 0;
};

// How users sign in, and how much of a client's start they do.
struct SignInPlan {
  int port = 0;
  bool roamingSelf = true;
  int historyMessages = 25;       // of each room on entering it; 0: none
  bool registrationOnly = false;  // signed in once REGISTER is answered (the floor knows nothing else)
};

// One client on one TCP connection: signs in as a client does (xccos 3.6), enters its rooms with one batch join, asks
// for the history of all of them at once, answers every request of the server with 200, posts, reads and searches.
// Rooms are numbers of the organisation file. Loop thread; the plan, the observer and the loop must outlive it.
class SimulatedUser : public Pollable {
 public:
  SimulatedUser(int number, std::vector<int> rooms, const SignInPlan& plan, EventLoop& loop, UserObserver& observer);
  ~SimulatedUser() override;

  int number() const { return number_; }
  void signIn();
  // `text` is put into the message as it is; `marker` comes back when the post is refused.
  void post(int room, std::string_view text, uint64_t marker);
  void fetchHistory(int room, int messages);
  void search(const std::vector<int>& rooms, std::string_view words, int messages);
  const std::vector<int>& rooms() const { return rooms_; }
  uint64_t bytesReceived() const { return bytesReceived_; }

  void ready(unsigned events) override;

 private:
  enum class Step { Idle, Register, Provision, Roam, Invite, ServerInfo, Join, History, SignedIn, Failed };

  void readSome();
  void take(const SipFrame& frame);
  void takeResponse(const SipFrame& response);
  void takeInfo(const SipFrame& info);
  void takeReply(std::string_view body);
  void advance(const SipFrame& response);
  void inviteAccepted(const SipFrame& response);
  void afterJoin();
  void complete();
  void send(std::string_view bytes);
  void flush();
  void fail(const std::string& reason);

  const int number_;
  const std::vector<int> rooms_;
  const SignInPlan& plan_;
  EventLoop& loop_;
  UserObserver& observer_;
  std::unique_ptr<UserRequests> requests_;
  FrameReader reader_;
  std::string out_;
  size_t outStart_ = 0;
  std::map<uint32_t, uint64_t> unansweredPosts_;  // CSeq → marker
  std::string poolUri_;
  Step step_ = Step::Idle;
  size_t historiesMissing_ = 0;
  int socket_ = -1;
  unsigned watched_ = 0;
  bool reading_ = false;  // answers of one round leave in one write
  uint64_t bytesReceived_ = 0;
};

}  // namespace Parlour::Perf
