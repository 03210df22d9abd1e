// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <unordered_map>

#include "server-sim/channel/Sessions.h"

namespace Parlour::Server {

// Between the chat service and where its envelopes go: those of a few sessions go to their taps instead, which get
// nothing when the service ends the session. Taps must not call into the service. Loop thread; the inner sink outlives
// it.
class TappedSink final : public SessionSink {
 public:
  using Tap = std::function<void(const SharedEnvelope& envelope)>;

  explicit TappedSink(SessionSink& inner) : inner_(inner) {}
  void tap(SessionId session, Tap tap) { taps_[session] = std::move(tap); }
  void untap(SessionId session) { taps_.erase(session); }

  void deliver(SessionId session, const SharedEnvelope& envelope) override {
    const auto found = taps_.empty() ? taps_.end() : taps_.find(session);
    if (found == taps_.end()) return inner_.deliver(session, envelope);
    found->second(envelope);
  }
  void endSession(SessionId session) override {
    const auto found = taps_.find(session);
    if (found == taps_.end()) return inner_.endSession(session);
    found->second({});
  }
  SessionFacts factsOf(SessionId session) const override { return inner_.factsOf(session); }

 private:
  SessionSink& inner_;
  std::unordered_map<SessionId, Tap> taps_;
};

}  // namespace Parlour::Server
