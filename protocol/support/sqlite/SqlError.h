// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Error.h"

struct sqlite3;

namespace Parlour::Sqlite {

// What went wrong on `handle` last, as a value: the text says what failed and why, the detail holds SQLite's extended
// code and message. Interrupted work becomes Timeout, a locked database Busy, what contradicts the schema Internal,
// everything else Storage. Bound values never appear in it.
Error sqlError(sqlite3* handle, const QString& what);

// The same for a bare result code, when there is no handle to ask.
Error sqlError(int code, const QString& what);

}  // namespace Parlour::Sqlite
