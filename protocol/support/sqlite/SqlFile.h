// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <initializer_list>

#include "protocol/support/Result.h"
#include "protocol/support/sqlite/Database.h"

namespace Parlour::Sqlite {

// The text of a compiled-in SQL file such as ":/parlour/store/sql/insert_message.sql".
Result<QByteArray> readSqlFile(const QString& path);

// A statement and the file that holds its text, named without folder and ".sql".
struct StatementFile {
  Statement* statement;
  QLatin1String name;
};

// Prepares each statement from `folder`; the error of the first that fails names its file.
Status prepareFromFiles(Database& database, const QString& folder, std::initializer_list<StatementFile> files);

}  // namespace Parlour::Sqlite
