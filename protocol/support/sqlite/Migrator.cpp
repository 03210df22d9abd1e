// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/sqlite/Migrator.h"

#include <QDir>

#include "protocol/support/sqlite/SqlFile.h"
#include "protocol/support/sqlite/Transaction.h"

namespace Parlour::Sqlite {
namespace {

Status runMigration(Database& database, const QString& path, int version) {
  auto text = readSqlFile(path);
  if (!text) return text.error();
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto run = database.execute(*text + "\n;PRAGMA user_version=" + QByteArray::number(version));
  if (!run) {
    Error error = run.error();
    error.detail += QStringLiteral(" (%1)").arg(path);
    return error;
  }
  return transaction->commit();
}

}  // namespace

Status migrate(Database& database, const QString& folder) {
  const QStringList files = QDir(folder).entryList({QStringLiteral("[0-9][0-9][0-9]*.sql")}, QDir::Files, QDir::Name);
  for (int i = 0; i < files.size(); ++i) {
    if (files[i].left(3).toInt() != i + 1) {
      return Error::make(ErrorCode::Internal, QStringLiteral("Database migration %1 is missing.").arg(i + 1));
    }
  }
  auto current = database.value("PRAGMA user_version");
  if (!current) return current.error();
  const int version = current->toInt();
  if (version > files.size()) {
    return Error::make(ErrorCode::NotSupported,
                       QStringLiteral("The database was written by a newer version of this program."),
                       QStringLiteral("schema %1, known %2").arg(version).arg(files.size()));
  }
  for (int i = version; i < files.size(); ++i) {
    auto run = runMigration(database, folder + QLatin1Char('/') + files[i], i + 1);
    if (!run) return run;
  }
  return success();
}

}  // namespace Parlour::Sqlite
