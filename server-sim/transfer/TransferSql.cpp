// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/TransferSql.h"

#include <QtGlobal>

// A static library's resources are not registered by themselves, and the macro must stand outside of namespaces.
static void registerTransferSql() { Q_INIT_RESOURCE(transfer); }

namespace Parlour::Server {

Status prepareTransferSql(Sqlite::Database& database, std::initializer_list<Sqlite::StatementFile> files) {
  registerTransferSql();
  return Sqlite::prepareFromFiles(database, QStringLiteral(":/parlour/transfer/sql"), files);
}

}  // namespace Parlour::Server
