// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/sqlite/SqlFile.h"

#include <QFile>

namespace Parlour::Sqlite {

Result<QByteArray> readSqlFile(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()));
  }
  return file.readAll();
}

Status prepareFromFiles(Database& database, const QString& folder, std::initializer_list<StatementFile> files) {
  for (const StatementFile& file : files) {
    const QString path = folder + QLatin1Char('/') + file.name + QStringLiteral(".sql");
    auto text = readSqlFile(path);
    if (!text) return text.error();
    auto statement = database.prepare(*text);
    if (!statement) {
      Error error = statement.error();
      error.detail += QStringLiteral(" (%1)").arg(path);
      return error;
    }
    *file.statement = std::move(*statement);
  }
  return success();
}

}  // namespace Parlour::Sqlite
