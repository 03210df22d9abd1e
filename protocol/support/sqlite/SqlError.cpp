// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/sqlite/SqlError.h"

#include <sqlite3.h>

namespace Parlour::Sqlite {
namespace {

ErrorCode errorCodeOf(int sqliteCode) {
  switch (sqliteCode & 0xff) {
    case SQLITE_INTERRUPT:
      return ErrorCode::Timeout;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::Busy;
    case SQLITE_CONSTRAINT:
      return ErrorCode::Internal;
    default:
      return ErrorCode::Storage;
  }
}

QString reasonOf(int sqliteCode) {
  switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
      return QStringLiteral("the disk or the database is full");
    case SQLITE_READONLY:
      return QStringLiteral("the database cannot be written");
    case SQLITE_CANTOPEN:
      return QStringLiteral("the database file cannot be opened");
    case SQLITE_IOERR:
      return QStringLiteral("the disk reported an error");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return QStringLiteral("the database file is damaged");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return QStringLiteral("the database is locked by somebody else");
    case SQLITE_INTERRUPT:
      return QStringLiteral("it took too long");
    case SQLITE_CONSTRAINT:
      return QStringLiteral("it contradicts the rules of the database");
    default:
      return QString::fromUtf8(sqlite3_errstr(sqliteCode));
  }
}

Error describe(int code, const QString& what, const QString& message) {
  return Error::make(errorCodeOf(code), QStringLiteral("%1: %2.").arg(what, reasonOf(code)),
                     QStringLiteral("SQLite %1: %2").arg(code).arg(message));
}

}  // namespace

Error sqlError(sqlite3* handle, const QString& what) {
  return describe(sqlite3_extended_errcode(handle), what, QString::fromUtf8(sqlite3_errmsg(handle)));
}

Error sqlError(int code, const QString& what) { return describe(code, what, QString::fromUtf8(sqlite3_errstr(code))); }

}  // namespace Parlour::Sqlite
