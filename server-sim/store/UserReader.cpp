// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/UserReader.h"

#include <limits>

#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

template <typename Row, typename Read>
Result<std::vector<Row>> readRows(Sqlite::Query query, const Read& read) {
  std::vector<Row> rows;
  while (query.next()) rows.push_back(read(query));
  if (!query.status()) return query.status().error();
  return rows;
}

}  // namespace

Result<std::unique_ptr<UserReader>> UserReader::prepare(Sqlite::Database& database) {
  std::unique_ptr<UserReader> reader(new UserReader);
  auto prepared = prepareStoreSql(database, {{&reader->invitations_, QLatin1String("invitations_after")},
                                             {&reader->preference_, QLatin1String("preference_of_user")},
                                             {&reader->publications_, QLatin1String("publications_of_user")},
                                             {&reader->credentials_, QLatin1String("credentials_of_user")}});
  if (!prepared) return prepared.error();
  return reader;
}

Result<std::vector<StoredInvitation>> UserReader::invitationsAfter(PrincipalId user, quint64 number) {
  // Numbers beyond SQLite's integers are newer than everything.
  if (number > static_cast<quint64>(std::numeric_limits<qint64>::max())) return std::vector<StoredInvitation>();
  return readRows<StoredInvitation>(invitations_.query(user, number), [](const Sqlite::Query& row) {
    return StoredInvitation{static_cast<quint64>(row.integer(0)), row.integer(1), Timestamp{row.integer(2)}};
  });
}

Result<StoredPreference> UserReader::preference(PrincipalId user, const QByteArray& label) {
  auto rows = preference_.query(user, label);
  StoredPreference preference;
  if (rows.next()) {
    preference.version = static_cast<quint64>(rows.integer(0));
    preference.content = rows.bytes(1);
  }
  if (!rows.status()) return rows.status().error();
  return preference;
}

Result<std::vector<StoredPublication>> UserReader::publications(PrincipalId user) {
  return readRows<StoredPublication>(publications_.query(user), [](const Sqlite::Query& row) {
    StoredPublication publication;
    publication.name = row.bytes(0);
    publication.container = static_cast<quint32>(row.integer(1));
    publication.instance = static_cast<quint32>(row.integer(2));
    publication.version = static_cast<quint32>(row.integer(3));
    publication.expireType = row.bytes(4);
    publication.publishTime = Timestamp{row.integer(5)};
    publication.fragment = row.bytes(6);
    return publication;
  });
}

Result<std::vector<StoredCredential>> UserReader::credentials(PrincipalId user) {
  return readRows<StoredCredential>(credentials_.query(user), [](const Sqlite::Query& row) {
    return StoredCredential{row.bytes(0), row.bytes(1), row.bytes(2)};
  });
}

}  // namespace Parlour::Server
