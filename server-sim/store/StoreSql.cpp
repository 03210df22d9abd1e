// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/StoreSql.h"

#include <QDir>
#include <QtGlobal>

#include "protocol/support/sqlite/Migrator.h"

// A static library's resources are not registered by themselves, and the macro must stand outside of namespaces.
static void registerStoreSql() { Q_INIT_RESOURCE(store); }

namespace Parlour::Server {

namespace {

QString migrationFolder() { return QStringLiteral(":/parlour/store/migrations"); }

}  // namespace

Status migrateStore(Sqlite::Database& database) {
  registerStoreSql();
  return Sqlite::migrate(database, migrationFolder());
}

int newestStoreSchema() {
  registerStoreSql();
  return static_cast<int>(QDir(migrationFolder()).count());
}

Status prepareStoreSql(Sqlite::Database& database, std::initializer_list<Sqlite::StatementFile> files) {
  registerStoreSql();
  return Sqlite::prepareFromFiles(database, QStringLiteral(":/parlour/store/sql"), files);
}

}  // namespace Parlour::Server
