// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/FileContext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "server-sim/store/EventWriter.h"

namespace Parlour::Server {

Status recordTransfer(Sqlite::Database& database, const EventPtr& event, const FileRecord& file, Timestamp now) {
  if (!event) return success();
  ComplianceEvent made = *event;
  made.content = file.name;
  const QJsonObject facts{
      {QLatin1String(EventFile::kPath), QString::fromLatin1(ContentStore::relativePath(file.sha256))},
      {QLatin1String(EventFile::kName), file.displayName},
      {QLatin1String(EventFile::kSize), file.size},
      {QLatin1String(EventFile::kSha256), QString::fromLatin1(file.sha256)}};
  made.extension = QJsonDocument(facts).toJson(QJsonDocument::Compact);
  return addComplianceEvent(database, made, now);
}

}  // namespace Parlour::Server
