// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/RoomImport.h"

#include <algorithm>

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

struct CategoryStatements {
  Sqlite::Statement category, clearScope, addScope, clearRoles, addRole;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&category, QLatin1String("save_category")},
                                      {&clearScope, QLatin1String("clear_scope_entries")},
                                      {&addScope, QLatin1String("add_scope_entry")},
                                      {&clearRoles, QLatin1String("clear_category_roles")},
                                      {&addRole, QLatin1String("add_category_role")}});
  }
};

struct RoomStatements {
  Sqlite::Statement room, addHead, clearRoles, addRole;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&room, QLatin1String("save_room")},
                                      {&addHead, QLatin1String("add_room_head")},
                                      {&clearRoles, QLatin1String("clear_room_roles")},
                                      {&addRole, QLatin1String("add_room_role")}});
  }
};

Result<qint64> idOf(Sqlite::Query rows) {
  qint64 id = 0;
  while (rows.next()) id = rows.integer(0);
  if (!rows.status()) return rows.status().error();
  return id;
}

Status saveScope(CategoryStatements& sql, CategoryId id, const OrgCategory& category, const ImportedIds& ids) {
  if (auto cleared = sql.clearScope.run(id); !cleared) return cleared;
  for (const bool allowed : {true, false}) {
    for (const OrgPrincipal& principal : allowed ? category.allowed : category.denied) {
      auto added = sql.addScope.run(id, allowed, ids.principals.value(principal.uri));
      if (!added) return added;
    }
  }
  if (auto cleared = sql.clearRoles.run(id); !cleared) return cleared;
  for (const OrgPrincipal& creator : category.creators) {
    auto added = sql.addRole.run(id, static_cast<int>(Role::Creator), ids.principals.value(creator.uri));
    if (!added) return added;
  }
  return success();
}

Status saveCategories(Sqlite::Database& database, const Organisation& organisation, ImportedIds& ids) {
  CategoryStatements sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const OrgCategory& category : organisation.categories) {
    auto id = idOf(sql.category.query(category.uri.bytes(), category.name, category.description, category.invitations,
                                      category.files, category.history));
    if (!id) return id.error();
    ids.categories.insert(category.uri, *id);
    if (auto saved = saveScope(sql, *id, category, ids); !saved) return saved;
  }
  return success();
}

Status saveRoles(RoomStatements& sql, RoomId id, const OrgRoom& room, const ImportedIds& ids) {
  if (auto cleared = sql.clearRoles.run(id); !cleared) return cleared;
  const std::pair<Role, const std::vector<OrgPrincipal>&> lists[] = {
      {Role::Member, room.members}, {Role::Manager, room.managers}, {Role::Presenter, room.presenters}};
  for (const auto& [role, list] : lists) {
    for (const OrgPrincipal& principal : list) {
      auto added = sql.addRole.run(id, static_cast<int>(role), ids.principals.value(principal.uri));
      if (!added) return added;
    }
  }
  return success();
}

Status saveRoom(RoomStatements& sql, const OrgRoom& room, ImportedIds& ids) {
  const QByteArray createdBy = room.createdBy.value_or(SipUri()).bytes();
  const QByteArray updatedBy = room.updatedBy.value_or(SipUri()).bytes();
  auto id = idOf(sql.room.query(room.uri.bytes(), room.name, room.description, room.topic,
                                ids.categories.value(room.category), static_cast<int>(room.type),
                                static_cast<int>(room.privacy), room.inheritInvitations, room.disabled, createdBy,
                                room.created.ticks, updatedBy, room.updated.ticks));
  if (!id) return id.error();
  ids.rooms.insert(room.uri, *id);
  if (auto added = sql.addHead.run(*id); !added) return added;
  return saveRoles(sql, *id, room, ids);
}

}  // namespace

std::vector<const OrgRoom*> roomsByCreation(const Organisation& organisation) {
  std::vector<const OrgRoom*> rooms;
  rooms.reserve(organisation.rooms.size());
  for (const OrgRoom& room : organisation.rooms) rooms.push_back(&room);
  std::stable_sort(rooms.begin(), rooms.end(), [](const auto* a, const auto* b) { return a->created < b->created; });
  return rooms;
}

Status importRooms(Sqlite::Database& database, const Organisation& organisation, ImportedIds& ids) {
  if (auto saved = saveCategories(database, organisation, ids); !saved) return saved;
  RoomStatements sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const OrgRoom* room : roomsByCreation(organisation)) {
    if (auto saved = saveRoom(sql, *room, ids); !saved) return saved;
  }
  return success();
}

}  // namespace Parlour::Server
