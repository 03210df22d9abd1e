// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/crash/CrashLedger.h"
#include "tests/perf/load/EventLoop.h"
#include "tests/perf/load/SipFrame.h"
#include "tests/perf/load/UserRequests.h"

namespace Parlour::Crash {

// What all users of a run share.
struct CrashScene {
  std::string domain;
  std::vector<std::string> roomGuids;
  int port = 0;          // of the server as it runs now; 0: it does not
  bool posting = false;  // whether new posts are made; those on their way are repeated in any case
};

// A raw, light client on one connection at a time: signs in, joins all rooms, reads what it missed, and posts one
// message after the other. A post stays the same, with its envid, until its copy comes back (xccos 3.4), however often
// the connection is lost in between. Loop thread.
class CrashUser final : public Perf::Pollable {
 public:
  CrashUser(int number, const CrashScene& scene, Perf::EventLoop& loop, CrashLedger& ledger);
  ~CrashUser() override;

  // To be called now and then: connects again, sends again what was refused for now.
  void turn();
  void dropConnection();
  bool isReady() const { return step_ == Step::Ready; }
  bool hasPending() const { return !pending_.text.empty(); }
  // Texts of everything this user ever posted, by room.
  const std::vector<std::vector<std::string>>& posted() const { return posted_; }

  void ready(unsigned events) override;

 private:
  enum class Step { Down, Register, Invite, Join, History, Ready };
  struct Pending {
    int room = 0;
    uint64_t envId = 0;
    std::string text;
    int tries = 0;
    bool waiting = false;  // for an answer on this connection
  };

  void connectNow();
  void take(const Perf::SipFrame& frame);
  void takeResponse(const Perf::SipFrame& response);
  void takeInfo(std::string_view body);
  void takeLive(std::string_view body);
  void takeReply(std::string_view body);
  void takePage(std::string_view body);
  void askHistory();
  void postNext();
  std::string roomUri(int room) const;
  int roomOf(std::string_view uri) const;
  void send(const std::string& bytes);

  const int number_;
  const CrashScene& scene_;
  Perf::EventLoop& loop_;
  CrashLedger& ledger_;
  std::unique_ptr<Perf::UserRequests> requests_;
  std::unique_ptr<Perf::FrameReader> reader_;
  std::vector<std::vector<std::string>> posted_;
  Pending pending_;
  uint64_t nextEnvId_;
  int nextPost_ = 0;
  int historyLeft_ = 0;
  uint32_t postCSeq_ = 0;
  Step step_ = Step::Down;
  int socket_ = -1;
};

}  // namespace Parlour::Crash
