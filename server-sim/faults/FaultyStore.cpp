// SPDX-License-Identifier: Apache-2.0
#include "server-sim/faults/FaultyStore.h"

#include <utility>

namespace Parlour::Server {
namespace {

constexpr int kFullRetrySeconds = 2;

Error fullDisk() {
  return Error::make(ErrorCode::Storage, QStringLiteral("The disk is full."), QStringLiteral("by --fault disk-full"));
}

Error brokenDisk() {
  return Error::make(ErrorCode::Storage, QStringLiteral("The disk reported an error."),
                     QStringLiteral("by --fault disk-error"));
}

}  // namespace

FaultyStore::FaultyStore(Store& store, const FaultPlan& plan, FaultDice dice, const Clock& clock, Later later)
    : store_(store),
      plan_(plan),
      dice_(std::move(dice)),
      clock_(clock),
      later_(std::move(later)),
      startMs_(clock.monotonicMs()) {}

bool FaultyStore::isFull() const {
  if (!plan_.diskFull) return false;
  const qint64 since = clock_.monotonicMs() - startMs_ - plan_.fullFromMs;
  return since >= 0 && (plan_.fullForMs < 0 || since < plan_.fullForMs);
}

StoreHealth FaultyStore::health() const {
  StoreHealth health = store_.health();
  if (!health.writable || !isFull()) return health;
  health.writable = false;
  health.failingSince = {clock_.now().ticks - (clock_.monotonicMs() - startMs_ - plan_.fullFromMs) * Timestamp::kPerMs};
  health.reason = fullDisk().text;
  health.retryAfterSeconds = kFullRetrySeconds;
  return health;
}

template <typename T>
bool FaultyStore::failed(Access access, const Callback<T>& done) {
  const bool full = access == Access::Write && isFull();
  if (!full && !dice_.hit(plan_.diskError)) return false;
  later_([done, error = full ? fullDisk() : brokenDisk()] { done(error); });
  return true;
}

void FaultyStore::appendPost(const NewPost& post, Callback<PostReceipt> done) {
  if (!failed(Access::Write, done)) store_.appendPost(post, std::move(done));
}

void FaultyStore::replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                                      const std::vector<StoredPublication>& remove, Callback<Done> done) {
  if (!failed(Access::Write, done)) store_.replacePublications(user, put, remove, std::move(done));
}

void FaultyStore::setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                                Callback<quint64> done) {
  if (!failed(Access::Write, done)) store_.setPreference(user, label, content, std::move(done));
}

void FaultyStore::applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) {
  if (!failed(Access::Write, done)) store_.applyChanges(changes, std::move(done));
}

void FaultyStore::recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) {
  if (!failed(Access::Write, done)) store_.recordEvents(events, std::move(done));
}

void FaultyStore::history(const HistoryQuery& query, Callback<HistoryPage> done) {
  if (!failed(Access::Read, done)) store_.history(query, std::move(done));
}

void FaultyStore::histories(const std::vector<HistoryQuery>& queries, int limit,
                            Callback<std::vector<HistoryPage>> done) {
  if (!failed(Access::Read, done)) store_.histories(queries, limit, std::move(done));
}

void FaultyStore::preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) {
  if (!failed(Access::Read, done)) store_.preference(user, label, std::move(done));
}

void FaultyStore::invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) {
  if (!failed(Access::Read, done)) store_.invitationsAfter(user, number, std::move(done));
}

void FaultyStore::publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) {
  if (!failed(Access::Read, done)) store_.publications(user, std::move(done));
}

void FaultyStore::credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) {
  if (!failed(Access::Read, done)) store_.credentials(user, std::move(done));
}

void FaultyStore::auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) {
  if (!failed(Access::Read, done)) store_.auditTrail(query, std::move(done));
}

void FaultyStore::roomSizes(Callback<std::vector<RoomSize>> done) {
  if (!failed(Access::Read, done)) store_.roomSizes(std::move(done));
}

}  // namespace Parlour::Server
