// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Database.h"

namespace Parlour::Server {

// The lowest key from `first` to `last` (both of one room) from which on messages are as new as this, or one behind
// the range. `atOrAfter` is the statement of sql/message_at_or_after.sql.
Result<qint64> firstKeySince(Sqlite::Statement& atOrAfter, qint64 first, qint64 last, Timestamp time);

}  // namespace Parlour::Server
