// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <random>
#include <vector>

#include "server-sim/channel/ChannelService.h"
#include "server-sim/org/Organisation.h"

namespace Parlour::Server {

// The scripted people of the demo: they join their rooms like any client and say their lines after pauses,
// through the same commands, rules and store as everybody. Loop thread; the service must outlive it.
class Bots {
 public:
  // Calls the closure once after so many milliseconds, on the loop thread.
  using Delay = std::function<void(int milliseconds, std::function<void()> action)>;

  Bots(ChannelService& service, const Clock& clock, Delay delay, quint32 seed);
  void start(const std::vector<OrgBotScript>& scripts);
  bool isActing(const SipUri& user) const;         // has a session of his own in the chat service
  size_t linesSaid() const { return linesSaid_; }  // and accepted

 private:
  struct Play {
    OrgBotScript script;
    size_t next = 0;
  };

  SessionId sessionOf(const SipUri& author);
  void join(SessionId session, const RoomUri& room);
  void scheduleNext(const std::shared_ptr<Play>& play);
  void say(Play& play);

  ChannelService& service_;
  const Clock& clock_;
  Delay delay_;
  std::mt19937 random_;
  std::map<SipUri, SessionId> sessions_;  // 0: may not sign in
  EnvId nextEnvId_;
  size_t linesSaid_ = 0;
};

}  // namespace Parlour::Server
