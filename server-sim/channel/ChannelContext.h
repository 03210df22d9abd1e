// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include "protocol/xccos/Messages.h"
#include "protocol/xccos/ResponseCodes.h"
#include "server-sim/channel/ChannelCounters.h"
#include "server-sim/channel/ChannelService.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/channel/HistoryCache.h"
#include "server-sim/channel/Participants.h"
#include "server-sim/channel/RoomActivity.h"
#include "server-sim/channel/SessionTable.h"

namespace Parlour::Server {

// What the command handlers of one chat service share: its state, and the way out to clients. Owned by
// ChannelService; handlers keep a reference. Loop thread.
class ChannelContext {
 public:
  ChannelContext(ChannelSettings settings, Snapshot snapshot, Store& store, SessionSink& sink, const Clock& clock);

  const ChannelSettings settings;
  ChannelState state;
  Participants participants;
  SessionTable sessions;
  HistoryCache historyCache;
  Store& store;
  const Clock& clock;
  ChannelCounters counters;
  RoomActivity activity;
  ChatRecorder recorder;

  // Envelope numbers of this server: 64 bit, counting from a random base (xccos 3.4).
  EnvId nextEnvId() { return nextEnvId_++; }
  // Envelopes for sessions that have ended meanwhile are dropped.
  void deliver(SessionId session, const SharedEnvelope& envelope);
  void deliver(SessionId session, QByteArray envelope);
  void reply(SessionId session, Xccos::Reply reply);
  // The command failed: a reply of `Reply`'s kind without data.
  template <typename Reply>
  void refuse(SessionId session, Xccos::CommandRef command, Xccos::ResponseCode code) {
    Reply failed;
    failed.header = Xccos::replyHeader(command, code);
    reply(session, std::move(failed));
  }
  // The same with the reason behind the constant, where the reply is our own (xccos 5, tiers B and C).
  template <typename Reply>
  void refuse(SessionId session, Xccos::CommandRef command, Xccos::ResponseCode code, const QString& reason) {
    Reply failed;
    failed.header = Xccos::replyHeader(command, code);
    if (!reason.isEmpty()) failed.header.text += QLatin1String(": ") + reason;
    reply(session, std::move(failed));
  }
  void reportError(SessionId session, Xccos::ErrorReport report);
  SessionFacts factsOf(SessionId session) const { return sink_.factsOf(session); }
  // Closes a session that is in no room any more and lets the front end know.
  void endSession(SessionId session);

  // Settings as configuration makes them while the server runs (product.md 1.5), else as it was started.
  int defaultHistory() const;
  QString roomManagementUrl() const;
  // Call after a change of the configuration.
  void configurationChanged();

  Standing standing(const Session& session, const Room& room) const { return state.standing(session.user, room); }
  // What to answer about a room that the session has not joined: like absent if it may not know of it.
  Decision notJoined(const Session& session, const Room* room) const;

  // Wraps a store callback so that it does nothing once the service is gone.
  template <typename T, typename F>
  Store::Callback<T> whileAlive(F action) const {
    return [alive = std::weak_ptr<const bool>(alive_), action = std::move(action)](const Result<T>& result) {
      if (!alive.expired()) action(result);
    };
  }

 private:
  int configuredNumber(const char* key, int otherwise) const;

  SessionSink& sink_;
  EnvId nextEnvId_;
  std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

// The response code for what the store reports: busy, unreachable, gone, or unknown.
Xccos::ResponseCode storeFailureCode(const Error& error);

}  // namespace Parlour::Server
