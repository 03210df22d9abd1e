// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <optional>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/channel/Types.h"
#include "server-sim/transfer/TransferReport.h"

namespace Parlour::Server {

// Puts messages of an export into a store under their own numbers, with the text index; those of one room together. A
// number that holds another message, an unknown room or author is refused; so are all of a room when afterwards
// times would not rise with numbers. Inside a transaction of the caller; an error means that the line is unusable.
class MessageImport {
 public:
  MessageImport(Sqlite::Database& database, TransferReport& report) : database_(database), report_(report) {}
  Status prepare();

  Status take(const QJsonObject& object);
  // After the last message.
  Status finish();

 private:
  struct Room {
    QString uri;
    RoomId id = 0;  // 0: not there
    StoredMessage last;
    qint64 added = 0;
    qint64 bytes = 0;
    qint64 known = 0;
    QHash<QString, qint64> refused;  // by reason
  };

  Status beginRoom(const QString& uri);
  Status endRoom();
  Result<bool> timesRise();
  Result<PrincipalId> authorOf(const QString& uri);
  Result<StoredMessage> messageOf(const QJsonObject& object);
  Status put(const StoredMessage& message);
  Status index(const StoredMessage& message, qint64 key);

  Sqlite::Database& database_;
  TransferReport& report_;
  Sqlite::Statement findRoom_, findAuthor_, add_, findSame_, index_, raiseHead_, outOfTime_;
  QHash<QString, PrincipalId> authors_;
  std::optional<Sqlite::Savepoint> part_;
  std::optional<Room> room_;
};

}  // namespace Parlour::Server
