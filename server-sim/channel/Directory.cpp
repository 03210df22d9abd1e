// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/Directory.h"

#include <algorithm>
#include <limits>

namespace Parlour::Server {

Directory::Directory(std::vector<Principal> principals, const std::vector<GroupMembership>& memberships,
                     const QByteArray& domain)
    : domainSuffix_('@' + domain.toLower()) {
  byId_.reserve(principals.size());
  byUri_.reserve(principals.size());
  affiliations_.reserve(principals.size());
  for (const Principal& principal : principals) put(principal);
  for (const GroupMembership& membership : memberships) link(membership);
  for (const auto& [id, principal] : byId_) affiliations_.emplace(id, closure(principal));
}

void Directory::put(const Principal& principal) {
  if (const auto known = byId_.find(principal.id); known != byId_.end()) {
    byUri_.erase(known->second.uri);
    known->second = principal;
  } else {
    byId_.emplace(principal.id, principal);
    if (principal.type == PrincipalType::Domain) wholeDomain_.push_back(principal.id);
  }
  byUri_[principal.uri] = principal.id;
}

void Directory::link(const GroupMembership& membership) {
  if (memberships_.insert(membership).second) parents_[membership.member].push_back(membership.group);
}

void Directory::unlink(const GroupMembership& membership) {
  if (memberships_.erase(membership) != 0) std::erase(parents_[membership.member], membership.group);
}

bool Directory::isOfDomain(const Principal& principal) const {
  return principal.isUser() && principal.uri.endsWith(domainSuffix_);
}

std::vector<PrincipalId> Directory::closure(const Principal& principal) const {
  std::vector<PrincipalId> open{principal.id};
  if (isOfDomain(principal)) open.insert(open.end(), wholeDomain_.begin(), wholeDomain_.end());
  std::vector<PrincipalId> seen;
  while (!open.empty()) {
    const PrincipalId next = open.back();
    open.pop_back();
    const auto place = std::lower_bound(seen.begin(), seen.end(), next);
    if (place != seen.end() && *place == next) continue;
    seen.insert(place, next);
    if (const auto found = parents_.find(next); found != parents_.end()) {
      open.insert(open.end(), found->second.begin(), found->second.end());
    }
  }
  return seen;
}

std::set<PrincipalId> Directory::withDescendants(const std::set<PrincipalId>& tops) const {
  std::set<PrincipalId> seen;
  std::vector<PrincipalId> open(tops.begin(), tops.end());
  while (!open.empty()) {
    const PrincipalId next = open.back();
    open.pop_back();
    if (!seen.insert(next).second) continue;
    const auto first = memberships_.lower_bound({next, std::numeric_limits<PrincipalId>::min()});
    for (auto it = first; it != memberships_.end() && it->group == next; ++it) open.push_back(it->member);
    const bool domain = std::find(wholeDomain_.begin(), wholeDomain_.end(), next) != wholeDomain_.end();
    if (!domain) continue;
    for (const auto& [id, principal] : byId_) {
      if (isOfDomain(principal)) open.push_back(id);
    }
  }
  return seen;
}

std::vector<PrincipalId> Directory::apply(const std::vector<Principal>& principals,
                                          const std::vector<GroupMembership>& added,
                                          const std::vector<GroupMembership>& removed) {
  std::set<PrincipalId> touched;
  for (const Principal& principal : principals) {
    put(principal);
    touched.insert(principal.id);
  }
  for (const GroupMembership& membership : removed) {
    unlink(membership);
    touched.insert(membership.member);
  }
  for (const GroupMembership& membership : added) {
    link(membership);
    touched.insert(membership.member);
  }
  if (touched.empty()) return {};
  ++revision_;
  const std::set<PrincipalId> affected = withDescendants(touched);
  for (const PrincipalId id : affected) {
    if (const Principal* principal = find(id)) affiliations_[id] = closure(*principal);
  }
  return {affected.begin(), affected.end()};
}

const Principal* Directory::find(PrincipalId id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &found->second;
}

const Principal* Directory::find(const QByteArray& uri) const {
  const auto found = byUri_.find(uri);
  return found == byUri_.end() ? nullptr : find(found->second);
}

std::vector<const Principal*> Directory::all() const {
  std::vector<const Principal*> everybody;
  everybody.reserve(byId_.size());
  for (const auto& [id, principal] : byId_) everybody.push_back(&principal);
  std::sort(everybody.begin(), everybody.end(), [](const Principal* a, const Principal* b) { return a->id < b->id; });
  return everybody;
}

std::vector<PrincipalId> Directory::groupsOf(PrincipalId id) const {
  const auto found = parents_.find(id);
  return found == parents_.end() ? std::vector<PrincipalId>{} : found->second;
}

const std::vector<PrincipalId>& Directory::affiliations(PrincipalId id) const {
  static const std::vector<PrincipalId> none;
  const auto found = affiliations_.find(id);
  return found == affiliations_.end() ? none : found->second;
}

bool Directory::isIn(PrincipalId id, const std::vector<PrincipalId>& list) const {
  return intersects(affiliations(id), list);
}

std::vector<PrincipalId> Directory::usersIn(const std::vector<PrincipalId>& list) const {
  std::vector<PrincipalId> users;
  for (const PrincipalId id : withDescendants({list.begin(), list.end()})) {
    const Principal* principal = find(id);
    if (principal && principal->isUser()) users.push_back(id);
  }
  return users;
}

bool Directory::intersects(const std::vector<PrincipalId>& a, const std::vector<PrincipalId>& b) {
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  return std::any_of(shorter.begin(), shorter.end(),
                     [&](PrincipalId id) { return std::binary_search(longer.begin(), longer.end(), id); });
}

}  // namespace Parlour::Server
