// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Principals by number and address, and for every user the flattened set of itself and all groups above it
// (product.md 1.1, "affiliation"). Cycles between groups are harmless. A principal of type Domain holds
// every user whose address is in the server's domain. Addresses of principals stay valid, because none is ever
// removed. Loop thread.
class Directory {
 public:
  Directory() = default;
  Directory(std::vector<Principal> principals, const std::vector<GroupMembership>& memberships,
            const QByteArray& domain);

  const Principal* find(PrincipalId id) const;
  // `uri` in lower case: "sip:…" or "ma-grp:…".
  const Principal* find(const QByteArray& uri) const;
  // Ascending by number.
  std::vector<const Principal*> all() const;
  // Grows whenever a principal or a membership changes; for what others derive from them.
  quint64 revision() const { return revision_; }

  const std::set<GroupMembership>& memberships() const { return memberships_; }
  // The groups that the principal is directly in.
  std::vector<PrincipalId> groupsOf(PrincipalId id) const;

  // The principal itself and every group it belongs to, ascending. Unknown principals have none.
  const std::vector<PrincipalId>& affiliations(PrincipalId id) const;
  // True when the principal, or a group above it, stands in `list`, which must be ascending.
  bool isIn(PrincipalId id, const std::vector<PrincipalId>& list) const;
  // Users that stand in `list`, directly or through groups, ascending.
  std::vector<PrincipalId> usersIn(const std::vector<PrincipalId>& list) const;

  // New or changed principals, and memberships that come and go. Answers, ascending, whose data or affiliations are
  // not what they were.
  std::vector<PrincipalId> apply(const std::vector<Principal>& principals, const std::vector<GroupMembership>& added,
                                 const std::vector<GroupMembership>& removed);

  // Whether two ascending lists have a number in common; costs the shorter times the logarithm of the longer.
  static bool intersects(const std::vector<PrincipalId>& a, const std::vector<PrincipalId>& b);

 private:
  void put(const Principal& principal);
  void link(const GroupMembership& membership);
  void unlink(const GroupMembership& membership);
  bool isOfDomain(const Principal& principal) const;
  std::vector<PrincipalId> closure(const Principal& principal) const;
  // The principal and everything below it.
  std::set<PrincipalId> withDescendants(const std::set<PrincipalId>& tops) const;

  QByteArray domainSuffix_;
  std::unordered_map<PrincipalId, Principal> byId_;
  std::unordered_map<QByteArray, PrincipalId> byUri_;
  std::set<GroupMembership> memberships_;  // by group, then member
  std::unordered_map<PrincipalId, std::vector<PrincipalId>> parents_;
  std::vector<PrincipalId> wholeDomain_;
  std::unordered_map<PrincipalId, std::vector<PrincipalId>> affiliations_;
  quint64 revision_ = 0;
};

}  // namespace Parlour::Server
