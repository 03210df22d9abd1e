// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <functional>
#include <memory>
#include <vector>

#include "protocol/support/Clock.h"
#include "server-sim/channel/Sessions.h"
#include "server-sim/channel/Store.h"

namespace Parlour::Server {

// Settings of the chat service; defaults are those of DESIGN D6.
struct ChannelSettings {
  QByteArray poolUri;            // "sip:GC-1-PersistentChatService-1@domain"
  QByteArray roomManagementUrl;  // may be empty
  QByteArray displayName;
  QByteArray serverName;         // of this server among those of the pool
  int messageSizeLimit = 8'000;  // UTF-8 bytes of `chat`
  int storySizeLimit = 40'000;
  int richTextSizeLimit = 80'000;  // bytes of `rtf`; not announced, clients leave the element out
  int searchLimit = 999;
  int defaultHistory = 30;          // DefaultChatHistory
  int participantUpdateLimit = 75;  // ParticipantUpdateLimit; resumes below 80 % of it
  int noticesPerSecond = 500;       // envelopes about who came and left; beyond it they are gathered until tick()
  int roomsPerBatchJoin = 500;
  size_t waitingPostsLimit = 10'000;
  int historyCacheBytes = 32 * 1024 * 1024;  // latest messages of the rooms asked for lately; 0: none
  int sessionsPerUser = 8;
  int commandsPerSecond = 100;  // per session, posts included; 0: no limit
  int commandBurst = 1'000;     // what a session may send at once; a sign-in pipelines a few per followed room
  std::vector<QByteArray> administrators;  // addresses of the users who administer the chat rooms
  int replyBytes = 900'000;                // a longer history reply is cut and marked; receivers refuse bodies of 1 MiB
};

// What the SIP layer answers to the INFO that carried an envelope: 200, or 503 when shedding,
// or the refusal of a post, the only form that pidgin-sipe understands (pidgin-sipe 2.6).
struct InfoVerdict {
  int status = 200;
  QByteArray phrase;  // empty: standard phrase
  int retryAfterSeconds = -1;
};

// An open chat session, for administrators.
struct OpenSession {
  SessionId id = 0;
  SipUri user;
  QByteArray epid;
  std::vector<RoomId> rooms;  // ascending
  SessionFacts facts;
};

class ChangeService;
class FileTokens;
class ChannelState;
class ChatRecorder;
struct ChannelCounters;
struct RoomRate;

// The chat service: joins, rules, commands, posts and fan-out of all rooms. Pure domain code on the
// loop thread: no SQL, no SIP. Owns who is in which room; reads rooms and principals from ChannelState.
class ChannelService {
 public:
  ChannelService(ChannelSettings settings, Snapshot snapshot, Store& store, SessionSink& sink, const Clock& clock);
  ~ChannelService();

  // The user may open a chat session: exists, enabled, policy on, below sessionsPerUser.
  Status mayOpen(const SipUri& user) const;
  SessionId open(const SipUri& user, const QByteArray& epid);
  // Ends all joins of the session and tells the rooms. Unknown sessions are ignored.
  void close(SessionId session);

  // Tells what was gathered about who came and left, and records what could not be; to be called ten times a second or so.
  void tick();

  // One INFO body. Replies leave through the sink, possibly before this returns.
  InfoVerdict receive(SessionId session, const QByteArray& body);

  const ChannelState& state() const;
  size_t sessionCount() const;
  // In the order they were opened.
  std::vector<OpenSession> sessions() const;
  // The one way to change that state.
  ChangeService& changes();
  // Who gives out the tokens for files; null, as at first: this server moves none. Outlives the service.
  void setFileTokens(FileTokens* tokens);
  bool movesFiles() const;
  // Where everything that compliance is to know goes.
  ChatRecorder& recorder();
  const ChatRecorder& recorder() const;
  // Who is in a room now, ascending.
  std::vector<PrincipalId> present(RoomId room) const;

  const ChannelCounters& counters() const;
  // The most posts that waited for the disk since it was asked last.
  qint64 takeWaitingPeak();
  size_t roomsInUse() const;
  // Rooms in which joins and parts are not told, because so many are there.
  size_t suppressedRooms() const;
  // The rooms with the most posts in the last minute, the busiest first.
  std::vector<RoomRate> busiestRooms(size_t limit) const;

 private:
  class Private;
  std::unique_ptr<Private> d_;
};

}  // namespace Parlour::Server
