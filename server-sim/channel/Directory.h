// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Principals by number and address, and for every user the flattened set of itself and all groups above it
// (product.md 1.1, "affiliation"). Cycles between groups are harmless. A principal of type Domain holds
// every user whose address is in the server's domain. Immutable; loop thread.
class Directory {
 public:
  Directory() = default;
  Directory(std::vector<Principal> principals, const std::vector<GroupMembership>& memberships,
            const QByteArray& domain);

  const Principal* find(PrincipalId id) const;
  // `uri` in lower case: "sip:…" or "ma-grp:…".
  const Principal* find(const QByteArray& uri) const;

  // The principal itself and every group it belongs to, ascending. Unknown principals have none.
  const std::vector<PrincipalId>& affiliations(PrincipalId id) const;
  // True when the principal, or a group above it, stands in `list`, which must be ascending.
  bool isIn(PrincipalId id, const std::vector<PrincipalId>& list) const;

  // Whether two ascending lists have a number in common; costs the shorter times the logarithm of the longer.
  static bool intersects(const std::vector<PrincipalId>& a, const std::vector<PrincipalId>& b);

 private:
  using Parents = std::unordered_map<PrincipalId, std::vector<PrincipalId>>;
  std::vector<PrincipalId> closure(const Principal& principal, const Parents& parents,
                                   const std::vector<PrincipalId>& wholeDomain) const;

  QByteArray domainSuffix_;
  std::vector<Principal> principals_;
  std::unordered_map<PrincipalId, size_t> byId_;
  std::unordered_map<QByteArray, size_t> byUri_;
  std::unordered_map<PrincipalId, std::vector<PrincipalId>> affiliations_;
};

}  // namespace Parlour::Server
