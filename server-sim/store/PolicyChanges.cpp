// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/PolicyChanges.h"

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

struct PolicySql {
  Sqlite::Statement find, ofScope, put, remove;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&find, QLatin1String("find_policy")},
                                      {&ofScope, QLatin1String("find_policy_of_scope")},
                                      {&put, QLatin1String("put_policy")},
                                      {&remove, QLatin1String("remove_policy")}});
  }
};

Error noPolicy(const QString& name) {
  return Error::make(ErrorCode::NotFound, QStringLiteral("There is no policy %1.").arg(name));
}

Status checkScope(PolicySql& sql, const Policy& policy) {
  const QByteArray fold = foldedPolicyName(policy.name);
  {
    auto rows = sql.find.query(fold);
    const bool other = rows.next() && static_cast<PolicyScope>(rows.integer(1)) != policy.scope;
    if (!rows.status()) return rows.status();
    if (other) {
      return Error::make(ErrorCode::Conflict, QStringLiteral("The policy %1 keeps its scope.").arg(policy.name));
    }
  }
  if (policy.scope == PolicyScope::User) return success();
  auto holder = textOf(sql.ofScope.query(static_cast<int>(policy.scope), fold));
  if (!holder) return holder.error();
  if (holder->isEmpty()) return success();
  return Error::make(ErrorCode::Conflict,
                     QStringLiteral("The policy %1 has the scope that %2 was to get.").arg(*holder, policy.name));
}

Status putPolicy(PolicySql& sql, const Policy& policy) {
  if (policy.name.isEmpty()) return Error::make(ErrorCode::InvalidArgument, QStringLiteral("A policy needs a name."));
  if (auto checked = checkScope(sql, policy); !checked) return checked;
  return sql.put.run(foldedPolicyName(policy.name), policy.name, static_cast<int>(policy.scope), policy.enabled);
}

struct GrantSql {
  Sqlite::Statement find, put, remove;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&find, QLatin1String("find_policy")},
                                      {&put, QLatin1String("put_policy_grant")},
                                      {&remove, QLatin1String("remove_policy_grant")}});
  }
};

Status checkGrantable(GrantSql& sql, const QString& name) {
  auto rows = sql.find.query(foldedPolicyName(name));
  const bool found = rows.next();
  if (!rows.status()) return rows.status();
  if (!found) return noPolicy(name);
  if (static_cast<PolicyScope>(rows.integer(1)) == PolicyScope::User) return success();
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("The policy %1 is not one for single users.").arg(rows.string(0)));
}

}  // namespace

QByteArray foldedPolicyName(const QString& name) { return name.toCaseFolded().toUtf8(); }

Status writePolicies(Sqlite::Database& database, const ChangeSet& set) {
  if (set.policies.empty() && set.removedPolicies.empty()) return success();
  PolicySql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const QString& name : set.removedPolicies) {
    if (auto removed = sql.remove.run(foldedPolicyName(name)); !removed) return removed;
    if (database.changes() == 0) return noPolicy(name);
  }
  for (const Policy& policy : set.policies) {
    if (auto put = putPolicy(sql, policy); !put) return put;
  }
  return success();
}

Status writePolicyGrants(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set) {
  if (set.grants.empty()) return success();
  GrantSql sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  for (const PolicyGrant& grant : set.grants) {
    if (auto known = checks.user(grant.user); !known) return known;
    if (grant.policy.isEmpty()) {
      if (auto removed = sql.remove.run(grant.user); !removed) return removed;
      continue;
    }
    if (auto grantable = checkGrantable(sql, grant.policy); !grantable) return grantable;
    if (auto put = sql.put.run(grant.user, foldedPolicyName(grant.policy)); !put) return put;
  }
  return success();
}

Status writeConfiguration(Sqlite::Database& database, const ChangeSet& set) {
  if (set.configuration.empty()) return success();
  Sqlite::Statement put, remove;
  auto prepared = prepareStoreSql(
      database, {{&put, QLatin1String("put_configuration")}, {&remove, QLatin1String("remove_configuration")}});
  if (!prepared) return prepared;
  for (const ConfigurationValue& value : set.configuration) {
    const int scope = static_cast<int>(value.scope);
    auto written = value.value ? put.run(scope, value.key, *value.value) : remove.run(scope, value.key);
    if (!written) return written;
  }
  return success();
}

}  // namespace Parlour::Server
