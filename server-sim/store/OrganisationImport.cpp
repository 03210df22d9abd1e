// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/OrganisationImport.h"

#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/HistoryImport.h"
#include "server-sim/store/ImportedIds.h"
#include "server-sim/store/InvitationImport.h"
#include "server-sim/store/PrincipalImport.h"
#include "server-sim/store/RoomImport.h"
#include "server-sim/store/SnapshotReader.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

// Keeps what is there; a store never changes its domain.
Status importSettings(Sqlite::Database& database, const Organisation& organisation) {
  Sqlite::Statement save;
  Sqlite::Statement load;
  auto prepared =
      prepareStoreSql(database, {{&save, QLatin1String("save_new_setting")}, {&load, QLatin1String("load_setting")}});
  if (!prepared) return prepared;
  auto root = CategoryUri::fromParts(organisation.domain, derivedGuid("root", organisation.domain, QString()));
  if (!root) return root.error();
  if (auto saved = save.run(QByteArray(StoreSetting::kRootCategory), root->bytes()); !saved) return saved;
  if (auto saved = save.run(QByteArray(StoreSetting::kDomain), organisation.domain); !saved) return saved;
  auto rows = load.query(QByteArray(StoreSetting::kDomain));
  const QByteArray domain = rows.next() ? rows.bytes(0) : QByteArray();
  if (!rows.status() || domain == organisation.domain) return rows.status();
  return Error::make(ErrorCode::Conflict,
                     QStringLiteral("The data directory belongs to the domain %1, the organisation to %2.")
                         .arg(QString::fromUtf8(domain), QString::fromUtf8(organisation.domain)));
}

}  // namespace

Status importOrganisation(Sqlite::Database& database, const Organisation& organisation, Timestamp now) {
  auto transaction = Sqlite::Transaction::begin(database);
  if (!transaction) return transaction.error();
  ImportedIds ids;
  if (auto done = importSettings(database, organisation); !done) return done;
  if (auto done = importPrincipals(database, organisation, ids); !done) return done;
  if (auto done = importRooms(database, organisation, ids); !done) return done;
  if (auto done = importFollowedRooms(database, organisation, ids, now); !done) return done;
  if (auto done = importInvitations(database, organisation, ids); !done) return done;
  if (auto done = importHistory(database, organisation, ids); !done) return done;
  return transaction->commit();
}

}  // namespace Parlour::Server
