// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/PrincipalImport.h"

#include <QCryptographicHash>

#include "protocol/signin/RoomSetting.h"
#include "server-sim/store/ChangeChecks.h"
#include "server-sim/store/PolicyChanges.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

constexpr int kDisabledForSip = 1;
constexpr quint32 kOwnContainer = 1;

struct PrincipalStatements {
  Sqlite::Statement principal, credential, clearMembers, addMember, findPolicy, putPolicy, grant, takeBack;

  Status prepare(Sqlite::Database& database) {
    return prepareStoreSql(database, {{&principal, QLatin1String("save_principal")},
                                      {&credential, QLatin1String("save_credential")},
                                      {&clearMembers, QLatin1String("clear_memberships")},
                                      {&addMember, QLatin1String("add_membership")},
                                      {&findPolicy, QLatin1String("find_policy")},
                                      {&putPolicy, QLatin1String("put_policy")},
                                      {&grant, QLatin1String("add_policy_grant")},
                                      {&takeBack, QLatin1String("remove_named_policy_grant")}});
  }
};

Status readKnownPrincipals(Sqlite::Database& database, ImportedIds& ids) {
  Sqlite::Statement statement;
  auto prepared = prepareStoreSql(database, {{&statement, QLatin1String("load_principals")}});
  if (!prepared) return prepared;
  auto rows = statement.query();
  while (rows.next()) ids.principals.insert(rows.bytes(1), rows.integer(0));
  return rows.status();
}

Status savePrincipal(PrincipalStatements& sql, const Principal& principal, const QString& title, ImportedIds& ids) {
  const bool isNew = !ids.principals.contains(principal.uri);
  const int disabled = principal.enabled ? 0 : kDisabledForSip;
  auto rows = sql.principal.query(principal.uri, principal.guid, static_cast<int>(principal.type),
                                  principal.displayName, principal.email, title, principal.company, disabled);
  PrincipalId id = 0;
  while (rows.next()) id = rows.integer(0);
  if (!rows.status()) return rows.status();
  ids.principals.insert(principal.uri, id);
  if (isNew && principal.isUser()) ids.newUsers.insert(id);
  return success();
}

Status saveCredentials(PrincipalStatements& sql, PrincipalId id, const OrgUser& user, const QByteArray& realm) {
  if (!user.password) return success();
  for (const QByteArray& algorithm : {QByteArray("MD5"), QByteArray("SHA-256")}) {
    for (const QByteArray& name : {user.uri.address(), user.uri.user()}) {
      auto saved = sql.credential.run(id, algorithm, name, digestSecret(algorithm, name, realm, *user.password));
      if (!saved) return saved;
    }
  }
  return success();
}

// There unless an administrator took it away; whether it is on is for administrators to say.
Status needChatPolicy(PrincipalStatements& sql) {
  const QString name = QString::fromLatin1(kChatRoomsOn);
  auto known = hasRow(sql.findPolicy.query(foldedPolicyName(name)));
  if (!known) return known.error();
  if (*known) return success();
  return sql.putPolicy.run(foldedPolicyName(name), name, static_cast<int>(PolicyScope::User), true);
}

// A user who was granted another policy keeps it.
Status saveGrant(PrincipalStatements& sql, PrincipalId id, bool chatRooms) {
  const QByteArray policy = foldedPolicyName(QString::fromLatin1(kChatRoomsOn));
  return (chatRooms ? sql.grant : sql.takeBack).run(id, policy);
}

Status saveUser(PrincipalStatements& sql, const OrgUser& user, const QByteArray& domain, ImportedIds& ids) {
  Principal principal;
  principal.uri = user.uri.bytes();
  principal.guid = derivedGuid("user", domain, QString::fromUtf8(user.uri.address()));
  principal.displayName = user.displayName;
  principal.email = user.email;
  principal.company = user.company;
  principal.enabled = user.enabled;
  if (auto saved = savePrincipal(sql, principal, user.title, ids); !saved) return saved;
  const PrincipalId id = ids.principals.value(principal.uri);
  if (auto saved = saveGrant(sql, id, user.persistentChat); !saved) return saved;
  return saveCredentials(sql, id, user, domain);
}

Status saveEveryone(PrincipalStatements& sql, const Organisation& organisation, ImportedIds& ids) {
  Principal everyone;
  everyone.uri = organisation.everyoneUri;
  everyone.guid = derivedGuid("everyone", organisation.domain, QString());
  everyone.type = PrincipalType::Domain;
  everyone.displayName = QStringLiteral("Everyone");
  return savePrincipal(sql, everyone, QString(), ids);
}

Status saveGroup(PrincipalStatements& sql, const OrgGroup& group, ImportedIds& ids) {
  Principal principal;
  principal.uri = group.uri;
  principal.guid = group.guid;
  principal.type = PrincipalType::Group;
  principal.displayName = group.name;
  return savePrincipal(sql, principal, QString(), ids);
}

Status saveMembers(PrincipalStatements& sql, const OrgGroup& group, const ImportedIds& ids) {
  const PrincipalId id = ids.principals.value(group.uri);
  if (auto cleared = sql.clearMembers.run(id); !cleared) return cleared;
  for (const OrgPrincipal& member : group.members) {
    if (auto added = sql.addMember.run(id, ids.principals.value(member.uri)); !added) return added;
  }
  return success();
}

}  // namespace

QByteArray digestSecret(const QByteArray& algorithm, const QByteArray& user, const QByteArray& realm,
                        const QString& password) {
  const auto method = algorithm == "MD5" ? QCryptographicHash::Md5 : QCryptographicHash::Sha256;
  return QCryptographicHash::hash(user + ':' + realm + ':' + password.toUtf8(), method).toHex();
}

Status importPrincipals(Sqlite::Database& database, const Organisation& organisation, ImportedIds& ids) {
  PrincipalStatements sql;
  if (auto prepared = sql.prepare(database); !prepared) return prepared;
  if (auto read = readKnownPrincipals(database, ids); !read) return read;
  if (auto saved = needChatPolicy(sql); !saved) return saved;
  for (const OrgUser& user : organisation.users) {
    if (auto saved = saveUser(sql, user, organisation.domain, ids); !saved) return saved;
  }
  if (auto saved = saveEveryone(sql, organisation, ids); !saved) return saved;
  for (const OrgGroup& group : organisation.groups) {
    if (auto saved = saveGroup(sql, group, ids); !saved) return saved;
  }
  for (const OrgGroup& group : organisation.groups) {
    if (auto saved = saveMembers(sql, group, ids); !saved) return saved;
  }
  return success();
}

Status importFollowedRooms(Sqlite::Database& database, const Organisation& organisation, const ImportedIds& ids,
                           Timestamp now) {
  Sqlite::Statement publication;
  auto prepared = prepareStoreSql(database, {{&publication, QLatin1String("put_publication")}});
  if (!prepared) return prepared;
  QHash<RoomUri, QString> names;
  for (const OrgRoom& room : organisation.rooms) names.insert(room.uri, room.name);
  for (const OrgUser& user : organisation.users) {
    const PrincipalId id = ids.principals.value(user.uri.bytes());
    if (!ids.newUsers.contains(id)) continue;
    QSet<quint32> taken;
    // The time of publishing is what keeps the order in which rooms were followed.
    qint64 published = now.ticks - Timestamp::kPerMs * static_cast<qint64>(user.followed.size());
    for (const RoomUri& room : user.followed) {
      const quint32 instance = Signin::instanceForRoom(room, taken);
      taken.insert(instance);
      const QByteArray fragment = Signin::RoomSetting(room, names.value(room)).toFragment();
      auto put = publication.run(id, QByteArray(Signin::kRoomSettingCategory), kOwnContainer, instance, 1,
                                 QByteArray("static"), published += Timestamp::kPerMs, fragment);
      if (!put) return put;
    }
  }
  return success();
}

}  // namespace Parlour::Server
