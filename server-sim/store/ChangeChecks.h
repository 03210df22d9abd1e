// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vector>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// What a set of changes speaks of has to exist: NotFound otherwise, naming it. For one set, on the writer thread.
class ChangeChecks {
 public:
  Status prepare(Sqlite::Database& database);

  // `of` is the name of the object that lists them.
  Status principals(const std::vector<PrincipalId>& list, const QString& of);
  Status user(PrincipalId id);
  Status category(CategoryId id);
  Status room(RoomId id);
  Status addIn(const QByteArray& guid);

 private:
  Sqlite::Statement findPrincipal_, findUser_, findCategory_, findRoom_, findAddIn_;
};

// True when there is a row.
Result<bool> hasRow(Sqlite::Query rows);
// The first column of the first row; `none` without a row.
Result<qint64> integerOf(Sqlite::Query rows, qint64 none = 0);
Result<QString> textOf(Sqlite::Query rows);

}  // namespace Parlour::Server
