// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/RoomLists.h"

#include "server-sim/channel/ListTools.h"

namespace Parlour::Server::RoomLists {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;

bool isMemberOf(const ChannelState& state, const Room& room, PrincipalId principal) {
  return room.privacy == Privacy::Open || state.directory().isIn(principal, room.members);
}

// Naming people for a list that such a room does not have.
Checked checkListExists(const Room& room, const RoleEdit& edit) {
  if (edit.principals.empty() || edit.op == Xccos::RoleOp::Remove) return std::nullopt;
  if (edit.role == Role::Member && room.privacy == Privacy::Open) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The room %1 is open to everybody its category allows, so it has no list of members.")
                       .arg(quoted(room.name)));
  }
  if (edit.role == Role::Presenter && room.type != RoomType::Auditorium) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The room %1 is no auditorium, so it has no presenters.").arg(quoted(room.name)));
  }
  return std::nullopt;
}

Checked checkPresenters(const ChannelState& state, const Room& room, const std::vector<RoleEdit>& edits) {
  for (const RoleEdit& edit : edits) {
    if (edit.role != Role::Presenter || edit.op == Xccos::RoleOp::Remove) continue;
    for (const QByteArray& address : edit.principals) {
      const Principal* principal = state.directory().find(address.trimmed().toLower());
      if (!principal || isMemberOf(state, room, principal->id)) continue;
      return refusal(Code::PresenterNotMember,
                     QStringLiteral("%1 must be a member of the room %2 before presenting there.")
                         .arg(Planning::nameOf(state, principal->id), quoted(room.name)));
    }
  }
  return std::nullopt;
}

Checked editOne(const ChannelState& state, const Category& category, Room& room, const RoleEdit& edit) {
  if (edit.role == Role::Creator) {
    return refusal(Code::InvalidArgument, QStringLiteral("Creators belong to a category, not to a room."));
  }
  if (auto missing = checkListExists(room, edit)) return missing;
  std::vector<PrincipalId>& list = of(room, edit.role);
  auto result = Planning::edited(state, list, edit.op, edit.principals);
  if (const auto* refused = std::get_if<Refusal>(&result)) return *refused;
  auto& changed = std::get<std::vector<PrincipalId>>(result);
  if (auto outside = Planning::checkScope(state, category, Lists::lost(changed, list))) return outside;
  list = std::move(changed);
  return std::nullopt;
}

}  // namespace

std::vector<PrincipalId>& of(Room& room, Role role) {
  switch (role) {
    case Role::Manager:
      return room.managers;
    case Role::Presenter:
      return room.presenters;
    case Role::Member:
    case Role::Creator:
      break;
  }
  return room.members;
}

Checked edit(const ChannelState& state, const Category& category, Room& room, const std::vector<RoleEdit>& edits) {
  for (const RoleEdit& each : edits) {
    if (auto refused = editOne(state, category, room, each)) return refused;
  }
  if (auto refused = checkPresenters(state, room, edits)) return refused;
  dropImpossible(state, room);
  return std::nullopt;
}

void dropForbidden(const ChannelState& state, const Category& category, Room& room) {
  for (auto* list : {&room.members, &room.managers, &room.presenters}) {
    std::erase_if(*list, [&](PrincipalId principal) { return !state.inScope(principal, category); });
  }
}

void dropImpossible(const ChannelState& state, Room& room) {
  if (room.privacy == Privacy::Open) room.members.clear();
  if (room.type != RoomType::Auditorium) room.presenters.clear();
  std::erase_if(room.presenters, [&](PrincipalId principal) { return !isMemberOf(state, room, principal); });
}

bool hasActiveManager(const ChannelState& state, const Category& category, const Room& room) {
  const auto managers = state.directory().usersIn(room.managers);
  return std::any_of(managers.begin(), managers.end(), [&](PrincipalId user) {
    const Standing standing = state.standing(user, category);
    return standing.active && standing.inScope;
  });
}

std::vector<PrincipalId> newMembers(const ChannelState& state, const Room* before, const Room& after) {
  const auto added = before ? Lists::lost(after.members, before->members) : after.members;
  std::vector<PrincipalId> users = state.directory().usersIn(added);
  if (before) std::erase_if(users, [&](PrincipalId user) { return state.directory().isIn(user, before->members); });
  return users;
}

std::vector<NewInvitation> invitations(const ChannelState& state, const Category& category,
                                       const std::vector<PrincipalId>& newMembers, const Room& room,
                                       PrincipalId actor) {
  if (!category.invitations || !room.inheritInvitations || room.disabled) return {};
  std::vector<NewInvitation> invited;
  for (const PrincipalId user : newMembers) {
    const Standing standing = state.standing(user, category);
    if (user != actor && standing.active && standing.inScope) invited.push_back({user, room.uri});
  }
  return invited;
}

}  // namespace Parlour::Server::RoomLists
