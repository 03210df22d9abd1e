// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "protocol/support/Result.h"
#include "server-sim/channel/ChangeSet.h"

namespace Parlour::Server {

struct BackupFacts {
  int schema = 0;  // of the database; older ones are brought forward when a server starts on them
  QByteArray domain;
  qint64 users = 0;
  qint64 categories = 0;
  qint64 rooms = 0;
  qint64 messages = 0;
};

// Looks whether a backup (SqliteStore::backupTo) can be relied on: the file is whole, refers to nothing that is
// missing, counts as many messages as it holds, and a server of this version could start on it. Blocking, reads all of
// it. Storage when it is damaged, NotSupported when a newer program wrote it, InvalidArgument when it is no store.
Result<BackupFacts> verifyBackup(const QString& path);

// Verifies a backup and puts it in the place of the store of a data directory, whose files stay beside it
// as chat.db.replaced. Conflict when a server runs there, or when there is a store and `replace` was not said. `audit`
// becomes the last line of the restored audit trail.
Result<BackupFacts> restoreBackup(const QString& path, const QString& dataDirectory, bool replace,
                                  const std::optional<AuditEntry>& audit = std::nullopt);

}  // namespace Parlour::Server
