// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <memory>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/transfer/TransferKinds.h"
#include "server-sim/transfer/TransferReport.h"

namespace Parlour::Server {

// Puts objects of an export, other than messages, into a store: what it does not have is added, what differs is
// changed to what the file says, what refers to something that is not there is refused. Inside a transaction of the
// caller; an error means that the line is unusable.
class ObjectImport {
 public:
  ObjectImport(Sqlite::Database& database, TransferReport& report) : database_(database), report_(report) {}

  Status take(const TransferKind& kind, const QJsonObject& object);
  // The counters that follow from what was put.
  Status finish();

 private:
  struct Target {
    Sqlite::Statement put;
    QHash<QString, QJsonObject> existing;
  };
  Result<Target*> targetOf(const TransferKind& kind);
  Status readExisting(const TransferKind& kind, Target& target);
  Result<bool> put(const TransferKind& kind, Target& target, const QJsonObject& object, const QByteArray& json);
  Status putPolicyPart(const TransferKind& kind, const QByteArray& json, const QByteArray& fold);
  // How many entries of its lists name nobody who is there.
  Result<qint64> putLists(const TransferKind& kind, const QJsonObject& object);
  Result<qint64> putList(const char* sql, const QJsonObject& object, int role, const char* member);
  Status clearLists(const QByteArray& uri, std::initializer_list<const char*> files);
  void tell(const TransferKind& kind, const QString& name, TransferOutcome outcome, const QString& why);

  Sqlite::Database& database_;
  TransferReport& report_;
  QHash<QString, std::shared_ptr<Target>> targets_;  // by kind
};

}  // namespace Parlour::Server
