// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/SessionTable.h"

namespace Parlour::Server {

Session& SessionTable::open(PrincipalId user, const SipUri& uri, const QByteArray& epid, const TokenBucket& bucket) {
  const SessionId id = ++last_;
  perUser_[user].push_back(id);
  return sessions_.emplace(id, Session{id, user, uri, epid, bucket, {}}).first->second;
}

Session* SessionTable::find(SessionId id) {
  const auto found = sessions_.find(id);
  return found == sessions_.end() ? nullptr : &found->second;
}

void SessionTable::erase(SessionId id) {
  const auto found = sessions_.find(id);
  if (found == sessions_.end()) return;
  const auto user = perUser_.find(found->second.user);
  std::erase(user->second, id);
  if (user->second.empty()) perUser_.erase(user);
  sessions_.erase(found);
}

int SessionTable::countOf(PrincipalId user) const {
  const auto found = perUser_.find(user);
  return found == perUser_.end() ? 0 : static_cast<int>(found->second.size());
}

std::vector<SessionId> SessionTable::of(PrincipalId user) const {
  const auto found = perUser_.find(user);
  return found == perUser_.end() ? std::vector<SessionId>{} : found->second;
}

}  // namespace Parlour::Server
