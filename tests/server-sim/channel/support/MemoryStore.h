// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "protocol/support/Clock.h"
#include "server-sim/channel/Store.h"

namespace Parlour::Server::Testing {

// Everything that a MemoryStore keeps; a set of changes is tried on a copy.
struct MemoryContent {
  Snapshot snapshot;
  std::map<RoomId, std::vector<StoredMessage>> messages;
  std::map<RoomId, ChatId> last;
  std::map<PrincipalId, std::vector<StoredInvitation>> invitations;
  std::map<PrincipalId, quint64> lastInvitation;
  std::vector<AuditEntry> audit;
  std::set<RoomId> removedRooms;
  qint64 lastNumber = 100'000;  // of new rooms, categories and principals
};

// A store in memory that answers only when told to: commit() makes waiting posts and changes durable, answer()
// delivers what is due, run() does both until nothing is left. Reads see what is committed when they are answered.
// Changes are checked against what the store `holds`, which load() gives as it has become; new objects are
// numbered from 100,001. Posts to any room are taken, except to rooms that were removed.
class MemoryStore final : public Store {
 public:
  explicit MemoryStore(const Clock& clock, Snapshot holds = {});

  void commit();
  void answer();
  void run();
  // Every call made from now on fails with this error, until called with nothing.
  void failWith(std::optional<Error> error) { failure_ = std::move(error); }
  void setHealth(const StoreHealth& health) { health_ = health; }
  // Puts a message into a room's past.
  void addPast(RoomId room, PrincipalId author, const QByteArray& text, Timestamp time);
  void addInvitation(PrincipalId user, const StoredInvitation& invitation);
  // The sets of changes that were written, in their order, and what became of them.
  const std::vector<ChangeSet>& changes() const { return changes_; }
  const MemoryContent& content() const { return content_; }
  const std::vector<HistoryQuery>& historyQueries() const { return queries_; }
  const std::vector<NewPost>& accepted() const { return accepted_; }
  // Events of compliance that came with no post or change, as committed.
  const std::vector<ComplianceEvent>& recorded() const { return recorded_; }
  ChatId lastChatId(RoomId room) const;

  Result<Snapshot> load() override;
  void appendPost(const NewPost& post, Callback<PostReceipt> done) override;
  void replacePublications(PrincipalId, const std::vector<StoredPublication>&, const std::vector<StoredPublication>&,
                           Callback<Done> done) override;
  void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                     Callback<quint64> done) override;
  void applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) override;
  void recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) override;
  void history(const HistoryQuery& query, Callback<HistoryPage> done) override;
  void histories(const std::vector<HistoryQuery>& queries, int limit, Callback<std::vector<HistoryPage>> done) override;
  void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) override;
  void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) override;
  void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) override;
  void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) override;
  void auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) override;
  void roomSizes(Callback<std::vector<RoomSize>> done) override;
  size_t waitingPosts() const override { return waitingPosts_; }
  StoreHealth health() const override { return health_; }

 private:
  using PostIdentity = std::tuple<PrincipalId, QByteArray, EnvId>;
  Result<PostReceipt> accept(const NewPost& post);
  Result<ChangeReceipt> write(const ChangeSet& changes);
  HistoryPage read(const HistoryQuery& query) const;
  template <typename T, typename F>
  void later(Callback<T> done, F work);
  template <typename T, typename F>
  void afterCommit(Callback<T> done, F work);

  const Clock& clock_;
  std::optional<Error> failure_;
  std::deque<std::function<void()>> uncommitted_;
  std::deque<std::function<void()>> due_;
  size_t waitingPosts_ = 0;
  StoreHealth health_;
  MemoryContent content_;
  std::map<PostIdentity, PostReceipt> receipts_;
  std::vector<NewPost> accepted_;
  std::vector<ChangeSet> changes_;
  std::vector<ComplianceEvent> recorded_;
  std::vector<HistoryQuery> queries_;
  std::map<std::pair<PrincipalId, QByteArray>, StoredPreference> preferences_;
};

}  // namespace Parlour::Server::Testing
