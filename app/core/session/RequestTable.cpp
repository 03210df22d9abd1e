// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/RequestTable.h"

#include "app/core/Words.h"

namespace Parlour::Core {

RequestTable::~RequestTable() {
  for (auto& [key, pending] : pending_) {
    if (pending.deadline) scheduler_.cancel(*pending.deadline);
  }
}

void RequestTable::add(Xccos::CommandRef ref, OnReply done) {
  pending_[{ref.envId, ref.seqId}] = Pending{std::move(done), {}};
}

void RequestTable::startDeadline(Xccos::CommandRef ref, qint64 ms) {
  const auto it = pending_.find({ref.envId, ref.seqId});
  if (it == pending_.end() || it->second.deadline) return;
  it->second.deadline = scheduler_.after(ms, [this, key = it->first] {
    pending_[key].deadline.reset();
    finish(key, Error::make(ErrorCode::Timeout, Words::tr("The server took the request but sent no answer.")));
  });
}

bool RequestTable::resolve(const Xccos::Reply& reply) {
  const Xccos::ReplyHeader& header = Xccos::headerOf(reply);
  return finish({header.commandEnvId, header.commandSeqId}, reply);
}

bool RequestTable::fail(Xccos::CommandRef ref, const Error& error) { return finish({ref.envId, ref.seqId}, error); }

void RequestTable::failAll(const Error& error) {
  const std::map<Key, Pending> ended = std::exchange(pending_, {});  // what a callback asks anew is not of these
  for (const auto& [key, pending] : ended) {
    if (pending.deadline) scheduler_.cancel(*pending.deadline);
  }
  for (const auto& [key, pending] : ended) pending.done(error);
}

bool RequestTable::finish(Key key, const Result<Xccos::Reply>& result) {
  const auto it = pending_.find(key);
  if (it == pending_.end()) return false;
  const Pending pending = std::move(it->second);
  pending_.erase(it);
  if (pending.deadline) scheduler_.cancel(*pending.deadline);
  pending.done(result);
  return true;
}

}  // namespace Parlour::Core
