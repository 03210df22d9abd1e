// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "server-sim/channel/changes/CategoryPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

struct ListOption {
  const char* option;
  CategoryList list;
  Xccos::RoleOp op;
};
constexpr std::array kListOptions{
    ListOption{"allowed", CategoryList::Allowed, Xccos::RoleOp::Set},
    ListOption{"add-allowed", CategoryList::Allowed, Xccos::RoleOp::Add},
    ListOption{"remove-allowed", CategoryList::Allowed, Xccos::RoleOp::Remove},
    ListOption{"denied", CategoryList::Denied, Xccos::RoleOp::Set},
    ListOption{"add-denied", CategoryList::Denied, Xccos::RoleOp::Add},
    ListOption{"remove-denied", CategoryList::Denied, Xccos::RoleOp::Remove},
    ListOption{"creator", CategoryList::Creators, Xccos::RoleOp::Set},
    ListOption{"add-creator", CategoryList::Creators, Xccos::RoleOp::Add},
    ListOption{"remove-creator", CategoryList::Creators, Xccos::RoleOp::Remove},
};

Result<std::vector<CategoryListEdit>> listEdits(const ChannelState& state, const AdminArguments& arguments) {
  std::vector<CategoryListEdit> edits;
  for (const ListOption& option : kListOptions) {
    if (!arguments.has(option.option)) continue;
    auto addresses = AdminLookup::addresses(state, arguments.list(option.option));
    if (!addresses) return addresses.error();
    edits.push_back({option.list, option.op, std::move(*addresses)});
  }
  return edits;
}

// "inherit" is of rooms only.
Result<std::optional<bool>> invitationSwitch(const AdminArguments& arguments) {
  if (!arguments.has("invitations")) return std::optional<bool>();
  const auto given = arguments.onOff("invitations");
  if (!given) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("A category has invitations \"on\" or \"off\"; rooms inherit."));
  }
  return given;
}

std::vector<QByteArray> listIn(const std::vector<CategoryListEdit>& edits, CategoryList list) {
  const auto found = std::find_if(edits.begin(), edits.end(), [&](const auto& edit) { return edit.list == list; });
  return found == edits.end() ? std::vector<QByteArray>{} : found->principals;
}

void addCategory(const AdminContext& context, const AdminCall& call) {
  const auto lists = listEdits(context.state(), call.arguments);
  if (!lists) return call.fail(lists.error());
  const auto invitations = invitationSwitch(call.arguments);
  if (!invitations) return call.fail(invitations.error());
  CategoryDraft draft;
  draft.name = call.arguments.text("name");
  draft.description = call.arguments.text("description");
  draft.invitations = invitations->value_or(draft.invitations);
  draft.files = call.arguments.onOff("files").value_or(draft.files);
  draft.history = call.arguments.onOff("history").value_or(draft.history);
  draft.allowed = listIn(*lists, CategoryList::Allowed);
  draft.denied = listIn(*lists, CategoryList::Denied);
  draft.creators = listIn(*lists, CategoryList::Creators);
  context.change(call, [draft, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return createCategory(state, actor, draft, now);
  });
}

void listCategories(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  std::vector<const Category*> sorted;
  for (const Category& category : state.categories()) {
    if (category.uri != state.rootCategory()) sorted.push_back(&category);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Category* a, const Category* b) { return a->name.compare(b->name, Qt::CaseInsensitive) < 0; });
  QJsonArray lines;
  for (const Category* category : sorted) lines.append(AdminJson::line(state, *category));
  call.succeed(lines);
}

void showCategory(const AdminContext& context, const AdminCall& call) {
  const auto category = AdminLookup::category(context.state(), call.arguments.text("category"));
  if (!category) return call.fail(category.error());
  call.succeed(AdminJson::whole(context.state(), **category));
}

QJsonArray scopeLosses(const ChannelService& service, const ChannelState& state, const CategoryEdit& edit) {
  const auto present = [&service](RoomId room) { return service.present(room); };
  QJsonArray losses;
  for (const ScopeLoss& loss : previewScope(state, edit, present)) {
    if (const Room* room = state.rooms().find(loss.room)) losses.append(ChangeWords::loss(state, *room, loss.lost));
  }
  return losses;
}

void setCategory(const AdminContext& context, const AdminCall& call) {
  const auto category = AdminLookup::category(context.state(), call.arguments.text("category"));
  if (!category) return call.fail(category.error());
  auto lists = listEdits(context.state(), call.arguments);
  if (!lists) return call.fail(lists.error());
  const auto invitations = invitationSwitch(call.arguments);
  if (!invitations) return call.fail(invitations.error());
  CategoryEdit edit;
  edit.category = (*category)->uri;
  edit.name = call.arguments.optionalText("name");
  edit.description = call.arguments.optionalText("description");
  edit.invitations = *invitations;
  edit.files = call.arguments.onOff("files");
  edit.history = call.arguments.onOff("history");
  edit.lists = std::move(*lists);
  context.change(
      call,
      [edit, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
        return modifyCategory(state, actor, edit, now);
      },
      [edit, &service = context.service](const ChannelState& state) { return scopeLosses(service, state, edit); });
}

void removeCategoryVerb(const AdminContext& context, const AdminCall& call) {
  const auto category = AdminLookup::category(context.state(), call.arguments.text("category"));
  if (!category) return call.fail(category.error());
  context.change(call, [uri = (*category)->uri, actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return removeCategory(state, actor, uri, now); });
}

constexpr std::array kCategoryVerbs{VerbRow{"category add", addCategory}, VerbRow{"category list", listCategories},
                                    VerbRow{"category show", showCategory}, VerbRow{"category set", setCategory},
                                    VerbRow{"category rm", removeCategoryVerb}};

}  // namespace

Run categoryVerb(const QString& name) { return runOf(kCategoryVerbs, name); }

}  // namespace Parlour::Server::Verbs
