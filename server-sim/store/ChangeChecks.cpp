// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/ChangeChecks.h"

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

Status required(const Result<bool>& found, const QString& name) {
  if (!found) return found.error();
  return *found ? success() : Error::make(ErrorCode::NotFound, QStringLiteral("There is no %1.").arg(name));
}

}  // namespace

Result<bool> hasRow(Sqlite::Query rows) {
  const bool found = rows.next();
  if (!rows.status()) return rows.status().error();
  return found;
}

Result<qint64> integerOf(Sqlite::Query rows, qint64 none) {
  const qint64 value = rows.next() ? rows.integer(0) : none;
  while (rows.status() && rows.next()) {
  }
  if (!rows.status()) return rows.status().error();
  return value;
}

Result<QString> textOf(Sqlite::Query rows) {
  const QString text = rows.next() ? rows.string(0) : QString();
  if (!rows.status()) return rows.status().error();
  return text;
}

Status ChangeChecks::prepare(Sqlite::Database& database) {
  return prepareStoreSql(database, {{&findPrincipal_, QLatin1String("find_principal")},
                                    {&findUser_, QLatin1String("find_user")},
                                    {&findCategory_, QLatin1String("find_category")},
                                    {&findRoom_, QLatin1String("find_room")},
                                    {&findAddIn_, QLatin1String("find_add_in")}});
}

Status ChangeChecks::principals(const std::vector<PrincipalId>& list, const QString& of) {
  for (const PrincipalId id : list) {
    auto known = required(hasRow(findPrincipal_.query(id)), QStringLiteral("principal %1 for %2").arg(id).arg(of));
    if (!known) return known;
  }
  return success();
}

Status ChangeChecks::user(PrincipalId id) {
  return required(hasRow(findUser_.query(id)), QStringLiteral("user %1").arg(id));
}

Status ChangeChecks::category(CategoryId id) {
  return required(hasRow(findCategory_.query(id)), QStringLiteral("category %1").arg(id));
}

Status ChangeChecks::room(RoomId id) {
  return required(hasRow(findRoom_.query(id)), QStringLiteral("room %1").arg(id));
}

Status ChangeChecks::addIn(const QByteArray& guid) {
  return required(hasRow(findAddIn_.query(guid)), QStringLiteral("add-in %1").arg(QString::fromUtf8(guid)));
}

}  // namespace Parlour::Server
