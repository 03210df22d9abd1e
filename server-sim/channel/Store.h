// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "protocol/support/Result.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Which lines of the audit trail. What is empty or null does not narrow.
struct AuditQuery {
  QByteArray actor;   // exactly
  QByteArray object;  // exactly
  QByteArray action;  // begins with: "room." for everything about rooms
  Timestamp from;     // both ends belong to it
  Timestamp to;
  int limit = 100;  // of the newest; at most 10,000
};

// What is kept of a room's messages: how many, and the bytes of their text and RTF.
struct RoomSize {
  RoomId room = 0;
  qint64 messages = 0;
  qint64 bytes = 0;
  bool operator==(const RoomSize&) const = default;
};

// How far the check of the database is that follows an unclean end.
enum class StoreCheck { NotNeeded, Running, Intact, Damaged };

// Whether posts can be stored. While they cannot, reading goes on and the store tries again by itself.
struct StoreHealth {
  bool writable = true;
  Timestamp failingSince;     // null while it is writable
  QString reason;             // why it is not, in an operator's words
  int retryAfterSeconds = 0;  // when trying again makes sense
  quint64 failures = 0;       // writes that failed since the start
  StoreCheck check = StoreCheck::NotNeeded;
  bool erasing = false;  // messages that were taken away are still being erased, so a page may hold some of them
};

// What the chat service needs of durable storage, in its own terms; one engine behind it now, others possible
// (DESIGN 3). All calls come from the loop thread and return at once; every callback runs on the loop
// thread, later, exactly once. Calls of one kind are answered in the order they were made.
class Store {
 public:
  template <typename T>
  using Callback = std::function<void(const Result<T>&)>;

  virtual ~Store() = default;

  // Blocking; called once before the loop runs.
  virtual Result<Snapshot> load() = 0;

  // Writer. The callback comes after the commit is on disk: chatId and time follow commit order and are
  // dense and strictly monotonic per room. Several waiting posts share one transaction (group commit).
  // Busy (queue full) and Storage errors are answered without anything written.
  virtual void appendPost(const NewPost& post, Callback<PostReceipt> done) = 0;
  virtual void replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                                   const std::vector<StoredPublication>& remove, Callback<Done> done) = 0;
  // Answers the new version: 1 for a new label, then one more with every change (xccos 7.11).
  virtual void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                             Callback<quint64> done) = 0;
  // Administration: all of the set or nothing of it. NotFound, Conflict and InvalidArgument errors name the object;
  // Storage and Busy are as with posts. A post accepted before the set is stored before it, one accepted
  // after it finds the world as the set left it. A set that takes many messages away is answered only when the last
  // of them is gone, while posts go on; sets are answered in their order.
  virtual void applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) = 0;

  // Compliance: events that come with no post or change, written together and in order with what else waits. A post
  // accepted after them is stored after them.
  virtual void recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) = 0;

  // Readers (own connections and threads).
  virtual void history(const HistoryQuery& query, Callback<HistoryPage> done) = 0;
  // A page for each query, in their order and from one reading; all together hold at most `limit` messages. All have
  // the same text.
  virtual void histories(const std::vector<HistoryQuery>& queries, int limit,
                         Callback<std::vector<HistoryPage>> done) = 0;
  // Version 0 and no content when nothing is stored under the label.
  virtual void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) = 0;
  virtual void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) = 0;
  virtual void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) = 0;
  virtual void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) = 0;
  // Newest first.
  virtual void auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) = 0;
  // Every room, in the order of their numbers.
  virtual void roomSizes(Callback<std::vector<RoomSize>> done) = 0;

  // Posts accepted by appendPost and not answered yet; the measure for shedding.
  virtual size_t waitingPosts() const = 0;
  // Reads that wait for a reader; a measure of the load. Thread-safe.
  virtual size_t waitingReads() const { return 0; }
  // The number of the last event of compliance that is on disk. Thread-safe.
  virtual qint64 lastEvent() const { return 0; }
  // Posts made while it is not writable would fail with Storage; whoever can refuses them before. Thread-safe.
  virtual StoreHealth health() const { return {}; }
};

}  // namespace Parlour::Server
