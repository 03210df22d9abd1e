// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/perf/floor/FloorStore.h"
#include "tests/perf/load/EventLoop.h"
#include "tests/perf/load/SipFrame.h"

namespace Parlour::Perf {

struct FloorOptions {
  int membersPerRoom = 1;  // user u is in room u / membersPerRoom
  bool coalesce = false;   // all that a member gets after one commit leaves in one write, else each INFO in its own
};

class FloorServer;

// One connection: whose it is becomes known with REGISTER.
class FloorPeer : public Pollable {
 public:
  FloorPeer(FloorServer& server, int descriptor) : server_(server), descriptor_(descriptor) {}
  ~FloorPeer() override;

  void ready(unsigned events) override;
  void appendInfo(std::string_view body);
  void flush();
  bool isIdle() const { return out_.empty(); }

 private:
  void take(const SipFrame& frame);
  void registered(const SipFrame& frame);
  void end();

  FloorServer& server_;
  const int descriptor_;
  FrameReader reader_;
  std::string out_;
  std::string beforeBranch_;  // the lines of an INFO that never change, in two parts
  std::string afterBranch_;
  int user_ = -1;
  uint32_t cseq_ = 0;
  uint64_t answers_ = 0;
  bool awaitsRoom_ = false;
};

// What delivering chat messages over SIP costs when nothing is done but that: reads the post, stores it, writes one
// INFO of the same size as the real one to every member, reads the answers. No rules, no transactions, no queues
// with limits, no XML. The measure against which the server is held. One thread beside the store's.
class FloorServer : public Pollable {
 public:
  FloorServer(EventLoop& loop, FloorStore& store, const FloorOptions& options);
  ~FloorServer() override;

  Status listen();
  int port() const { return port_; }

  void ready(unsigned events) override;  // somebody connects
  EventLoop& loop() { return loop_; }
  void enter(int user, FloorPeer* peer);
  void leave(int user);
  void post(int user, std::string_view text);

 private:
  class StoredPosts : public Pollable {
   public:
    explicit StoredPosts(FloorServer& server) : server_(server) {}
    void ready(unsigned) override { server_.fanOut(); }

   private:
    FloorServer& server_;
  };
  void fanOut();
  std::string bodyOf(const FloorPost& post) const;

  EventLoop& loop_;
  FloorStore& store_;
  const FloorOptions options_;
  StoredPosts storedPosts_{*this};
  std::vector<std::unique_ptr<FloorPeer>> peers_;
  std::vector<std::vector<FloorPeer*>> members_;  // by room, then by place; null: not there
  int listener_ = -1;
  int port_ = 0;
};

}  // namespace Parlour::Perf
