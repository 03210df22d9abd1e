// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "protocol/sip/Transport.h"
#include "protocol/support/Ids.h"

namespace Parlour::Server {

// One computer at which a user is registered: epid, instance and GRUU belong together (signin 1.2).
struct Endpoint {
  SipUri user;
  QByteArray epid;
  QByteArray instance;    // lower-case UUID text
  QByteArray gruu;        // empty when the client did not ask for one
  QByteArray contactUri;  // as registered; goes into the request URI of what we send
  Sip::ConnectionId connection = 0;
  QByteArray callId;          // of the REGISTERs
  QByteArray clientTag;       // From tag of the REGISTER
  QByteArray serverTag;       // To tag of its 200
  qint64 registeredAtMs = 0;  // monotonic
  qint64 expiresAtMs = 0;
};

// Who is registered where. One entry for a user and epid; a connection may carry several. Loop thread;
// pointers are valid until the next change.
class EndpointTable {
 public:
  Endpoint& put(const Endpoint& endpoint);  // replaces the entry of the same user and epid
  const Endpoint* find(const SipUri& user, const QByteArray& epid) const;
  // The entry on whose behalf a request on that connection speaks.
  const Endpoint* find(Sip::ConnectionId connection, const SipUri& user, const QByteArray& epid) const;
  void remove(const SipUri& user, const QByteArray& epid);
  std::vector<Endpoint> ofUser(const SipUri& user) const;
  std::vector<Endpoint> ofConnection(Sip::ConnectionId connection) const;
  std::vector<Endpoint> expiredBy(qint64 nowMs) const;
  size_t size() const { return endpoints_.size(); }

 private:
  using Key = std::pair<QByteArray, QByteArray>;  // address, epid
  static Key key(const SipUri& user, const QByteArray& epid) { return {user.bytes(), epid}; }
  std::map<Key, Endpoint> endpoints_;
  std::multimap<Sip::ConnectionId, Key> byConnection_;
};

}  // namespace Parlour::Server
