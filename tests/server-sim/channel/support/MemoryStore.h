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

// A store in memory that answers only when told to: commit() makes waiting posts durable, answer() delivers
// what is due, run() does both until nothing is left. Reads see what is committed when they are answered.
class MemoryStore final : public Store {
 public:
  explicit MemoryStore(const Clock& clock) : clock_(clock) {}

  void commit();
  void answer();
  void run();
  // Every call made from now on fails with this error, until called with nothing.
  void failWith(std::optional<Error> error) { failure_ = std::move(error); }
  // Puts a message into a room's past.
  void addPast(RoomId room, PrincipalId author, const QByteArray& text, Timestamp time);
  void addInvitation(PrincipalId user, const StoredInvitation& invitation) { invitations_[user].push_back(invitation); }
  const std::vector<HistoryQuery>& historyQueries() const { return queries_; }
  const std::vector<NewPost>& accepted() const { return accepted_; }
  ChatId lastChatId(RoomId room) const;

  Result<Snapshot> load() override { return Snapshot{}; }
  void appendPost(const NewPost& post, Callback<PostReceipt> done) override;
  void replacePublications(PrincipalId, const std::vector<StoredPublication>&, const std::vector<StoredPublication>&,
                           Callback<Done> done) override;
  void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                     Callback<quint64> done) override;
  void history(const HistoryQuery& query, Callback<HistoryPage> done) override;
  void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) override;
  void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) override;
  void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) override;
  void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) override;
  size_t waitingPosts() const override { return uncommitted_.size() + receiptsDue_; }

 private:
  using PostIdentity = std::tuple<PrincipalId, QByteArray, EnvId>;
  struct Waiting {
    NewPost post;
    Callback<PostReceipt> done;
  };
  PostReceipt accept(const NewPost& post);
  HistoryPage read(const HistoryQuery& query) const;
  template <typename T, typename F>
  void later(Callback<T> done, F work);

  const Clock& clock_;
  std::optional<Error> failure_;
  std::deque<Waiting> uncommitted_;
  std::deque<std::function<void()>> due_;
  size_t receiptsDue_ = 0;
  std::map<RoomId, std::vector<StoredMessage>> messages_;
  std::map<RoomId, ChatId> last_;
  std::map<PostIdentity, PostReceipt> receipts_;
  std::vector<NewPost> accepted_;
  std::vector<HistoryQuery> queries_;
  std::map<PrincipalId, std::vector<StoredInvitation>> invitations_;
  std::map<std::pair<PrincipalId, QByteArray>, StoredPreference> preferences_;
};

}  // namespace Parlour::Server::Testing
