// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/EventMover.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "protocol/support/Log.h"
#include "server-sim/compliance/EventRows.h"
#include "server-sim/compliance/OutputFolder.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

constexpr char kFilesFolder[] = "compliance-files";
constexpr qsizetype kMaxFileName = 200;

// Both come from our own web service; a path that leads elsewhere would be a fault of ours, and is not followed.
bool isPlainName(const QString& name) {
  return !name.isEmpty() && name.size() <= kMaxFileName && !name.startsWith(QLatin1Char('.')) &&
         std::all_of(name.begin(), name.end(), [](QChar c) {
           return c.unicode() < 128 && (c.isLetterOrNumber() || QStringLiteral("-_.").contains(c));
         });
}

bool isBelow(const QString& path) {
  return !path.isEmpty() && QDir::isRelativePath(path) && QDir::cleanPath(path) == path &&
         !path.startsWith(QLatin1String(".."));
}

}  // namespace

Result<std::unique_ptr<EventMover>> EventMover::open(Options options) {
  const QString folder = options.dataDirectory + QLatin1Char('/');
  auto chat = Sqlite::Database::open(folder + QLatin1String(kDatabaseFile), {Sqlite::Access::ReadOnly});
  if (!chat) return chat.error();
  std::unique_ptr<EventMover> mover(new EventMover(std::move(options), std::move(*chat)));
  auto kept = ComplianceDatabase::open(folder + QLatin1String(ComplianceDatabase::kFile));
  if (!kept) return kept.error();
  mover->kept_ = std::move(*kept);
  if (auto prepared = mover->prepare(); !prepared) return prepared.error();
  return mover;
}

Status EventMover::prepare() {
  if (auto ready = prepareStoreSql(chat_, {{&waiting_, QLatin1String("compliance_events")}}); !ready) return ready;
  auto backlog = kept_->backlog();
  if (!backlog) return backlog.error();
  moved_ = backlog->moved;
  // A process that ended in between may have left events in the queue that are here.
  if (moved_ > 0) options_.forget(moved_);
  return success();
}

Result<size_t> EventMover::step() {
  auto events = eventsOfRows(waiting_.query(moved_, kAtOnce));
  if (!events) return events.error();
  if (events->empty()) return size_t{0};
  reached(options_.hook, "queue read");
  if (auto copied = copyFiles(*events); !copied) return copied.error();
  if (auto added = kept_->add(*events); !added) return added.error();
  moved_ = events->back().eventId;
  reached(options_.hook, "events moved");
  options_.forget(moved_);
  reached(options_.hook, "queue shortened");
  return events->size();
}

Status EventMover::copyFiles(const std::vector<ComplianceEvent>& events) const {
  for (const ComplianceEvent& event : events) {
    if (event.kind != ComplianceKind::Upload) continue;
    if (auto copied = copyFile(event); !copied) return copied;
    reached(options_.hook, "file copied");
  }
  return success();
}

// A file that is not there is a fault that waiting would not mend: the event goes on without it.
Status EventMover::copyFile(const ComplianceEvent& event) const {
  const QJsonObject known = QJsonDocument::fromJson(event.extension).object();
  const QString path = known[QLatin1String(EventFile::kPath)].toString();
  const QString name = QString::fromUtf8(event.content);
  if (path.isEmpty()) return success();
  if (!isPlainName(name) || !isBelow(path)) {
    qCWarning(lcServer) << "Compliance: the upload of event" << event.eventId << "names no file that can be copied.";
    return success();
  }
  const QDir data(options_.dataDirectory);
  if (!data.mkpath(QLatin1String(kFilesFolder))) {
    return Error::make(ErrorCode::Storage, QStringLiteral("The folder for files of compliance cannot be created."));
  }
  auto copied = copyDurably(data.filePath(path), data.filePath(QLatin1String(kFilesFolder) + QLatin1Char('/') + name));
  if (copied || copied.error().code != ErrorCode::NotFound) return copied;
  qCWarning(lcServer).noquote() << "Compliance:" << copied.error().text;
  return success();
}

}  // namespace Parlour::Server
