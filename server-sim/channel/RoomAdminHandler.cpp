// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RoomAdminHandler.h"

#include "server-sim/channel/ChangeReply.h"
#include "server-sim/channel/RoomBlocks.h"
#include "server-sim/channel/changes/MessagePlans.h"
#include "server-sim/channel/changes/RoomPlans.h"

namespace Parlour::Server {
namespace {

std::optional<Role> roomRole(Xccos::RoleType type) {
  switch (type) {
    case Xccos::RoleType::Member:
      return Role::Member;
    case Xccos::RoleType::Manager:
      return Role::Manager;
    case Xccos::RoleType::Presenter:
      return Role::Presenter;
    case Xccos::RoleType::Creator:
    case Xccos::RoleType::Allowed:
    case Xccos::RoleType::Denied:
      break;
  }
  return std::nullopt;
}

// Nothing when one of the lists is none of a room.
std::optional<std::vector<RoleEdit>> roomEdits(const std::vector<Xccos::RoleList>& lists) {
  std::vector<RoleEdit> edits;
  for (const Xccos::RoleList& list : lists) {
    const auto role = roomRole(list.type);
    if (!role) return std::nullopt;
    RoleEdit edit{*role, list.op.value_or(Xccos::RoleOp::Set), {}};
    for (const Xccos::UserInfo& user : list.users) edit.principals.push_back(user.uri);
    edits.push_back(std::move(edit));
  }
  return edits;
}

Refusal noRoomList() {
  return Refusal{Xccos::ResponseCode::InvalidArgument,
                 QStringLiteral("A room has lists of members, managers and presenters only.")};
}

Privacy privacyOf(Xccos::Visibility visibility) {
  switch (visibility) {
    case Xccos::Visibility::Open:
      return Privacy::Open;
    case Xccos::Visibility::Private:
      return Privacy::Secret;
    case Xccos::Visibility::Scoped:
      break;
  }
  return Privacy::Closed;
}

RoomType typeOf(Xccos::Behavior behavior) {
  return behavior == Xccos::Behavior::Auditorium ? RoomType::Auditorium : RoomType::Normal;
}

QByteArray addInOf(const Xccos::AddIn& addIn) { return addIn.id == Xccos::kNoAddIn ? QByteArray() : addIn.id; }

RoomDraft draftOf(const Xccos::ChanInfo& room, std::vector<RoleEdit> roles) {
  RoomDraft draft;
  draft.name = room.name.value_or(QString());
  draft.category = room.parent;
  draft.description = room.description.value_or(QString());
  draft.topic = room.topic.value_or(QString());
  draft.type = typeOf(room.behavior.value_or(Xccos::Behavior::Normal));
  draft.privacy = privacyOf(room.visibility.value_or(Xccos::Visibility::Scoped));
  draft.disabled = room.disabled.value_or(false);
  draft.invitations = room.invite.value_or(Xccos::InviteSetting::Inherit);
  if (room.addIn) draft.addIn = addInOf(*room.addIn);
  draft.roles = std::move(roles);
  return draft;
}

RoomEdit editOf(const Xccos::ChanInfo& room, std::vector<RoleEdit> roles) {
  RoomEdit edit;
  edit.room = room.uri;
  edit.name = room.name;
  if (!room.parent.isEmpty()) edit.category = room.parent;
  edit.description = room.description;
  edit.topic = room.topic;
  if (room.behavior) edit.type = typeOf(*room.behavior);
  if (room.visibility) edit.privacy = privacyOf(*room.visibility);
  edit.disabled = room.disabled;
  edit.invitations = room.invite;
  if (room.addIn) edit.addIn = addInOf(*room.addIn);
  edit.roles = std::move(roles);
  if (room.audit) edit.asOf = room.audit->updatedOn;
  return edit;
}

}  // namespace

Xccos::ChanInfo RoomAdminHandler::blockFor(SessionId id, const RoomUri& uri) const {
  const Session* session = context_.sessions.find(id);
  const Room* room = context_.state.rooms().find(uri);
  const bool seen =
      session && room && AccessPolicy::see(context_.standing(*session, *room), RoomTraits::of(*room)).allowed();
  if (seen) return RoomBlocks::full(context_, *room);
  Xccos::ChanInfo block;
  block.uri = uri;
  return block;
}

void RoomAdminHandler::create(const Session& session, const Xccos::CreateChannel& command, Xccos::CommandRef ref) {
  const auto plan = [this, room = command.room](const ChannelState& state, const Actor& actor) -> Plan {
    auto roles = roomEdits(room.roles);
    if (!roles) return noRoomList();
    return createRoom(state, actor, draftOf(room, std::move(*roles)), context_.clock.now());
  };
  const auto fill = [this, id = session.id](Xccos::CreateChannelReply& reply, const Outcome& outcome) {
    reply.room = blockFor(id, outcome.set.rooms.front().uri);
  };
  changeAndReply<Xccos::CreateChannelReply>(context_, changes_, session, ref, plan, fill);
}

void RoomAdminHandler::modify(const Session& session, const Xccos::ModifyChannel& command, Xccos::CommandRef ref) {
  const auto plan = [this, room = command.room](const ChannelState& state, const Actor& actor) -> Plan {
    auto roles = roomEdits(room.roles);
    if (!roles) return noRoomList();
    return modifyRoom(state, actor, editOf(room, std::move(*roles)), context_.clock.now());
  };
  const auto fill = [this, id = session.id, uri = command.room.uri](Xccos::ModifyChannelReply& reply, const Outcome&) {
    reply.room = blockFor(id, uri);
  };
  changeAndReply<Xccos::ModifyChannelReply>(context_, changes_, session, ref, plan, fill);
}

void RoomAdminHandler::remove(const Session& session, const Xccos::DeleteChannel& command, Xccos::CommandRef ref) {
  const auto plan = [this, uri = command.room](const ChannelState& state, const Actor& actor) {
    return removeRoom(state, actor, uri, context_.clock.now());
  };
  const auto fill = [uri = command.room](Xccos::DeleteChannelReply& reply, const Outcome&) { reply.room = uri; };
  changeAndReply<Xccos::DeleteChannelReply>(context_, changes_, session, ref, plan, fill);
}

void RoomAdminHandler::setRoles(const Session& session, const Xccos::SetRoles& command, Xccos::CommandRef ref) {
  const auto* uri = std::get_if<RoomUri>(&command.node);
  const auto plan = [this, room = uri ? *uri : RoomUri(), lists = command.roles](const ChannelState& state,
                                                                                 const Actor& actor) -> Plan {
    const auto roles = roomEdits(lists);
    if (!roles) return noRoomList();
    return setRoomRoles(state, actor, room, *roles, std::nullopt, context_.clock.now());
  };
  const auto fill = [node = command.node](Xccos::SetRolesReply& reply, const Outcome&) { reply.node = node; };
  changeAndReply<Xccos::SetRolesReply>(context_, changes_, session, ref, plan, fill);
}

void RoomAdminHandler::deleteMessages(const Session& session, const Xccos::DeleteMessages& command,
                                      Xccos::CommandRef ref) {
  const auto plan = [this, what = command.messages](const ChannelState& state, const Actor& actor) {
    return removeMessages(state, actor, what.room, what.chatIds, what.replacement, context_.clock.now());
  };
  const auto fill = [what = command.messages](Xccos::DeleteMessagesReply& reply, const Outcome&) {
    reply.messages = Xccos::DeletedMessages{what.room, what.chatIds, std::nullopt};
  };
  changeAndReply<Xccos::DeleteMessagesReply>(context_, changes_, session, ref, plan, fill);
}

}  // namespace Parlour::Server
