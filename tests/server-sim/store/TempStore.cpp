// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server {
namespace {

constexpr char kSmallDomain[] = "orchard.example";

OrgUser smallUser(const char* name) {
  OrgUser user;
  user.uri = SipUri::fromTrusted(QByteArray(name) + '@' + kSmallDomain);
  user.displayName = QString::fromLatin1(name);
  user.password = QStringLiteral("secret of ") + user.displayName;
  return user;
}

OrgCategory smallCategory(const QString& name, bool history, const QByteArray& everyone) {
  OrgCategory category;
  category.uri = *CategoryUri::fromParts(kSmallDomain, derivedGuid("category", kSmallDomain, name));
  category.name = name;
  category.history = history;
  category.allowed = {{OrgPrincipal::Kind::Everyone, everyone}};
  return category;
}

OrgRoom smallRoom(const QString& name, const CategoryUri& category, Timestamp created) {
  OrgRoom room;
  room.uri = *RoomUri::fromParts(kSmallDomain, derivedGuid("room", kSmallDomain, name));
  room.name = name;
  room.category = category;
  room.created = created;
  room.updated = created;
  return room;
}

}  // namespace

Organisation smallOrganisation() {
  Organisation organisation;
  organisation.domain = kSmallDomain;
  organisation.name = QStringLiteral("Orchard");
  organisation.everyoneUri = "ma-grp:" + derivedGuid("everyone", kSmallDomain, QString()) + "@u.g";
  organisation.users = {smallUser("ada"), smallUser("bo"), smallUser("cy")};
  organisation.categories = {smallCategory(QStringLiteral("Harbour"), true, organisation.everyoneUri),
                             smallCategory(QStringLiteral("Fleeting"), false, organisation.everyoneUri)};
  const Timestamp created = FakeClock().now();
  organisation.rooms = {smallRoom(QStringLiteral("tides"), organisation.categories[0].uri, created),
                        smallRoom(QStringLiteral("deck"), organisation.categories[1].uri, created)};
  for (OrgRoom& room : organisation.rooms) {
    for (const OrgUser& user : organisation.users) {
      room.members.push_back({OrgPrincipal::Kind::User, user.uri.bytes()});
    }
  }
  organisation.users[0].followed = {organisation.rooms[0].uri};
  return organisation;
}

Result<std::unique_ptr<SqliteStore>> openStore(const QString& directory, const Clock& clock, TestLoop& loop,
                                               const SqliteStoreLimits& limits) {
  return SqliteStore::open(
      directory, clock, [&loop](std::function<void()> closure) { loop.post(std::move(closure)); }, limits);
}

PrincipalId principalIn(const Snapshot& snapshot, const QByteArray& uriPart) {
  for (const Principal& principal : snapshot.principals) {
    if (principal.uri.contains(uriPart)) return principal.id;
  }
  return 0;
}

RoomId roomIn(const Snapshot& snapshot, const QString& name) {
  for (const Room& room : snapshot.rooms) {
    if (room.name == name) return room.id;
  }
  return 0;
}

}  // namespace Parlour::Server
