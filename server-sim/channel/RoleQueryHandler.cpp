// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RoleQueryHandler.h"

#include "server-sim/channel/PrincipalBlocks.h"

namespace Parlour::Server {
namespace {

using Xccos::RoleType;

Decision notARoleHere() { return {Xccos::ResponseCode::InvalidArgument, {}, Remedy::None}; }

// Null for roles that rooms, or categories, do not have.
const std::vector<PrincipalId>* listOf(const Room& room, RoleType role) {
  if (role == RoleType::Member) return &room.members;
  if (role == RoleType::Manager) return &room.managers;
  return role == RoleType::Presenter ? &room.presenters : nullptr;
}

const std::vector<PrincipalId>* listOf(const Category& category, RoleType role) {
  if (role == RoleType::Allowed) return &category.allowed;
  if (role == RoleType::Denied) return &category.denied;
  return role == RoleType::Creator ? &category.creators : nullptr;
}

}  // namespace

Decision RoleQueryHandler::roomRoles(const Session& session, const RoomUri& uri, const std::vector<RoleType>& wanted,
                                     Lists& lists) const {
  const Room* room = context_.state.rooms().find(uri);
  if (!room) return AccessPolicy::noSuchNode();
  const Standing standing = context_.standing(session, *room);
  const RoomTraits traits = RoomTraits::of(*room);
  const Decision members = AccessPolicy::seeMembers(standing, traits);
  if (!members.allowed()) return members;
  for (const RoleType role : wanted) {
    const auto* list = listOf(*room, role);
    if (!list) return notARoleHere();
    const Decision may = role == RoleType::Presenter ? AccessPolicy::seePresenters(standing, traits) : members;
    if (!may.allowed()) return may;
    lists.push_back(PrincipalBlocks::roleList(context_.state.directory(), role, *list));
  }
  return {};
}

Decision RoleQueryHandler::categoryRoles(const Session& session, const CategoryUri& uri,
                                         const std::vector<RoleType>& wanted, Lists& lists) const {
  const Category* category = context_.state.category(uri);
  if (!category) return AccessPolicy::noSuchCategory();
  const Decision may = AccessPolicy::administerCategory(context_.state.standing(session.user, *category));
  if (!may.allowed()) return may;
  for (const RoleType role : wanted) {
    const auto* list = listOf(*category, role);
    if (!list) return notARoleHere();
    lists.push_back(PrincipalBlocks::roleList(context_.state.directory(), role, *list));
  }
  return {};
}

void RoleQueryHandler::roles(const Session& session, const Xccos::GetRoles& command, Xccos::CommandRef ref) {
  Xccos::GetRolesReply reply;
  const auto* room = std::get_if<RoomUri>(&command.node);
  const Decision decision =
      room ? roomRoles(session, *room, command.roles, reply.roles)
           : categoryRoles(session, std::get<CategoryUri>(command.node), command.roles, reply.roles);
  if (!decision.allowed()) return context_.refuse<Xccos::GetRolesReply>(session.id, ref, decision.code);
  reply.header = Xccos::replyHeader(ref);
  reply.node = command.node;
  context_.reply(session.id, std::move(reply));
}

void RoleQueryHandler::permissions(const Session& session, const Xccos::GetPermissions& command,
                                   Xccos::CommandRef ref) {
  const Room* room = context_.state.rooms().find(command.room);
  const Standing standing = room ? context_.standing(session, *room) : Standing{};
  const Decision seen = room ? AccessPolicy::see(standing, RoomTraits::of(*room)) : AccessPolicy::noSuchNode();
  if (!seen.allowed()) return context_.refuse<Xccos::PermissionsReply>(session.id, ref, seen.code);
  Xccos::UserInfo self;
  self.uri = session.uri.bytes();
  self.mask = AccessPolicy::mask(standing, RoomTraits::of(*room));
  Xccos::PermissionsReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.room = Xccos::RoomUsers{room->uri, {self}};
  context_.reply(session.id, std::move(reply));
}

}  // namespace Parlour::Server
