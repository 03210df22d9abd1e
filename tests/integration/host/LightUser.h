// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "tests/perf/load/EventLoop.h"
#include "tests/perf/load/SipFrame.h"
#include "tests/perf/load/UserRequests.h"

namespace Parlour::Tests {

// Where light users sign in, and what they enter.
struct LightPlan {
  int port = 0;
  std::string domain = "orchard.example";
  std::string pool = "sip:GC-1-PersistentChatService-1@orchard.example";
  std::string roomGuid;
  bool retries = true;  // comes back after 503 as Retry-After says, on a new connection, a little later than it had to
};

// A client of a few kilobytes on a raw socket, so that thousands fit into one test: REGISTER, INVITE, batch join,
// then it answers each INFO with 200 and counts the posts in them. Thread of its EventLoop, which outlives it with the
// plan.
class LightUser final : public Perf::Pollable {
 public:
  LightUser(const std::string& name, const LightPlan& plan, Perf::EventLoop& loop);
  ~LightUser() override;
  LightUser(const LightUser&) = delete;
  LightUser& operator=(const LightUser&) = delete;

  void signIn();
  void post(const std::string& text);
  // Reads nothing any more: the server's messages fill the buffers.
  void stall();
  void leave();  // closes the connection without a word

  bool isIn() const { return step_ == Step::In; }
  bool hasFailed() const { return step_ == Step::Failed; }
  const std::string& failure() const { return failure_; }
  int refusals() const { return refusals_; }      // 503 to its sign-in
  int postsSeen() const { return postsSeen_; }    // its own included
  int postsTaken() const { return postsTaken_; }  // own ones answered 200
  bool isClosed() const { return socket_ < 0; }

  void ready(unsigned events) override;

 private:
  enum class Step { Idle, Register, Invite, Join, In, Waiting, Failed };

  void read();
  void take(const Perf::SipFrame& frame);
  void takeResponse(const Perf::SipFrame& response);
  void takeInfo(const Perf::SipFrame& info);
  void comeBackLater(int seconds);
  void send(const std::string& bytes);
  void fail(const std::string& reason);

  const std::string name_;
  const LightPlan& plan_;
  Perf::EventLoop& loop_;
  std::unique_ptr<Perf::UserRequests> requests_;
  std::unique_ptr<Perf::FrameReader> reader_;
  std::string failure_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  Step step_ = Step::Idle;
  int socket_ = -1;
  int refusals_ = 0;
  int postsSeen_ = 0;
  int postsTaken_ = 0;
};

}  // namespace Parlour::Tests
