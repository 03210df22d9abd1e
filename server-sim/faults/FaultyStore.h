// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Clock.h"
#include "server-sim/channel/Store.h"
#include "server-sim/faults/FaultDice.h"
#include "server-sim/faults/FaultPlan.h"

namespace Parlour::Server {

// A store some of whose calls fail as on a broken or full disk; those do not reach the store behind it. `later` runs a
// closure on the loop thread, never at once. Loop thread, but for health(); the references must outlive it.
class FaultyStore final : public Store {
 public:
  using Later = std::function<void(std::function<void()>)>;
  FaultyStore(Store& store, const FaultPlan& plan, FaultDice dice, const Clock& clock, Later later);

  Result<Snapshot> load() override { return store_.load(); }
  void appendPost(const NewPost& post, Callback<PostReceipt> done) override;
  void replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                           const std::vector<StoredPublication>& remove, Callback<Done> done) override;
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
  size_t waitingPosts() const override { return store_.waitingPosts(); }
  qint64 lastEvent() const override { return store_.lastEvent(); }
  StoreHealth health() const override;

 private:
  enum class Access { Read, Write };
  bool isFull() const;
  template <typename T>
  bool failed(Access access, const Callback<T>& done);

  Store& store_;
  const FaultPlan plan_;
  FaultDice dice_;
  const Clock& clock_;
  const Later later_;
  const qint64 startMs_;
};

}  // namespace Parlour::Server
