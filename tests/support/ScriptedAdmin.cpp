// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedAdmin.h"

#include <algorithm>

#include "protocol/xccos/Permissions.h"

namespace Parlour::Testing {

namespace {

Xccos::Reply refusal(const Xccos::Command& command, const Xccos::ReplyHeader& header, int code, const char* text) {
  Xccos::ReplyHeader failed = header;
  failed.code = code;
  failed.text = QString::fromLatin1(text);
  return Xccos::failedReply(command, failed);
}

Xccos::RoleList& listOf(Xccos::ChanInfo& room, Xccos::RoleType type) {
  for (Xccos::RoleList& role : room.roles) {
    if (role.type == type) return role;
  }
  room.roles.push_back({type, std::nullopt, {}});
  return room.roles.back();
}

void eraseUser(Xccos::RoleList& list, const QByteArray& address) {
  const auto same = [&](const Xccos::UserInfo& user) { return user.uri == address; };
  list.users.erase(std::remove_if(list.users.begin(), list.users.end(), same), list.users.end());
}

}  // namespace

ScriptedAdmin::ScriptedAdmin(ScriptedRooms& rooms, const SipUri& me) : rooms_(rooms), me_(me) {
  rooms_.answerFirst = [this](const Xccos::Command& command, const Header& header) { return answer(command, header); };
}

CategoryUri ScriptedAdmin::addCategory(const char* key, const QString& name, bool mayCreate) {
  const CategoryUri uri = *CategoryUri::fromParts("orchard.example", key);
  Category category;
  category.node.uri = uri;
  category.node.name = name;
  category.node.invite = Xccos::InviteSetting::On;
  category.node.filePost = true;
  category.node.logged = true;
  category.mayCreate = mayCreate;
  categories[uri] = category;
  return uri;
}

void ScriptedAdmin::addPerson(const SipUri& uri, const QString& name) {
  Xccos::UserInfo user;
  user.uri = uri.bytes();
  user.type = Xccos::PrincipalType::User;
  user.dispname = name;
  user.email = QString::fromUtf8(uri.address());
  people.push_back(user);
}

void ScriptedAdmin::addGroup(const QByteArray& uri, const QString& name) {
  Xccos::UserInfo group;
  group.uri = uri;
  group.type = Xccos::PrincipalType::Group;
  group.uname = name;
  people.push_back(group);
}

Xccos::UserInfo ScriptedAdmin::userFor(const QByteArray& address) const {
  for (const Xccos::UserInfo& user : people) {
    if (user.uri == address) return user;
  }
  Xccos::UserInfo unknown;
  unknown.uri = address;
  return unknown;
}

void ScriptedAdmin::setRole(const RoomUri& room, Xccos::RoleType type, const QList<QByteArray>& addresses) {
  Xccos::RoleList& list = listOf(settings_[room], type);
  list.users.clear();
  for (const QByteArray& address : addresses) list.users.push_back(userFor(address));
}

QList<QByteArray> ScriptedAdmin::role(const RoomUri& room, Xccos::RoleType type) const {
  QList<QByteArray> addresses;
  const auto known = settings_.find(room);
  if (known == settings_.end()) return addresses;
  for (const Xccos::RoleList& role : known->second.roles) {
    if (role.type != type) continue;
    for (const Xccos::UserInfo& user : role.users) addresses.append(user.uri);
  }
  return addresses;
}

bool ScriptedAdmin::manages(const RoomUri& uri) { return Xccos::Permission::isManager(rooms_.room(uri).ownMask); }

Xccos::ChanInfo ScriptedAdmin::fullInfo(const RoomUri& uri) {
  Xccos::ChanInfo info = rooms_.describe(uri);
  change(info, settings_[uri]);
  info.audit = settings_[uri].audit;
  if (manages(uri) && listsInRoomInfo) info.roles = settings_[uri].roles;
  if (!manages(uri) && managersForOthers) info.roles = {listOf(settings_[uri], Xccos::RoleType::Manager)};
  return info;
}

void ScriptedAdmin::change(Xccos::ChanInfo& room, const Xccos::ChanInfo& changes) {
  if (changes.name) room.name = changes.name;
  if (changes.description) room.description = changes.description;
  if (changes.topic) room.topic = changes.topic;
  if (!changes.parent.isEmpty()) room.parent = changes.parent;
  if (changes.behavior) room.behavior = changes.behavior;
  if (changes.disabled) room.disabled = changes.disabled;
  if (changes.visibility) room.visibility = changes.visibility;
  if (changes.invite) room.invite = changes.invite;
  if (!changes.addIn) return;
  room.addIn = changes.addIn->id == Xccos::kNoAddIn ? std::nullopt : changes.addIn;
}

void ScriptedAdmin::changeRole(Xccos::ChanInfo& room, const Xccos::RoleList& change) {
  Xccos::RoleList& list = listOf(room, change.type);
  if (change.op == Xccos::RoleOp::Set) list.users.clear();
  for (const Xccos::UserInfo& user : change.users) {
    eraseUser(list, user.uri);
    if (change.op != Xccos::RoleOp::Remove) list.users.push_back(userFor(user.uri));
  }
}

Xccos::Reply ScriptedAdmin::create(const Xccos::CreateChannel& command, const Header& header) {
  const auto category = categories.find(command.room.parent);
  if (category == categories.end() || !category->second.mayCreate) {
    return refusal(command, header, 458, "ERROR_UNABLE_TO_CREATE_ROOM");
  }
  const RoomUri uri = *RoomUri::fromParts("orchard.example", "new-" + QByteArray::number(++created_));
  rooms_.add(uri, *command.room.name).ownMask = Xccos::Permission::kManagerMember;
  Xccos::ChanInfo& room = settings_[uri];
  change(room, command.room);
  for (const Xccos::RoleList& role : command.room.roles) changeRole(room, role);
  room.audit = Xccos::Audit{};
  room.audit->updatedOn = Timestamp::fromMs(1'000'000 + ++changes_);
  return Xccos::CreateChannelReply{header, fullInfo(uri)};
}

Xccos::Reply ScriptedAdmin::modify(const Xccos::ModifyChannel& command, const Header& header) {
  const RoomUri& uri = command.room.uri;
  if (!rooms_.contains(uri)) return refusal(command, header, 404, "ERROR_NO_SUCH_NODE");
  if (!manages(uri)) return refusal(command, header, 403, "ERROR_PERMISSION: Only managers change this room.");
  Xccos::ChanInfo& room = settings_[uri];
  const bool stale = command.room.audit && room.audit && command.room.audit->updatedOn != room.audit->updatedOn;
  if (stale) return refusal(command, header, 409, "ERROR_DATA_COLLISION");
  change(room, command.room);
  if (command.room.name) rooms_.room(uri).name = *command.room.name;
  for (const Xccos::RoleList& role : command.room.roles) changeRole(room, role);
  room.audit = Xccos::Audit{};
  room.audit->updatedOn = Timestamp::fromMs(1'000'000 + ++changes_);
  return Xccos::ModifyChannelReply{header, fullInfo(uri)};
}

Xccos::Reply ScriptedAdmin::findUsers(const Xccos::SearchUsers& command, const Header& header) const {
  Xccos::SearchUsersReply reply{header, {}, false};
  for (const Xccos::UserInfo& user : people) {
    const QString& name = user.dispname.isEmpty() ? user.uname : user.dispname;
    if (name.startsWith(command.filter.criteria, Qt::CaseInsensitive)) reply.users.push_back(user);
  }
  return reply;
}

Xccos::Reply ScriptedAdmin::rolesOf(const Xccos::GetRoles& command, const Header& header) const {
  Xccos::GetRolesReply reply{header, command.node, {}};
  const auto known = settings_.find(std::get<RoomUri>(command.node));
  for (const Xccos::RoleType type : command.roles) {
    Xccos::RoleList list{type, std::nullopt, {}};
    if (known != settings_.end()) {
      for (const Xccos::RoleList& role : known->second.roles) {
        if (role.type == type) list.users = role.users;
      }
    }
    reply.roles.push_back(list);
  }
  return reply;
}

std::optional<Xccos::Reply> ScriptedAdmin::answerRead(const Xccos::Command& command, const Header& header) {
  if (std::holds_alternative<Xccos::GetCreatableNodes>(command)) {
    Xccos::CreatableNodesReply reply{header, {}};
    for (const auto& [uri, category] : categories) {
      if (category.mayCreate) reply.nodes.push_back(category.node);
    }
    return reply;
  }
  if (std::holds_alternative<Xccos::SearchNodes>(command)) {
    Xccos::SearchNodesReply reply{header, {}};
    for (const auto& [uri, category] : categories) reply.nodes.push_back(category.node);
    return reply;
  }
  if (const auto* node = std::get_if<Xccos::GetNodeInfo>(&command)) {
    const auto known = categories.find(node->node);
    if (known == categories.end()) return refusal(command, header, 404, "ERROR_NO_SUCH_NODE");
    return Xccos::NodeInfoReply{header, known->second.node};
  }
  if (std::holds_alternative<Xccos::GetAddIns>(command)) return Xccos::AddInsReply{header, addIns};
  if (const auto* search = std::get_if<Xccos::SearchUsers>(&command)) return findUsers(*search, header);
  if (const auto* roles = std::get_if<Xccos::GetRoles>(&command)) return rolesOf(*roles, header);
  return std::nullopt;
}

std::optional<Xccos::Reply> ScriptedAdmin::answer(const Xccos::Command& command, const Header& header) {
  if (const auto* create = std::get_if<Xccos::CreateChannel>(&command)) return this->create(*create, header);
  if (const auto* modify = std::get_if<Xccos::ModifyChannel>(&command)) return this->modify(*modify, header);
  if (const auto* removal = std::get_if<Xccos::DeleteChannel>(&command)) {
    if (!rooms_.contains(removal->room)) return refusal(command, header, 404, "ERROR_NO_SUCH_NODE");
    rooms_.forget(removal->room);
    settings_.erase(removal->room);
    return Xccos::DeleteChannelReply{header, removal->room};
  }
  const auto* info = std::get_if<Xccos::GetChannelInfo>(&command);
  if (info != nullptr) {
    if (!rooms_.contains(info->room)) return refusal(command, header, 404, "ERROR_NO_SUCH_NODE");
    return Xccos::ChannelInfoReply{header, fullInfo(info->room)};
  }
  if (const auto* permissions = std::get_if<Xccos::GetPermissions>(&command)) {
    if (!rooms_.contains(permissions->room)) return refusal(command, header, 404, "ERROR_NO_SUCH_NODE");
    Xccos::UserInfo me = userFor(me_.bytes());
    me.mask = rooms_.room(permissions->room).ownMask;
    return Xccos::PermissionsReply{header, {permissions->room, {me}}};
  }
  return answerRead(command, header);
}

}  // namespace Parlour::Testing
