// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/SnapshotReader.h"

#include <unordered_map>

#include "server-sim/store/HoldChanges.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

// Runs through the rows of one SQL file.
template <typename Read>
Status forEachRow(Sqlite::Database& database, QLatin1String file, const Read& read) {
  Sqlite::Statement statement;
  if (auto prepared = prepareStoreSql(database, {{&statement, file}}); !prepared) return prepared;
  auto rows = statement.query();
  while (rows.next()) read(rows);
  return rows.status();
}

Result<QByteArray> readSetting(Sqlite::Database& database, const char* name) {
  Sqlite::Statement statement;
  if (auto prepared = prepareStoreSql(database, {{&statement, QLatin1String("load_setting")}}); !prepared) {
    return prepared.error();
  }
  auto rows = statement.query(QByteArray(name));
  const QByteArray value = rows.next() ? rows.bytes(0) : QByteArray();
  if (!rows.status()) return rows.status().error();
  return value;
}

Status readSettings(Sqlite::Database& database, Snapshot& snapshot) {
  auto domain = readSetting(database, StoreSetting::kDomain);
  if (!domain) return domain.error();
  auto version = readSetting(database, StoreSetting::kDatabaseVersion);
  if (!version) return version.error();
  auto root = readSetting(database, StoreSetting::kRootCategory);
  if (!root) return root.error();
  snapshot.domain = *domain;
  snapshot.databaseVersion = *version;
  if (!root->isEmpty()) {
    auto uri = CategoryUri::parse(*root);
    if (!uri) return uri.error();
    snapshot.rootCategory = *uri;
  }
  return success();
}

Status readPrincipals(Sqlite::Database& database, Snapshot& snapshot) {
  auto principals = forEachRow(database, QLatin1String("load_principals"), [&](const Sqlite::Query& row) {
    Principal principal;
    principal.id = row.integer(0);
    principal.uri = row.bytes(1);
    principal.guid = row.bytes(2);
    principal.type = static_cast<PrincipalType>(row.integer(3));
    principal.displayName = row.string(4);
    principal.email = row.string(5);
    principal.company = row.string(6);
    principal.enabled = row.integer(7) == 0;
    principal.chatEnabled = row.integer(8) != 0;
    snapshot.principals.push_back(std::move(principal));
  });
  if (!principals) return principals;
  return forEachRow(database, QLatin1String("load_memberships"), [&](const Sqlite::Query& row) {
    snapshot.memberships.push_back({row.integer(0), row.integer(1)});
  });
}

Status readCategories(Sqlite::Database& database, Snapshot& snapshot) {
  std::unordered_map<CategoryId, size_t> places;
  Status uris = success();
  auto categories = forEachRow(database, QLatin1String("load_categories"), [&](const Sqlite::Query& row) {
    auto uri = CategoryUri::parse(row.bytes(1));
    if (!uri) {
      uris = uri.error();
      return;
    }
    Category category;
    category.id = row.integer(0);
    category.uri = *uri;
    category.name = row.string(2);
    category.description = row.string(3);
    category.invitations = row.integer(4) != 0;
    category.files = row.integer(5) != 0;
    category.history = row.integer(6) != 0;
    places[category.id] = snapshot.categories.size();
    snapshot.categories.push_back(std::move(category));
  });
  if (!categories) return categories;
  if (!uris) return uris;
  auto scope = forEachRow(database, QLatin1String("load_scope_entries"), [&](const Sqlite::Query& row) {
    Category& category = snapshot.categories[places.at(row.integer(0))];
    (row.integer(1) != 0 ? category.allowed : category.denied).push_back(row.integer(2));
  });
  if (!scope) return scope;
  return forEachRow(database, QLatin1String("load_category_roles"), [&](const Sqlite::Query& row) {
    snapshot.categories[places.at(row.integer(0))].creators.push_back(row.integer(2));
  });
}

Result<Room> roomOf(const Sqlite::Query& row) {
  auto uri = RoomUri::parse(row.bytes(1));
  if (!uri) return uri.error();
  Room room;
  room.id = row.integer(0);
  room.uri = *uri;
  room.name = row.string(2);
  room.description = row.string(3);
  room.topic = row.string(4);
  room.category = row.integer(5);
  room.type = static_cast<RoomType>(row.integer(6));
  room.privacy = static_cast<Privacy>(row.integer(7));
  room.inheritInvitations = row.integer(8) != 0;
  room.disabled = row.integer(9) != 0;
  room.audit = {row.bytes(10), Timestamp{row.integer(11)}, row.bytes(12), Timestamp{row.integer(13)}};
  room.lastChatId = static_cast<ChatId>(row.integer(14));
  room.lastTime = Timestamp{row.integer(15)};
  room.addIn = row.bytes(16);
  return room;
}

std::vector<PrincipalId>& roleListOf(Room& room, Role role) {
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

Status readRooms(Sqlite::Database& database, Snapshot& snapshot) {
  std::unordered_map<RoomId, size_t> places;
  Status uris = success();
  auto rooms = forEachRow(database, QLatin1String("load_rooms"), [&](const Sqlite::Query& row) {
    auto room = roomOf(row);
    if (!room) {
      uris = room.error();
      return;
    }
    places[room->id] = snapshot.rooms.size();
    snapshot.rooms.push_back(std::move(*room));
  });
  if (!rooms) return rooms;
  if (!uris) return uris;
  return forEachRow(database, QLatin1String("load_room_roles"), [&](const Sqlite::Query& row) {
    Room& room = snapshot.rooms[places.at(row.integer(0))];
    roleListOf(room, static_cast<Role>(row.integer(1))).push_back(row.integer(2));
  });
}

Status readPolicies(Sqlite::Database& database, Snapshot& snapshot) {
  auto policies = forEachRow(database, QLatin1String("load_policies"), [&](const Sqlite::Query& row) {
    snapshot.policies.push_back({row.string(0), static_cast<PolicyScope>(row.integer(1)), row.integer(2) != 0});
  });
  if (!policies) return policies;
  return forEachRow(database, QLatin1String("load_policy_grants"), [&](const Sqlite::Query& row) {
    snapshot.grants.push_back({row.integer(0), row.string(1)});
  });
}

Status readConfiguration(Sqlite::Database& database, Snapshot& snapshot) {
  auto addIns = forEachRow(database, QLatin1String("load_add_ins"), [&](const Sqlite::Query& row) {
    snapshot.addIns.push_back({row.bytes(0), row.string(1), row.string(2)});
  });
  if (!addIns) return addIns;
  return forEachRow(database, QLatin1String("load_configuration"), [&](const Sqlite::Query& row) {
    snapshot.configuration.push_back({static_cast<ConfigurationScope>(row.integer(0)), row.bytes(1), row.bytes(2)});
  });
}

Status readJoinRequests(Sqlite::Database& database, Snapshot& snapshot) {
  return forEachRow(database, QLatin1String("load_join_requests"), [&](const Sqlite::Query& row) {
    snapshot.joinRequests.push_back({row.integer(0), row.integer(1), row.string(2), Timestamp{row.integer(3)}});
  });
}

Status readHolds(Sqlite::Database& database, Snapshot& snapshot) {
  auto holds = loadHolds(database);
  if (!holds) return holds.error();
  snapshot.holds = std::move(*holds);
  return success();
}

}  // namespace

Result<Snapshot> readSnapshot(Sqlite::Database& database) {
  Snapshot snapshot;
  for (const auto& read : {readSettings, readPrincipals, readCategories, readRooms, readPolicies, readConfiguration,
                           readJoinRequests, readHolds}) {
    if (auto done = read(database, snapshot); !done) return done.error();
  }
  return snapshot;
}

}  // namespace Parlour::Server
