// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/RoomChanges.h"

#include <algorithm>
#include <optional>

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

// One kind of list: which principals stand under an object's number and a role.
struct ListSql {
  Sqlite::Statement entries, add, remove;
};

// Writes the difference alone, because lists are long and change little.
Status writeList(ListSql& sql, qint64 object, int role, std::vector<PrincipalId> wanted) {
  std::vector<PrincipalId> stored;
  {
    auto rows = sql.entries.query(object, role);
    while (rows.next()) stored.push_back(rows.integer(0));
    if (!rows.status()) return rows.status();
  }
  std::sort(stored.begin(), stored.end());
  std::sort(wanted.begin(), wanted.end());
  for (const PrincipalId id : stored) {
    if (std::binary_search(wanted.begin(), wanted.end(), id)) continue;
    if (auto removed = sql.remove.run(object, role, id); !removed) return removed;
  }
  for (const PrincipalId id : wanted) {
    if (std::binary_search(stored.begin(), stored.end(), id)) continue;
    if (auto added = sql.add.run(object, role, id); !added) return added;
  }
  return success();
}

Error addressTaken(const QByteArray& uri, const QString& name) {
  return Error::make(ErrorCode::Conflict,
                     QStringLiteral("The address %1 of %2 is taken.").arg(QString::fromUtf8(uri), name));
}

struct CategoryChangeSql {
  Sqlite::Statement findAddress, insert, update;
  ListSql scope, roles;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&findAddress, QLatin1String("find_category_by_uri")},
                                      {&insert, QLatin1String("insert_category")},
                                      {&update, QLatin1String("update_category")},
                                      {&scope.entries, QLatin1String("scope_entries_of_category")},
                                      {&scope.add, QLatin1String("add_scope_entry")},
                                      {&scope.remove, QLatin1String("remove_scope_entry")},
                                      {&roles.entries, QLatin1String("role_entries_of_category")},
                                      {&roles.add, QLatin1String("add_category_role")},
                                      {&roles.remove, QLatin1String("remove_category_role")}});
  }
};

Result<CategoryId> putCategory(CategoryChangeSql& sql, ChangeChecks& checks, const Category& category) {
  if (category.id != 0) {
    if (auto known = checks.category(category.id); !known) return known.error();
    auto updated = sql.update.run(category.id, category.name, category.description, category.invitations,
                                  category.files, category.history);
    if (!updated) return updated.error();
    return category.id;
  }
  if (category.uri.isEmpty()) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("The category %1 needs an address.").arg(category.name));
  }
  auto taken = hasRow(sql.findAddress.query(category.uri.bytes()));
  if (!taken) return taken.error();
  if (*taken) return addressTaken(category.uri.bytes(), category.name);
  return integerOf(sql.insert.query(category.uri.bytes(), category.name, category.description, category.invitations,
                                    category.files, category.history));
}

Status putCategoryLists(CategoryChangeSql& sql, ChangeChecks& checks, CategoryId id, const Category& category) {
  for (const auto* list : {&category.allowed, &category.denied, &category.creators}) {
    if (auto known = checks.principals(*list, category.name); !known) return known;
  }
  if (auto written = writeList(sql.scope, id, 1, category.allowed); !written) return written;
  if (auto written = writeList(sql.scope, id, 0, category.denied); !written) return written;
  return writeList(sql.roles, id, static_cast<int>(Role::Creator), category.creators);
}

struct RoomChangeSql {
  Sqlite::Statement findAddress, insert, update, addHead;
  ListSql roles;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&findAddress, QLatin1String("find_room_by_uri")},
                                      {&insert, QLatin1String("insert_room")},
                                      {&update, QLatin1String("update_room")},
                                      {&addHead, QLatin1String("add_room_head")},
                                      {&roles.entries, QLatin1String("role_entries_of_room")},
                                      {&roles.add, QLatin1String("add_room_role")},
                                      {&roles.remove, QLatin1String("remove_room_role")}});
  }
};

// The first column is the number of a known room and the address of a new one.
template <typename First>
Sqlite::Query roomQuery(Sqlite::Statement& statement, const First& first, const Room& room) {
  const auto addIn = room.addIn.isEmpty() ? std::nullopt : std::optional(room.addIn);
  return statement.query(first, room.name, room.description, room.topic, room.category, static_cast<int>(room.type),
                         static_cast<int>(room.privacy), room.inheritInvitations, room.disabled, addIn,
                         room.audit.createdBy, room.audit.createdOn.ticks, room.audit.updatedBy,
                         room.audit.updatedOn.ticks);
}

Status checkRoom(ChangeChecks& checks, const Room& room) {
  if (auto known = checks.category(room.category); !known) return known;
  for (const auto* list : {&room.members, &room.managers, &room.presenters}) {
    if (auto known = checks.principals(*list, room.name); !known) return known;
  }
  return room.addIn.isEmpty() ? success() : checks.addIn(room.addIn);
}

Result<RoomId> insertRoom(RoomChangeSql& sql, const Room& room) {
  if (room.uri.isEmpty()) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("The room %1 needs an address.").arg(room.name));
  }
  auto taken = hasRow(sql.findAddress.query(room.uri.bytes()));
  if (!taken) return taken.error();
  if (*taken) return addressTaken(room.uri.bytes(), room.name);
  auto id = integerOf(roomQuery(sql.insert, room.uri.bytes(), room));
  if (!id) return id;
  if (auto added = sql.addHead.run(*id); !added) return added.error();
  return id;
}

Result<RoomId> putRoom(RoomChangeSql& sql, ChangeChecks& checks, const Room& room) {
  if (room.id == 0) return insertRoom(sql, room);
  if (auto known = checks.room(room.id); !known) return known.error();
  auto updated = integerOf(roomQuery(sql.update, room.id, room));
  if (!updated) return updated;
  return room.id;
}

Status putRoomLists(RoomChangeSql& sql, RoomId id, const Room& room) {
  if (auto written = writeList(sql.roles, id, static_cast<int>(Role::Member), room.members); !written) return written;
  auto managers = writeList(sql.roles, id, static_cast<int>(Role::Manager), room.managers);
  if (!managers) return managers;
  return writeList(sql.roles, id, static_cast<int>(Role::Presenter), room.presenters);
}

struct RemovalSql {
  Sqlite::Statement room, category, roomOfCategory, addIn;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&room, QLatin1String("remove_room")},
                                      {&category, QLatin1String("remove_category")},
                                      {&roomOfCategory, QLatin1String("find_room_of_category")},
                                      {&addIn, QLatin1String("remove_add_in")}});
  }
};

// Runs a statement that has to take away one row.
template <typename Key>
Status removeOne(Sqlite::Database& database, Sqlite::Statement& statement, const Key& key, const QString& name) {
  if (auto removed = statement.run(key); !removed) return removed;
  if (database.changes() > 0) return success();
  return Error::make(ErrorCode::NotFound, QStringLiteral("There is no %1.").arg(name));
}

Status removeCategory(Sqlite::Database& database, RemovalSql& sql, CategoryId id) {
  auto used = hasRow(sql.roomOfCategory.query(id));
  if (!used) return used.error();
  if (*used) {
    return Error::make(ErrorCode::Conflict, QStringLiteral("The category %1 still has rooms.").arg(id));
  }
  return removeOne(database, sql.category, id, QStringLiteral("category %1").arg(id));
}

}  // namespace

Status writeAddIns(Sqlite::Database& database, const ChangeSet& set) {
  if (set.addIns.empty()) return success();
  Sqlite::Statement put;
  if (auto prepared = prepareStoreSql(database, {{&put, QLatin1String("put_add_in")}}); !prepared) return prepared;
  for (const AddIn& addIn : set.addIns) {
    if (addIn.guid.isEmpty() || addIn.name.isEmpty()) {
      return Error::make(ErrorCode::InvalidArgument,
                         QStringLiteral("The add-in %1 needs a number and a name.").arg(addIn.name));
    }
    if (auto written = put.run(addIn.guid, addIn.name, addIn.url); !written) return written;
  }
  return success();
}

Status writeCategories(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set, ChangeReceipt& receipt) {
  if (set.categories.empty()) return success();
  CategoryChangeSql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const Category& category : set.categories) {
    auto id = putCategory(sql, checks, category);
    if (!id) return id.error();
    if (auto lists = putCategoryLists(sql, checks, *id, category); !lists) return lists;
    receipt.categories.push_back(*id);
  }
  return success();
}

Status writeRooms(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set, ChangeReceipt& receipt) {
  if (set.rooms.empty()) return success();
  RoomChangeSql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const Room& room : set.rooms) {
    if (auto checked = checkRoom(checks, room); !checked) return checked;
    auto id = putRoom(sql, checks, room);
    if (!id) return id.error();
    if (auto lists = putRoomLists(sql, *id, room); !lists) return lists;
    receipt.rooms.push_back(*id);
  }
  return success();
}

Status writeRemovals(Sqlite::Database& database, const ChangeSet& set) {
  if (set.removedRooms.empty() && set.removedCategories.empty() && set.removedAddIns.empty()) return success();
  RemovalSql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const RoomId id : set.removedRooms) {
    auto removed = removeOne(database, sql.room, id, QStringLiteral("room %1").arg(id));
    if (!removed) return removed;
  }
  for (const CategoryId id : set.removedCategories) {
    if (auto removed = removeCategory(database, sql, id); !removed) return removed;
  }
  for (const QByteArray& guid : set.removedAddIns) {
    auto removed = removeOne(database, sql.addIn, guid, QStringLiteral("add-in %1").arg(QString::fromUtf8(guid)));
    if (!removed) return removed;
  }
  return success();
}

}  // namespace Parlour::Server
