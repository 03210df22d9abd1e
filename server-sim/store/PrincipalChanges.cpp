// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/PrincipalChanges.h"

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

struct PrincipalChangeSql {
  Sqlite::Statement findAddress, insert, update;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&findAddress, QLatin1String("find_principal_by_uri")},
                                      {&insert, QLatin1String("insert_principal")},
                                      {&update, QLatin1String("update_principal")}});
  }
};

Result<PrincipalId> putPrincipal(Sqlite::Database& database, PrincipalChangeSql& sql, const Principal& principal) {
  const QString name = QString::fromUtf8(principal.uri);
  if (name.isEmpty()) return Error::make(ErrorCode::InvalidArgument, QStringLiteral("A principal needs an address."));
  auto holder = integerOf(sql.findAddress.query(principal.uri), principal.id);
  if (!holder) return holder;
  if (*holder != principal.id) {
    return Error::make(ErrorCode::Conflict, QStringLiteral("The address %1 is taken.").arg(name));
  }
  const int type = static_cast<int>(principal.type);
  const bool disabled = !principal.enabled;
  if (principal.id == 0) {
    return integerOf(sql.insert.query(principal.uri, principal.guid, type, principal.displayName, principal.email,
                                      principal.company, disabled));
  }
  auto updated = sql.update.run(principal.id, principal.uri, principal.guid, type, principal.displayName,
                                principal.email, principal.company, disabled);
  if (!updated) return updated.error();
  if (database.changes() == 1) return principal.id;
  return Error::make(ErrorCode::NotFound, QStringLiteral("There is no principal %1 (%2).").arg(principal.id).arg(name));
}

}  // namespace

Status writePrincipals(Sqlite::Database& database, const ChangeSet& set, ChangeReceipt& receipt) {
  if (set.principals.empty()) return success();
  PrincipalChangeSql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const Principal& principal : set.principals) {
    auto id = putPrincipal(database, sql, principal);
    if (!id) return id.error();
    receipt.principals.push_back(*id);
  }
  return success();
}

Status writeMemberships(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set) {
  if (set.addedMemberships.empty() && set.removedMemberships.empty()) return success();
  Sqlite::Statement add, remove;
  auto prepared = prepareStoreSql(
      database, {{&add, QLatin1String("add_membership")}, {&remove, QLatin1String("remove_membership")}});
  if (!prepared) return prepared;
  for (const GroupMembership& each : set.removedMemberships) {
    if (auto removed = remove.run(each.group, each.member); !removed) return removed;
  }
  for (const GroupMembership& each : set.addedMemberships) {
    auto known = checks.principals({each.group, each.member}, QStringLiteral("group %1").arg(each.group));
    if (!known) return known;
    if (auto added = add.run(each.group, each.member); !added) return added;
  }
  return success();
}

}  // namespace Parlour::Server
