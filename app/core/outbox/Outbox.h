// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <deque>
#include <memory>

#include "app/core/outbox/PostJournal.h"
#include "app/core/rooms/RoomList.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// The posts that the server has not confirmed yet, in order per room. At most one is unanswered in a room, so
// that posts cannot overtake each other (xccos 3.4). Waits for the connection, repeats under the same envid
// after a reconnect, and ends each post by the server's copy, a refusal or a time limit. What is not confirmed is kept
// in the environment's journal: a post before it goes on its way, how it ended within a second. After a restart it goes
// on under the same envid; what has waited too long by then comes back as failed, for the person to decide. GUI thread.
class Outbox {
 public:
  Outbox(ChatSession& session, RoomList& rooms, Account& account, EnvIds& ids, Environment& environment);
  ~Outbox();

  // Returns the local id; the one given, when there is one: a repeat under it is not stored twice. `rtf` is the same
  // text with its formats, if it has any.
  quint64 post(Room& room, const QString& chatText, bool alert, quint64 localId = 0, const QByteArray& rtf = {});
  bool has(const RoomUri& room, quint64 localId) const { return find(room, localId) != nullptr; }
  void retry(Room& room, quint64 localId);
  void discard(Room& room, quint64 localId);

  void roomReady(const RoomUri& room);  // joined, and what was missed is fetched: posts may go
  void roomGone(const RoomUri& room);
  void sessionLost();
  void refused(EnvId envId, const Error& error);
  void confirmed(const RoomUri& room, quint64 localId);
  int waiting(const RoomUri& room) const;
  void clear();
  // What the journal has of the account that signs in.
  void restore();
  // Shows what waits for a room that has come into the list.
  void roomAdded(Room& room);

 private:
  enum class Stage {
    Queued,    // not on the wire
    Sent,      // INFO under way
    Accepted,  // INFO answered 200, the copy is due
    Failed,
  };
  struct Post;
  using Queue = std::deque<std::unique_ptr<Post>>;

  Post* find(const RoomUri& room, quint64 localId) const;
  Message messageOf(const Post& post) const;
  void pump(const RoomUri& room);
  void send(Room& room, Post& post);
  void answered(const RoomUri& room, quint64 localId, const Status& status);
  void fail(Post& post, const Error& error);
  void failWaiting(const RoomUri& room, const Error& error);
  void show(const Post& post);
  void wait(Post& post);
  void keep();
  void keepSoon();

  ChatSession& session_;
  RoomList& rooms_;
  Account& account_;
  EnvIds& ids_;
  Environment& environment_;
  Timer keepTimer_;
  Lifetime lifetime_;
  QSet<RoomUri> ready_;
  std::unordered_map<RoomUri, Queue> queues_;
};

}  // namespace Parlour::Core
