// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgScope.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

enum Visit { kNew, kOpen, kDone };

}  // namespace

std::vector<int> OrgScope::setGroups(std::vector<OrgRefs> members) {
  groupMembers_ = std::move(members);
  groupUsers_.assign(groupMembers_.size(), {});
  std::vector<int> state(groupMembers_.size(), kNew);
  std::vector<int> cyclic;
  for (size_t group = 0; group < groupMembers_.size(); ++group) flatten(static_cast<int>(group), state, cyclic);
  return cyclic;
}

// Depth first with a stack of its own: the nesting comes from a file and may be deep.
void OrgScope::flatten(int root, std::vector<int>& state, std::vector<int>& cyclic) {
  if (state[static_cast<size_t>(root)] != kNew) return;
  std::vector<std::pair<int, size_t>> path{{root, 0}};
  state[static_cast<size_t>(root)] = kOpen;
  while (!path.empty()) {
    const auto group = static_cast<size_t>(path.back().first);
    if (path.back().second == groupMembers_[group].size()) {
      auto& found = groupUsers_[group];
      std::sort(found.begin(), found.end());
      found.erase(std::unique(found.begin(), found.end()), found.end());
      state[group] = kDone;
      path.pop_back();
      if (!path.empty()) {
        auto& outer = groupUsers_[static_cast<size_t>(path.back().first)];
        outer.insert(outer.end(), found.begin(), found.end());
      }
      continue;
    }
    const OrgRef member = groupMembers_[group][path.back().second++];
    if (member.kind == OrgPrincipal::Kind::User) {
      groupUsers_[group].push_back(member.index);
      continue;
    }
    const auto inner = static_cast<size_t>(member.index);
    if (state[inner] == kOpen) cyclic.push_back(static_cast<int>(group));
    if (state[inner] == kDone)
      groupUsers_[group].insert(groupUsers_[group].end(), groupUsers_[inner].begin(), groupUsers_[inner].end());
    if (state[inner] == kNew) {
      state[inner] = kOpen;
      path.emplace_back(member.index, 0);
    }
  }
}

void OrgScope::mark(OrgUserSet& set, OrgRef ref, bool present) const {
  switch (ref.kind) {
    case OrgPrincipal::Kind::User:
      set[static_cast<size_t>(ref.index)] = present;
      return;
    case OrgPrincipal::Kind::Group:
      for (const int user : groupUsers_[static_cast<size_t>(ref.index)]) set[static_cast<size_t>(user)] = present;
      return;
    case OrgPrincipal::Kind::Everyone:
      std::fill(set.begin(), set.end(), present);
      return;
  }
}

OrgUserSet OrgScope::users(const OrgRefs& refs) const {
  OrgUserSet set(static_cast<size_t>(userCount_), false);
  for (const OrgRef ref : refs) mark(set, ref, true);
  return set;
}

bool OrgScope::includes(const OrgRefs& refs, int user) const {
  return std::any_of(refs.begin(), refs.end(), [&](OrgRef ref) {
    if (ref.kind == OrgPrincipal::Kind::Everyone) return true;
    if (ref.kind == OrgPrincipal::Kind::User) return ref.index == user;
    const auto& inside = groupUsers_[static_cast<size_t>(ref.index)];
    return std::binary_search(inside.begin(), inside.end(), user);
  });
}

bool OrgScope::contains(const OrgUserSet& set, OrgRef ref) const {
  const auto has = [&](int user) { return set[static_cast<size_t>(user)]; };
  switch (ref.kind) {
    case OrgPrincipal::Kind::User:
      return has(ref.index);
    case OrgPrincipal::Kind::Group: {
      const auto& inside = groupUsers_[static_cast<size_t>(ref.index)];
      return std::all_of(inside.begin(), inside.end(), has);
    }
    case OrgPrincipal::Kind::Everyone:
      return std::all_of(set.begin(), set.end(), [](bool in) { return in; });
  }
  return false;
}

void OrgScope::addCategory(const OrgRefs& allowed, const OrgRefs& denied) {
  Category category;
  category.users = users(allowed);
  for (const OrgRef ref : denied) mark(category.users, ref, false);
  for (size_t group = 0; group < groupUsers_.size(); ++group)
    category.groups.push_back(contains(category.users, {OrgPrincipal::Kind::Group, static_cast<int>(group)}));
  category.everyone = contains(category.users, {OrgPrincipal::Kind::Everyone, -1});
  categories_.push_back(std::move(category));
}

bool OrgScope::inScope(int category, OrgRef ref) const {
  const Category& scope = categories_[static_cast<size_t>(category)];
  switch (ref.kind) {
    case OrgPrincipal::Kind::User:
      return scope.users[static_cast<size_t>(ref.index)];
    case OrgPrincipal::Kind::Group:
      return scope.groups[static_cast<size_t>(ref.index)];
    case OrgPrincipal::Kind::Everyone:
      return scope.everyone;
  }
  return false;
}

}  // namespace Parlour::Server
