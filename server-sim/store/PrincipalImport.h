// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/org/Organisation.h"
#include "server-sim/store/ImportedIds.h"

namespace Parlour::Server {

// Digest secret H(user:realm:password) in lower-case hex; `algorithm` is "MD5" or "SHA-256" (RFC 7616).
QByteArray digestSecret(const QByteArray& algorithm, const QByteArray& user, const QByteArray& realm,
                        const QString& password);

// Users with their credentials, groups, and the principal for everybody of the domain; fills ids.principals and
// ids.newUsers. Credentials are kept for both algorithms and both forms in which clients give their name (the address
// and its user part); a user without password in the file keeps the ones that are stored.
Status importPrincipals(Sqlite::Database& database, const Organisation& organisation, ImportedIds& ids);

// The rooms that new users follow, as presence categories (signin 3.5).
Status importFollowedRooms(Sqlite::Database& database, const Organisation& organisation, const ImportedIds& ids,
                           Timestamp now);

}  // namespace Parlour::Server
