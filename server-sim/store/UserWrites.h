// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Changes to what is stored for one user; run inside a transaction of the caller. Fail with NotFound for
// an unknown user, leaving it to the caller to undo what was written.
Status writePublications(Sqlite::Database& database, PrincipalId user, const std::vector<StoredPublication>& put,
                         const std::vector<StoredPublication>& remove);

// Gives the new version of the preference, from 1 upward.
Result<quint64> writePreference(Sqlite::Database& database, PrincipalId user, const QByteArray& label,
                                const QByteArray& content);

}  // namespace Parlour::Server
