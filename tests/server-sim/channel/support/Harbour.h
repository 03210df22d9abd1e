// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <memory>

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/ChannelService.h"
#include "tests/server-sim/channel/support/MemoryStore.h"

namespace Parlour::Server::Testing {

// Numbers of the people and rooms of the small organisation that the tests play in.
enum Person : PrincipalId { Ada = 1, Bo = 2, Cy = 3, Dot = 4, Eve = 5, Fin = 6, Gus = 7, Hal = 8, Extra = 1000 };
enum Group : PrincipalId { Crew = 20, Afloat = 21, Everyone = 22 };
enum Node : RoomId { Tides = 1, Lobby = 2, Stage = 3, Vault = 4, Attic = 5, Whisper = 6, Far = 7, Logbook = 8 };

// Seafaring, allowed to everybody but Eve and Hal: tides (closed; crew = Ada and Bo, and Cy; managed by Bo), lobby
// (open), stage (closed auditorium; Ada, Bo, Cy; presenter Cy, managed by Bo), vault (secret; Ada; managed by
// Dot, who is no member), attic (closed, disabled; Ada; managed by Bo), logbook (closed, Ada and Bo). Quiet, same
// people, no history: whisper (closed; Ada, Bo). Far shore, for Eve alone: far (open). Fin has no policy, Gus is
// disabled. `extras` more users stand in Seafaring's scope, numbered from Extra, addresses x0, x1, …
Snapshot harbourSnapshot(int extras = 0);

struct Delivery {
  SessionId session = 0;
  SharedEnvelope envelope;
};

class RecordingSink final : public SessionSink {
 public:
  void deliver(SessionId session, const SharedEnvelope& envelope) override {
    deliveries.push_back({session, envelope});
  }
  void endSession(SessionId session) override { ended.push_back(session); }
  std::vector<Delivery> takeFor(SessionId session);

  std::vector<Delivery> deliveries;
  std::vector<SessionId> ended;
};

// A chat service over the harbour with its store, clock and sink, and short ways to use it.
class Harbour {
 public:
  explicit Harbour(ChannelSettings settings = defaults(), const Snapshot& snapshot = harbourSnapshot());
  static ChannelSettings defaults();

  static SipUri address(const QByteArray& name) { return SipUri::fromTrusted("sip:" + name + "@orchard.example"); }
  static RoomUri room(const QByteArray& key) { return *RoomUri::fromParts("orchard.example", key); }

  SessionId open(const QByteArray& user, const QByteArray& epid = "e1") { return service.open(address(user), epid); }
  // Sends one command under the next envelope number.
  InfoVerdict send(SessionId session, const Xccos::Command& command);
  InfoVerdict post(SessionId session, const QByteArray& room, const QByteArray& text, bool alert = false);
  InfoVerdict postAgain(SessionId session, const QByteArray& room, const QByteArray& text, EnvId envId);
  InfoVerdict join(SessionId session, const QByteArray& room);

  // Sends, lets the store answer and takes the one reply to this command out of the sink.
  template <typename Reply>
  Reply ask(SessionId session, const Xccos::Command& command) {
    send(session, command);
    store.run();
    const auto reply = takeReply(session, lastEnvId);
    const Reply* typed = reply ? std::get_if<Reply>(&*reply) : nullptr;
    return typed ? *typed : noReply<Reply>();
  }

  FakeClock clock;
  MemoryStore store;
  RecordingSink sink;
  ChannelService service;
  EnvId lastEnvId = 1000;

 private:
  std::optional<Xccos::Reply> takeReply(SessionId session, EnvId commandEnvId);
  template <typename Reply>
  static Reply noReply() {
    Reply none;
    none.header.code = -1;
    return none;
  }
};

// Room keys of a result, in its order.
QByteArrayList roomKeys(const std::vector<Xccos::ChanInfo>& rooms);

}  // namespace Parlour::Server::Testing
