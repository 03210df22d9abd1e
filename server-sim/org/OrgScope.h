// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server-sim/org/OrgIndex.h"

namespace Parlour::Server {

using OrgRefs = std::vector<OrgRef>;
using OrgUserSet = std::vector<bool>;  // by position of the user

// Answers who is meant by groups, category scopes and room lists of an organisation under
// construction. Filled once after users, groups and categories are known; answers are kept.
class OrgScope {
 public:
  explicit OrgScope(int userCount) : userCount_(userCount) {}

  // `members` by group. Returns the positions of the groups that contain themselves.
  std::vector<int> setGroups(std::vector<OrgRefs> members);
  void addCategory(const OrgRefs& allowed, const OrgRefs& denied);

  OrgUserSet users(const OrgRefs& refs) const;
  // Whether the user is in the list, directly, through a group or as everyone.
  bool includes(const OrgRefs& refs, int user) const;
  // Whether all users meant by `ref` may be in lists of the category.
  bool inScope(int category, OrgRef ref) const;
  // Whether all users meant by `ref` are in the set.
  bool contains(const OrgUserSet& set, OrgRef ref) const;

 private:
  struct Category {
    OrgUserSet users;
    std::vector<bool> groups;
    bool everyone = false;
  };
  void flatten(int group, std::vector<int>& state, std::vector<int>& cyclic);
  void mark(OrgUserSet& set, OrgRef ref, bool present) const;

  int userCount_;
  std::vector<OrgRefs> groupMembers_;
  std::vector<std::vector<int>> groupUsers_;
  std::vector<Category> categories_;
};

}  // namespace Parlour::Server
