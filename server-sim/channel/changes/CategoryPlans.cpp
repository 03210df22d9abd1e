// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/CategoryPlans.h"

#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/changes/Planning.h"
#include "server-sim/channel/changes/RoomLists.h"

namespace Parlour::Server {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;

std::vector<PrincipalId>& listOf(Category& category, CategoryList list) {
  switch (list) {
    case CategoryList::Denied:
      return category.denied;
    case CategoryList::Creators:
      return category.creators;
    case CategoryList::Allowed:
      break;
  }
  return category.allowed;
}

Checked setTexts(const ChannelState& state, Category& category, const CategoryEdit& edit) {
  if (edit.name) {
    category.name = *edit.name;
    if (auto refused = Planning::checkName(state, category.name, 0, category.id)) return refused;
  }
  if (!edit.description) return std::nullopt;
  category.description = *edit.description;
  return Planning::checkText(category.description, kMaxNodeDescription, QStringLiteral("description"));
}

// Creators that were there before and fall out of scope are dropped; new ones must be in scope.
Checked setLists(const ChannelState& state, Category& category, const std::vector<CategoryListEdit>& edits) {
  const std::vector<PrincipalId> creatorsBefore = category.creators;
  for (const CategoryListEdit& edit : edits) {
    std::vector<PrincipalId>& list = listOf(category, edit.list);
    auto result = Planning::edited(state, list, edit.op, edit.principals);
    if (const auto* refused = std::get_if<Refusal>(&result)) return *refused;
    list = std::move(std::get<std::vector<PrincipalId>>(result));
  }
  const auto added = Lists::lost(category.creators, creatorsBefore);
  if (auto refused = Planning::checkScope(state, category, added)) return refused;
  if (edits.empty()) return std::nullopt;
  std::erase_if(category.creators, [&](PrincipalId creator) { return !state.inScope(creator, category); });
  return std::nullopt;
}

Checked applyEdit(const ChannelState& state, Category& category, const CategoryEdit& edit) {
  if (auto refused = setTexts(state, category, edit)) return refused;
  category.invitations = edit.invitations.value_or(category.invitations);
  category.files = edit.files.value_or(category.files);
  category.history = edit.history.value_or(category.history);
  return setLists(state, category, edit.lists);
}

bool isSame(const Category& a, const Category& b) {
  return a.name == b.name && a.description == b.description && a.invitations == b.invitations && a.files == b.files &&
         a.history == b.history && a.allowed == b.allowed && a.denied == b.denied && a.creators == b.creators;
}

bool hasSameLists(const Room& a, const Room& b) {
  return a.members == b.members && a.managers == b.managers && a.presenters == b.presenters;
}

// The rooms of the category that the new scope takes entries from.
void shrinkRooms(const ChannelState& state, const Actor& actor, const Category& category, Timestamp now,
                 ChangeSet& set) {
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    if (indexed->room.category != category.id) continue;
    Room room = indexed->room;
    RoomLists::dropForbidden(state, category, room);
    RoomLists::dropImpossible(state, room);
    if (hasSameLists(room, indexed->room)) continue;
    Planning::stamp(room.audit, actor, now);
    set.audit.push_back(Planning::entry(actor, now, "room.roles", room.uri.bytes(),
                                        Planning::describe(state, indexed->room), Planning::describe(state, room)));
    set.rooms.push_back(std::move(room));
  }
}

std::variant<const Category*, Refusal> changeable(const ChannelState& state, const Actor& actor, const CategoryUri& uri,
                                                  const QString& deed) {
  if (uri == state.rootCategory() && !uri.isEmpty()) {
    return refusal(Code::HierarchyViolation, QStringLiteral("The root category cannot be changed."));
  }
  auto known = Planning::knownCategory(state, actor, uri);
  if (std::holds_alternative<Refusal>(known)) return known;
  if (auto refused = Planning::administratorsOnly(actor, deed)) return *refused;
  return known;
}

}  // namespace

Plan createCategory(const ChannelState& state, const Actor& actor, const CategoryDraft& draft, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("create categories"))) return *refused;
  Category category;
  category.uri = *CategoryUri::fromParts(state.domain(), Planning::newGuid());
  CategoryEdit edit;
  edit.name = draft.name;
  edit.description = draft.description;
  edit.invitations = draft.invitations;
  edit.files = draft.files;
  edit.history = draft.history;
  edit.lists = {{CategoryList::Allowed, Xccos::RoleOp::Set, draft.allowed},
                {CategoryList::Denied, Xccos::RoleOp::Set, draft.denied},
                {CategoryList::Creators, Xccos::RoleOp::Set, draft.creators}};
  if (auto refused = applyEdit(state, category, edit)) return *refused;
  ChangeSet set;
  set.audit.push_back(
      Planning::entry(actor, now, "category.create", category.uri.bytes(), {}, Planning::describe(state, category)));
  set.categories.push_back(std::move(category));
  return set;
}

Plan modifyCategory(const ChannelState& state, const Actor& actor, const CategoryEdit& edit, Timestamp now) {
  const auto known = changeable(state, actor, edit.category, QStringLiteral("change categories"));
  if (const auto* refused = std::get_if<Refusal>(&known)) return *refused;
  const Category& before = *std::get<const Category*>(known);
  Category category = before;
  if (auto refused = applyEdit(state, category, edit)) return *refused;
  if (isSame(before, category)) return ChangeSet{};
  ChangeSet set;
  set.audit.push_back(Planning::entry(actor, now, "category.set", category.uri.bytes(),
                                      Planning::describe(state, before), Planning::describe(state, category)));
  if (before.allowed != category.allowed || before.denied != category.denied) {
    shrinkRooms(state, actor, category, now, set);
  }
  set.categories.push_back(std::move(category));
  return set;
}

Plan removeCategory(const ChannelState& state, const Actor& actor, const CategoryUri& uri, Timestamp now) {
  const auto known = changeable(state, actor, uri, QStringLiteral("delete categories"));
  if (const auto* refused = std::get_if<Refusal>(&known)) return *refused;
  const Category& category = *std::get<const Category*>(known);
  const auto& rooms = state.rooms().byName();
  const auto count = std::count_if(rooms.begin(), rooms.end(),
                                   [&](const IndexedRoom* indexed) { return indexed->room.category == category.id; });
  if (count > 0) {
    return refusal(Code::HierarchyViolation,
                   QStringLiteral("The category %1 still holds rooms (%2). Delete or move them first.")
                       .arg(quoted(category.name))
                       .arg(count));
  }
  ChangeSet set;
  set.removedCategories.push_back(category.id);
  set.audit.push_back(
      Planning::entry(actor, now, "category.remove", uri.bytes(), Planning::describe(state, category), {}));
  return set;
}

std::vector<ScopeLoss> previewScope(const ChannelState& state, const CategoryEdit& edit,
                                    const std::function<std::vector<PrincipalId>(RoomId)>& present) {
  const Category* known = state.category(edit.category);
  if (!known) return {};
  Category category = *known;
  if (applyEdit(state, category, edit)) return {};
  std::vector<ScopeLoss> losses;
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    if (indexed->room.category != category.id) continue;
    ScopeLoss loss{indexed->room.id, previewMove(state, indexed->room, category, present(indexed->room.id))};
    if (!loss.lost.isEmpty()) losses.push_back(std::move(loss));
  }
  return losses;
}

}  // namespace Parlour::Server
