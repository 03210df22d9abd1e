// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server-sim/channel/changes/RoomPlans.h"

// Creating, changing and removing categories (product.md 1.1, 1.4; xccos 7.16); for administrators. Denied beats
// allowed. Creators must be in scope. When the scope shrinks, the lists of the category's rooms and its creators lose
// the principals that it no longer allows. Pure functions of the state; loop thread.
namespace Parlour::Server {

struct CategoryDraft {
  QString name;
  QString description;
  bool invitations = true;
  bool files = false;
  bool history = true;
  std::vector<QByteArray> allowed;
  std::vector<QByteArray> denied;
  std::vector<QByteArray> creators;
};

enum class CategoryList { Allowed, Denied, Creators };

struct CategoryListEdit {
  CategoryList list = CategoryList::Allowed;
  Xccos::RoleOp op = Xccos::RoleOp::Set;
  std::vector<QByteArray> principals;  // addresses
};

// What is absent stays.
struct CategoryEdit {
  CategoryUri category;
  std::optional<QString> name;
  std::optional<QString> description;
  std::optional<bool> invitations;
  std::optional<bool> files;
  std::optional<bool> history;
  std::vector<CategoryListEdit> lists;
};

Plan createCategory(const ChannelState& state, const Actor& actor, const CategoryDraft& draft, Timestamp now);
Plan modifyCategory(const ChannelState& state, const Actor& actor, const CategoryEdit& edit, Timestamp now);
// Refused with HierarchyViolation while rooms remain.
Plan removeCategory(const ChannelState& state, const Actor& actor, const CategoryUri& category, Timestamp now);

// What each room of the category would lose by the edit; rooms that lose nothing are left out, and an edit that would
// be refused loses nothing. `present` tells who is in a room now.
struct ScopeLoss {
  RoomId room = 0;
  MovePreview lost;
};
std::vector<ScopeLoss> previewScope(const ChannelState& state, const CategoryEdit& edit,
                                    const std::function<std::vector<PrincipalId>(RoomId)>& present);

}  // namespace Parlour::Server
