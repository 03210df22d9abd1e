// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/CategoryAdminHandler.h"

#include "server-sim/channel/ChangeReply.h"
#include "server-sim/channel/RoomBlocks.h"
#include "server-sim/channel/changes/CategoryPlans.h"

namespace Parlour::Server {
namespace {

std::optional<CategoryList> categoryList(Xccos::RoleType type) {
  switch (type) {
    case Xccos::RoleType::Allowed:
      return CategoryList::Allowed;
    case Xccos::RoleType::Denied:
      return CategoryList::Denied;
    case Xccos::RoleType::Creator:
      return CategoryList::Creators;
    case Xccos::RoleType::Member:
    case Xccos::RoleType::Manager:
    case Xccos::RoleType::Presenter:
      break;
  }
  return std::nullopt;
}

// Nothing when one of the lists is none of a category.
std::optional<std::vector<CategoryListEdit>> categoryEdits(const std::vector<Xccos::RoleList>& lists) {
  std::vector<CategoryListEdit> edits;
  for (const Xccos::RoleList& list : lists) {
    const auto kind = categoryList(list.type);
    if (!kind) return std::nullopt;
    CategoryListEdit edit{*kind, list.op.value_or(Xccos::RoleOp::Set), {}};
    for (const Xccos::UserInfo& user : list.users) edit.principals.push_back(user.uri);
    edits.push_back(std::move(edit));
  }
  return edits;
}

Refusal noCategoryList() {
  return Refusal{Xccos::ResponseCode::InvalidArgument,
                 QStringLiteral("A category has lists of those allowed, those denied and creators only.")};
}

// A category has nothing to inherit its invitations from.
std::optional<bool> invitationsOf(const Xccos::NodeInfo& node) {
  return node.invite ? std::optional<bool>(*node.invite != Xccos::InviteSetting::Off) : std::nullopt;
}

CategoryDraft categoryDraft(const Xccos::NodeInfo& node, const std::vector<CategoryListEdit>& lists) {
  CategoryDraft draft;
  draft.name = node.name.value_or(QString());
  draft.description = node.description.value_or(QString());
  draft.invitations = invitationsOf(node).value_or(draft.invitations);
  draft.files = node.filePost.value_or(draft.files);
  draft.history = node.logged.value_or(draft.history);
  for (const CategoryListEdit& edit : lists) {
    if (edit.list == CategoryList::Allowed) draft.allowed = edit.principals;
    if (edit.list == CategoryList::Denied) draft.denied = edit.principals;
    if (edit.list == CategoryList::Creators) draft.creators = edit.principals;
  }
  return draft;
}

CategoryEdit categoryEdit(const Xccos::NodeInfo& node, std::vector<CategoryListEdit> lists) {
  CategoryEdit edit;
  edit.category = node.uri;
  edit.name = node.name;
  edit.description = node.description;
  edit.invitations = invitationsOf(node);
  edit.files = node.filePost;
  edit.history = node.logged;
  edit.lists = std::move(lists);
  return edit;
}

}  // namespace

Xccos::NodeInfo CategoryAdminHandler::block(const CategoryUri& uri) const {
  const Category* category = context_.state.category(uri);
  if (category) return RoomBlocks::category(context_.state, *category);
  Xccos::NodeInfo node;
  node.uri = uri;
  return node;
}

void CategoryAdminHandler::create(const Session& session, const Xccos::CreateNode& command, Xccos::CommandRef ref) {
  const auto plan = [this, node = command.node](const ChannelState& state, const Actor& actor) -> Plan {
    const auto lists = categoryEdits(node.roles);
    if (!lists) return noCategoryList();
    return createCategory(state, actor, categoryDraft(node, *lists), context_.clock.now());
  };
  const auto fill = [this](Xccos::CreateNodeReply& reply, const Outcome& outcome) {
    reply.node = block(outcome.set.categories.front().uri);
  };
  changeAndReply<Xccos::CreateNodeReply>(context_, changes_, session, ref, plan, fill);
}

void CategoryAdminHandler::modify(const Session& session, const Xccos::ModifyNode& command, Xccos::CommandRef ref) {
  const auto plan = [this, node = command.node](const ChannelState& state, const Actor& actor) -> Plan {
    auto lists = categoryEdits(node.roles);
    if (!lists) return noCategoryList();
    return modifyCategory(state, actor, categoryEdit(node, std::move(*lists)), context_.clock.now());
  };
  const auto fill = [this, uri = command.node.uri](Xccos::ModifyNodeReply& reply, const Outcome&) {
    reply.node = block(uri);
  };
  changeAndReply<Xccos::ModifyNodeReply>(context_, changes_, session, ref, plan, fill);
}

void CategoryAdminHandler::remove(const Session& session, const Xccos::DeleteNode& command, Xccos::CommandRef ref) {
  const auto plan = [this, uri = command.node](const ChannelState& state, const Actor& actor) {
    return removeCategory(state, actor, uri, context_.clock.now());
  };
  const auto fill = [uri = command.node](Xccos::DeleteNodeReply& reply, const Outcome&) { reply.node = uri; };
  changeAndReply<Xccos::DeleteNodeReply>(context_, changes_, session, ref, plan, fill);
}

void CategoryAdminHandler::setRoles(const Session& session, const Xccos::SetRoles& command, Xccos::CommandRef ref) {
  const auto* uri = std::get_if<CategoryUri>(&command.node);
  const auto plan = [this, category = uri ? *uri : CategoryUri(), lists = command.roles](const ChannelState& state,
                                                                                         const Actor& actor) -> Plan {
    auto edits = categoryEdits(lists);
    if (!edits) return noCategoryList();
    CategoryEdit edit;
    edit.category = category;
    edit.lists = std::move(*edits);
    return modifyCategory(state, actor, edit, context_.clock.now());
  };
  const auto fill = [node = command.node](Xccos::SetRolesReply& reply, const Outcome&) { reply.node = node; };
  changeAndReply<Xccos::SetRolesReply>(context_, changes_, session, ref, plan, fill);
}

}  // namespace Parlour::Server
