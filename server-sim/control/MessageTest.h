// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <functional>
#include <map>
#include <memory>

#include "protocol/support/Result.h"
#include "server-sim/channel/ChannelService.h"
#include "server-sim/control/TappedSink.h"

namespace Parlour::Server {

// The synthetic transaction of product.md 2.6 inside a running server: two users join a room, each posts a message
// that both must get, and they leave. It goes through codec, rules, store and fan-out, not over the network, and the
// two messages stay in the room. Loop thread; one object for each server, several tests at a time.
class MessageTest {
 public:
  using Answer = std::function<void(const Result<QJsonObject>&)>;
  // Runs a closure on the loop, later.
  using Later = std::function<void(std::function<void()>)>;

  MessageTest(ChannelService& service, TappedSink& sink, const Clock& clock, Later later)
      : service_(service), sink_(sink), clock_(clock), later_(std::move(later)) {}

  // Answers with the time that each message took until the last of the two had it, in milliseconds.
  void run(const SipUri& first, const SipUri& second, const RoomUri& room, const Answer& answer);
  // Ends what takes longer than kDeadlineMs; call about once a second.
  void tick();
  static constexpr qint64 kDeadlineMs = 10'000;

 private:
  struct Side {
    SipUri user;
    SessionId session = 0;
    bool joined = false;
    bool got = false;  // the message that is on its way
  };
  struct Run {
    RoomUri room;
    Side sides[2];
    size_t author = 0;
    QByteArray text;
    QElapsedTimer timer;
    double times[2] = {0, 0};
    bool ended = false;
    qint64 startedMs = 0;  // monotonic
    Answer answer;
  };
  using RunPtr = std::shared_ptr<Run>;

  Status open(const RunPtr& run);
  void heard(const RunPtr& run, size_t side, const SharedEnvelope& envelope);
  void post(const RunPtr& run);
  void arrived(const RunPtr& run);
  void finish(const RunPtr& run, const Result<QJsonObject>& result);
  void finishLater(const RunPtr& run, const Error& error);

  ChannelService& service_;
  TappedSink& sink_;
  const Clock& clock_;
  const Later later_;
  EnvId lastEnvId_ = 0;
  std::vector<std::weak_ptr<Run>> runs_;
};

}  // namespace Parlour::Server
