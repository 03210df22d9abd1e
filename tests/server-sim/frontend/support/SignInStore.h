// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "tests/server-sim/channel/support/MemoryStore.h"

namespace Parlour::Server::Testing {

// A store in memory that also keeps passwords and published presence. Everybody's password is given with
// setPassword. Answers only in run(), which does everything that waits.
class SignInStore final : public Store {
 public:
  SignInStore(const Clock& clock, QByteArray realm) : chat_(clock), realm_(std::move(realm)) {}

  void setPassword(PrincipalId user, const QByteArray& address, const QByteArray& password);
  std::vector<StoredPublication>& rowsOf(PrincipalId user) { return rows_[user]; }
  MemoryStore& chat() { return chat_; }
  // Every call of the three kinds below fails with this, until called with nothing.
  void failWith(std::optional<Error> error) { failure_ = std::move(error); }
  void run();
  size_t waiting() const { return due_.size(); }

  Result<Snapshot> load() override { return chat_.load(); }
  void appendPost(const NewPost& post, Callback<PostReceipt> done) override { chat_.appendPost(post, done); }
  void replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                           const std::vector<StoredPublication>& remove, Callback<Done> done) override;
  void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                     Callback<quint64> done) override {
    chat_.setPreference(user, label, content, done);
  }
  void history(const HistoryQuery& query, Callback<HistoryPage> done) override { chat_.history(query, done); }
  void histories(const std::vector<HistoryQuery>& queries, int limit,
                 Callback<std::vector<HistoryPage>> done) override {
    chat_.histories(queries, limit, done);
  }
  void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) override {
    chat_.preference(user, label, done);
  }
  void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) override {
    chat_.invitationsAfter(user, number, done);
  }
  void applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) override {
    chat_.applyChanges(changes, done);
  }
  void recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) override {
    chat_.recordEvents(events, done);
  }
  void auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) override {
    chat_.auditTrail(query, done);
  }
  void roomSizes(Callback<std::vector<RoomSize>> done) override { chat_.roomSizes(done); }
  void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) override;
  void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) override;
  size_t waitingPosts() const override { return chat_.waitingPosts(); }

 private:
  MemoryStore chat_;
  QByteArray realm_;
  std::optional<Error> failure_;
  std::deque<std::function<void()>> due_;
  std::map<PrincipalId, std::vector<StoredCredential>> credentials_;
  std::map<PrincipalId, std::vector<StoredPublication>> rows_;
};

}  // namespace Parlour::Server::Testing
