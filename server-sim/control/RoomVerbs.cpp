// SPDX-License-Identifier: Apache-2.0
// What changes rooms.
#include <array>

#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/MessagePlans.h"
#include "server-sim/channel/changes/RoomPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

constexpr char kNoneWord[] = "none";

Result<std::optional<QByteArray>> addInGiven(const ChannelState& state, const AdminArguments& arguments) {
  if (!arguments.has("addin")) return std::optional<QByteArray>();
  const QString text = arguments.text("addin");
  if (text == QLatin1String(kNoneWord) || text.isEmpty()) return std::optional<QByteArray>(QByteArray());
  const auto addIn = AdminLookup::addIn(state, text);
  if (!addIn) return addIn.error();
  return std::optional<QByteArray>((*addIn)->guid);
}

std::optional<Xccos::InviteSetting> invitationsGiven(const AdminArguments& arguments) {
  if (!arguments.has("invitations")) return std::nullopt;
  const auto given = arguments.onOff("invitations");
  if (!given) return Xccos::InviteSetting::Inherit;
  return *given ? Xccos::InviteSetting::On : Xccos::InviteSetting::Off;
}

Result<std::vector<RoleEdit>> rolesGiven(const ChannelState& state, const AdminArguments& arguments) {
  constexpr std::array<std::pair<const char*, Role>, 3> options{
      {{"member", Role::Member}, {"manager", Role::Manager}, {"presenter", Role::Presenter}}};
  std::vector<RoleEdit> edits;
  for (const auto& [option, role] : options) {
    if (!arguments.has(option)) continue;
    auto addresses = AdminLookup::addresses(state, arguments.list(option));
    if (!addresses) return addresses.error();
    edits.push_back({role, Xccos::RoleOp::Set, std::move(*addresses)});
  }
  return edits;
}

void addRoom(const AdminContext& context, const AdminCall& call) {
  const auto category = AdminLookup::category(context.state(), call.arguments.text("category"));
  if (!category) return call.fail(category.error());
  auto roles = rolesGiven(context.state(), call.arguments);
  if (!roles) return call.fail(roles.error());
  const auto addIn = addInGiven(context.state(), call.arguments);
  if (!addIn) return call.fail(addIn.error());
  RoomDraft draft;
  draft.name = call.arguments.text("name");
  draft.category = (*category)->uri;
  draft.description = call.arguments.text("description");
  draft.topic = call.arguments.text("topic");
  draft.privacy = TypeWords::privacyOf(call.arguments.text("privacy")).value_or(draft.privacy);
  draft.type = TypeWords::typeOf(call.arguments.text("type")).value_or(draft.type);
  draft.invitations = invitationsGiven(call.arguments).value_or(draft.invitations);
  draft.addIn = addIn->value_or(QByteArray());
  draft.disabled = call.arguments.onOff("disabled").value_or(draft.disabled);
  draft.roles = std::move(*roles);
  context.change(call, [draft, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return createRoom(state, actor, draft, now);
  });
}

void modify(const AdminContext& context, const AdminCall& call, const RoomEdit& edit,
            AdminContext::Losses losses = {}) {
  context.change(
      call,
      [edit, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
        return modifyRoom(state, actor, edit, now);
      },
      std::move(losses));
}

void setRoom(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  const auto addIn = addInGiven(context.state(), call.arguments);
  if (!addIn) return call.fail(addIn.error());
  RoomEdit edit;
  edit.room = (*room)->uri;
  edit.name = call.arguments.optionalText("name");
  edit.description = call.arguments.optionalText("description");
  edit.topic = call.arguments.optionalText("topic");
  edit.privacy = TypeWords::privacyOf(call.arguments.text("privacy"));
  edit.type = TypeWords::typeOf(call.arguments.text("type"));
  edit.invitations = invitationsGiven(call.arguments);
  edit.addIn = *addIn;
  modify(context, call, edit);
}

QJsonArray moveLosses(const ChannelService& service, const ChannelState& state, const RoomEdit& edit) {
  const Room* room = state.rooms().find(edit.room);
  const Category* target = state.category(*edit.category);
  if (!room || !target) return {};
  const MovePreview lost = previewMove(state, *room, *target, service.present(room->id));
  return lost.isEmpty() ? QJsonArray() : QJsonArray{ChangeWords::loss(state, *room, lost)};
}

void moveRoom(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  const auto category = AdminLookup::category(context.state(), call.arguments.text("category"));
  if (!category) return call.fail(category.error());
  RoomEdit edit;
  edit.room = (*room)->uri;
  edit.category = (*category)->uri;
  modify(context, call, edit,
         [edit, &service = context.service](const ChannelState& state) { return moveLosses(service, state, edit); });
}

template <Role role, Xccos::RoleOp op>
void editRoles(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  auto addresses = AdminLookup::addresses(context.state(), call.arguments.list("principal"));
  if (!addresses) return call.fail(addresses.error());
  const std::vector<RoleEdit> edits{{role, op, std::move(*addresses)}};
  context.change(call, [uri = (*room)->uri, edits, actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return setRoomRoles(state, actor, uri, edits, {}, now); });
}

template <bool disabled>
void switchRoom(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  RoomEdit edit;
  edit.room = (*room)->uri;
  edit.disabled = disabled;
  modify(context, call, edit);
}

void purge(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  context.change(
      call, [uri = (*room)->uri, until = *call.arguments.time("until"), actor = call.actor, now = context.clock.now()](
                const ChannelState& state) { return purgeRoom(state, actor, uri, until, now); });
}

void removeRoomVerb(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  context.change(call, [uri = (*room)->uri, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return removeRoom(state, actor, uri, now);
  });
}

constexpr std::array kRoomVerbs{
    VerbRow{"room add", addRoom},
    VerbRow{"room set", setRoom},
    VerbRow{"room move", moveRoom},
    VerbRow{"room member add", editRoles<Role::Member, Xccos::RoleOp::Add>},
    VerbRow{"room member rm", editRoles<Role::Member, Xccos::RoleOp::Remove>},
    VerbRow{"room manager add", editRoles<Role::Manager, Xccos::RoleOp::Add>},
    VerbRow{"room manager rm", editRoles<Role::Manager, Xccos::RoleOp::Remove>},
    VerbRow{"room presenter add", editRoles<Role::Presenter, Xccos::RoleOp::Add>},
    VerbRow{"room presenter rm", editRoles<Role::Presenter, Xccos::RoleOp::Remove>},
    VerbRow{"room enable", switchRoom<false>},
    VerbRow{"room disable", switchRoom<true>},
    VerbRow{"room purge", purge},
    VerbRow{"room rm", removeRoomVerb},
};

}  // namespace

Run roomVerb(const QString& name) { return runOf(kRoomVerbs, name); }

}  // namespace Parlour::Server::Verbs
