// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"
#include "protocol/support/sqlite/Database.h"

namespace Parlour::Sqlite {

// Brings a database to the newest schema: runs the files "001_….sql", "002_….sql" of `folder` that are newer
// than PRAGMA user_version, each in a transaction of its own. Fails with NotSupported when the database is
// newer than the files, and with Internal when their numbers have a gap.
Status migrate(Database& database, const QString& folder);

}  // namespace Parlour::Sqlite
