// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/UserWrites.h"

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

Status requireUser(Sqlite::Database& database, PrincipalId user) {
  Sqlite::Statement find;
  if (auto prepared = prepareStoreSql(database, {{&find, QLatin1String("find_user")}}); !prepared) return prepared;
  auto rows = find.query(user);
  if (rows.next()) return success();
  if (!rows.status()) return rows.status();
  return Error::make(ErrorCode::NotFound, QStringLiteral("The user is not known."));
}

}  // namespace

Status writePublications(Sqlite::Database& database, PrincipalId user, const std::vector<StoredPublication>& put,
                         const std::vector<StoredPublication>& remove) {
  if (auto known = requireUser(database, user); !known) return known;
  Sqlite::Statement store;
  Sqlite::Statement drop;
  auto prepared = prepareStoreSql(
      database, {{&store, QLatin1String("put_publication")}, {&drop, QLatin1String("remove_publication")}});
  if (!prepared) return prepared;
  for (const StoredPublication& old : remove) {
    if (auto done = drop.run(user, old.name, old.container, old.instance); !done) return done;
  }
  for (const StoredPublication& each : put) {
    auto done = store.run(user, each.name, each.container, each.instance, each.version, each.expireType,
                          each.publishTime.ticks, each.fragment);
    if (!done) return done;
  }
  return success();
}

Result<quint64> writePreference(Sqlite::Database& database, PrincipalId user, const QByteArray& label,
                                const QByteArray& content) {
  if (auto known = requireUser(database, user); !known) return known.error();
  Sqlite::Statement store;
  auto prepared = prepareStoreSql(database, {{&store, QLatin1String("set_preference")}});
  if (!prepared) return prepared.error();
  auto rows = store.query(user, label, content);
  quint64 version = 0;
  while (rows.next()) version = static_cast<quint64>(rows.integer(0));
  if (!rows.status()) return rows.status().error();
  return version;
}

}  // namespace Parlour::Server
