// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/Directory.h"

#include <algorithm>

namespace Parlour::Server {

Directory::Directory(std::vector<Principal> principals, const std::vector<GroupMembership>& memberships,
                     const QByteArray& domain)
    : domainSuffix_('@' + domain.toLower()), principals_(std::move(principals)) {
  std::vector<PrincipalId> wholeDomain;
  for (size_t row = 0; row < principals_.size(); ++row) {
    const Principal& principal = principals_[row];
    byId_.emplace(principal.id, row);
    byUri_.emplace(principal.uri, row);
    if (principal.type == PrincipalType::Domain) wholeDomain.push_back(principal.id);
  }
  Parents parents;
  for (const GroupMembership& membership : memberships) parents[membership.member].push_back(membership.group);
  for (const Principal& principal : principals_) {
    affiliations_.emplace(principal.id, closure(principal, parents, wholeDomain));
  }
}

std::vector<PrincipalId> Directory::closure(const Principal& principal, const Parents& parents,
                                            const std::vector<PrincipalId>& wholeDomain) const {
  std::vector<PrincipalId> open{principal.id};
  if (principal.isUser() && principal.uri.endsWith(domainSuffix_)) {
    open.insert(open.end(), wholeDomain.begin(), wholeDomain.end());
  }
  std::vector<PrincipalId> seen;
  while (!open.empty()) {
    const PrincipalId next = open.back();
    open.pop_back();
    const auto place = std::lower_bound(seen.begin(), seen.end(), next);
    if (place != seen.end() && *place == next) continue;
    seen.insert(place, next);
    if (const auto found = parents.find(next); found != parents.end()) {
      open.insert(open.end(), found->second.begin(), found->second.end());
    }
  }
  return seen;
}

const Principal* Directory::find(PrincipalId id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &principals_[found->second];
}

const Principal* Directory::find(const QByteArray& uri) const {
  const auto found = byUri_.find(uri);
  return found == byUri_.end() ? nullptr : &principals_[found->second];
}

const std::vector<PrincipalId>& Directory::affiliations(PrincipalId id) const {
  static const std::vector<PrincipalId> none;
  const auto found = affiliations_.find(id);
  return found == affiliations_.end() ? none : found->second;
}

bool Directory::isIn(PrincipalId id, const std::vector<PrincipalId>& list) const {
  return intersects(affiliations(id), list);
}

bool Directory::intersects(const std::vector<PrincipalId>& a, const std::vector<PrincipalId>& b) {
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  return std::any_of(shorter.begin(), shorter.end(),
                     [&](PrincipalId id) { return std::binary_search(longer.begin(), longer.end(), id); });
}

}  // namespace Parlour::Server
