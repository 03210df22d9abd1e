// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/AdminJson.h"
#include "server-sim/channel/TypeWords.h"

#include <algorithm>

namespace Parlour::Server::AdminJson {
namespace {

QString kindOf(const Principal& principal) {
  switch (principal.type) {
    case PrincipalType::User:
      return QStringLiteral("person");
    case PrincipalType::SystemUser:
      return QStringLiteral("service");
    case PrincipalType::Domain:
      return QStringLiteral("everybody");
    case PrincipalType::Group:
    case PrincipalType::Container:
      break;
  }
  return QStringLiteral("group");
}

QString addressOf(const Principal& principal) {
  return QString::fromUtf8(principal.uri.startsWith("sip:") ? principal.uri.mid(4) : principal.uri);
}

QString addInName(const ChannelState& state, const QByteArray& guid) {
  const AddIn* found = guid.isEmpty() ? nullptr : state.addIn(guid);
  return found ? found->name : QString();
}

// The rooms in which the person has the role, directly or through a group.
QJsonArray roomsOf(const ChannelState& state, PrincipalId person, std::vector<PrincipalId> Room::*role) {
  QJsonArray names;
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    if (state.directory().isIn(person, indexed->room.*role)) names.append(indexed->room.name);
  }
  return names;
}

}  // namespace

QJsonObject line(const ChannelState& state, const Room& room) {
  const Category* category = state.category(room.category);
  return {{QStringLiteral("name"), room.name},
          {QStringLiteral("address"), room.uri.toString()},
          {QStringLiteral("category"), category ? category->name : QString()},
          {QStringLiteral("privacy"), TypeWords::word(room.privacy)},
          {QStringLiteral("type"), TypeWords::word(room.type)},
          {QStringLiteral("disabled"), room.disabled},
          {QStringLiteral("members"), static_cast<qint64>(room.members.size())},
          {QStringLiteral("managers"), static_cast<qint64>(room.managers.size())}};
}

QJsonObject line(const ChannelState& state, const Category& category) {
  const auto& rooms = state.rooms().byName();
  const auto count = std::count_if(rooms.begin(), rooms.end(),
                                   [&](const IndexedRoom* indexed) { return indexed->room.category == category.id; });
  return {{QStringLiteral("name"), category.name},
          {QStringLiteral("address"), QString::fromUtf8(category.uri.bytes())},
          {QStringLiteral("description"), category.description},
          {QStringLiteral("invitations"), category.invitations},
          {QStringLiteral("files"), category.files},
          {QStringLiteral("history"), category.history},
          {QStringLiteral("rooms"), static_cast<qint64>(count)}};
}

QJsonObject line(const Principal& principal) {
  return {{QStringLiteral("name"), principal.displayName},
          {QStringLiteral("address"), addressOf(principal)},
          {QStringLiteral("kind"), kindOf(principal)},
          {QStringLiteral("enabled"), principal.enabled},
          {QStringLiteral("chat"), principal.chatEnabled}};
}

QJsonObject whole(const ChannelState& state, const Room& room) {
  QJsonObject object = line(state, room);
  object.insert(QStringLiteral("description"), room.description);
  object.insert(QStringLiteral("topic"), room.topic);
  object.insert(QStringLiteral("invitations"),
                room.inheritInvitations ? QStringLiteral("inherit") : QStringLiteral("off"));
  object.insert(QStringLiteral("invitationsInEffect"), state.invites(room));
  object.insert(QStringLiteral("history"), state.keepsHistory(room));
  object.insert(QStringLiteral("files"), state.allowsFiles(room));
  object.insert(QStringLiteral("addIn"), addInName(state, room.addIn));
  object.insert(QStringLiteral("createdBy"), QString::fromUtf8(room.audit.createdBy));
  object.insert(QStringLiteral("createdOn"), time(room.audit.createdOn));
  object.insert(QStringLiteral("updatedBy"), QString::fromUtf8(room.audit.updatedBy));
  object.insert(QStringLiteral("updatedOn"), time(room.audit.updatedOn));
  object.insert(QStringLiteral("lastMessage"), static_cast<qint64>(room.lastChatId));
  object.insert(QStringLiteral("lastMessageOn"), time(room.lastTime));
  object.insert(QStringLiteral("members"), named(state, room.members));
  object.insert(QStringLiteral("managers"), named(state, room.managers));
  object.insert(QStringLiteral("presenters"), named(state, room.presenters));
  return object;
}

QJsonObject whole(const ChannelState& state, const Category& category) {
  QJsonObject object = line(state, category);
  object.insert(QStringLiteral("allowed"), named(state, category.allowed));
  object.insert(QStringLiteral("denied"), named(state, category.denied));
  object.insert(QStringLiteral("creators"), named(state, category.creators));
  return object;
}

QJsonObject whole(const ChannelState& state, const Principal& person) {
  QJsonObject object = line(person);
  object.insert(QStringLiteral("email"), person.email);
  object.insert(QStringLiteral("company"), person.company);
  QJsonArray groups;
  for (const PrincipalId id : state.directory().affiliations(person.id)) {
    const Principal* group = id == person.id ? nullptr : state.directory().find(id);
    if (group) groups.append(group->displayName);
  }
  object.insert(QStringLiteral("groups"), groups);
  const auto granted = state.grants().find(person.id);
  object.insert(QStringLiteral("policy"), granted == state.grants().end() ? QString() : granted->second);
  object.insert(QStringLiteral("administrator"), state.isAdministrator(person.id));
  object.insert(QStringLiteral("memberOf"), roomsOf(state, person.id, &Room::members));
  object.insert(QStringLiteral("managerOf"), roomsOf(state, person.id, &Room::managers));
  return object;
}

QString named(const Principal& principal) {
  if (!principal.isUser()) return principal.displayName;
  if (principal.displayName.isEmpty()) return addressOf(principal);
  return QStringLiteral("%1 <%2>").arg(principal.displayName, addressOf(principal));
}

QJsonArray named(const ChannelState& state, const std::vector<PrincipalId>& list) {
  QJsonArray names;
  for (const PrincipalId id : list) {
    if (const Principal* principal = state.directory().find(id)) names.append(named(*principal));
  }
  return names;
}

QString time(Timestamp time) { return time.isNull() ? QString() : QString::fromUtf8(time.toXccosSeconds()); }

}  // namespace Parlour::Server::AdminJson
