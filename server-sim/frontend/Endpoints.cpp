// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Endpoints.h"

namespace Parlour::Server {

Endpoint& EndpointTable::put(const Endpoint& endpoint) {
  remove(endpoint.user, endpoint.epid);
  const Key entry = key(endpoint.user, endpoint.epid);
  byConnection_.emplace(endpoint.connection, entry);
  return endpoints_[entry] = endpoint;
}

const Endpoint* EndpointTable::find(const SipUri& user, const QByteArray& epid) const {
  const auto it = endpoints_.find(key(user, epid));
  return it == endpoints_.end() ? nullptr : &it->second;
}

const Endpoint* EndpointTable::find(Sip::ConnectionId connection, const SipUri& user, const QByteArray& epid) const {
  const Endpoint* endpoint = find(user, epid);
  return endpoint && endpoint->connection == connection ? endpoint : nullptr;
}

void EndpointTable::remove(const SipUri& user, const QByteArray& epid) {
  const auto it = endpoints_.find(key(user, epid));
  if (it == endpoints_.end()) return;
  const auto [first, last] = byConnection_.equal_range(it->second.connection);
  for (auto at = first; at != last; ++at) {
    if (at->second != it->first) continue;
    byConnection_.erase(at);
    break;
  }
  endpoints_.erase(it);
}

std::vector<Endpoint> EndpointTable::ofUser(const SipUri& user) const {
  std::vector<Endpoint> found;
  for (auto it = endpoints_.lower_bound({user.bytes(), {}}); it != endpoints_.end() && it->first.first == user.bytes();
       ++it) {
    found.push_back(it->second);
  }
  return found;
}

std::vector<Endpoint> EndpointTable::ofConnection(Sip::ConnectionId connection) const {
  std::vector<Endpoint> found;
  const auto [first, last] = byConnection_.equal_range(connection);
  for (auto it = first; it != last; ++it) found.push_back(endpoints_.at(it->second));
  return found;
}

std::vector<Endpoint> EndpointTable::expiredBy(qint64 nowMs) const {
  std::vector<Endpoint> found;
  for (const auto& [entry, endpoint] : endpoints_) {
    if (endpoint.expiresAtMs <= nowMs) found.push_back(endpoint);
  }
  return found;
}

}  // namespace Parlour::Server
