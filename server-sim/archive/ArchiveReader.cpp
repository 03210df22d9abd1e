// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveReader.h"

#include <QFile>
#include <QJsonDocument>
#include <algorithm>

#include "server-sim/archive/ArchiveFiles.h"
#include "server-sim/archive/ArchiveRecord.h"

namespace Parlour::Server {
namespace {

bool same(const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

bool isPerson(const EventUser& user, const QString& text) {
  const QString uri = QString::fromUtf8(user.uri);
  const QString address = uri.mid(uri.indexOf(QLatin1Char(':')) + 1);
  return same(user.name, text) || same(uri, text) || same(address, text) ||
         same(address.left(address.indexOf(QLatin1Char('@'))), text);
}

Error brokenAt(const QString& path, qint64 record) {
  return Error::make(
      ErrorCode::Storage,
      QStringLiteral("The archive is damaged at record %1 (%2); \"parlourctl archive verify\" says more.")
          .arg(record)
          .arg(path));
}

// Puts the batches together that are in the time asked for.
class BatchCollector {
 public:
  BatchCollector(Timestamp from, Timestamp to, const ArchiveReader::BatchVisitor& visit)
      : from_(from), to_(to), visit_(visit) {}

  bool take(const QJsonObject& record) {
    const QByteArray type = ArchiveJson::typeOf(record);
    if (type == "batch") {
      if (!finish()) return false;
      batch_ = ArchiveJson::batchOf(record);
      wanted_ = batch_.formedOn >= from_ && (to_.isNull() || batch_.formedOn <= to_);
    } else if (type == "event" && wanted_) {
      batch_.events.push_back(ArchiveJson::eventOf(record));
    }
    return true;
  }
  bool finish() {
    if (!wanted_ || batch_.events.empty()) return true;
    status_ = visit_(batch_);
    wanted_ = false;
    return status_.ok();
  }
  const Status& status() const { return status_; }

 private:
  Timestamp from_, to_;
  const ArchiveReader::BatchVisitor& visit_;
  EventBatch batch_;
  bool wanted_ = false;
  Status status_ = success();
};

}  // namespace

bool ArchiveFilter::matches(const ComplianceEvent& event) const {
  if (event.time < from || (!to.isNull() && event.time > to)) return false;
  if (!person.isEmpty() && !isPerson(event.user, person)) return false;
  if (!room.isEmpty() && !same(event.room.name, room) && !same(QString::fromUtf8(event.room.uri), room)) return false;
  const QString content = words.isEmpty() ? QString() : QString::fromUtf8(event.content);
  return std::all_of(words.begin(), words.end(),
                     [&](const QString& word) { return content.contains(word, Qt::CaseInsensitive); });
}

// The head says where to stop; that it is genuine is for verifying, and for whoever holds the key.
Status ArchiveReader::records(const RecordVisitor& visit) const {
  auto key = ArchiveKey::readPublic(directory_ + QLatin1Char('/') + QLatin1String(ArchiveKey::kPublicFile));
  if (!key) return Error::make(ErrorCode::NotFound, QStringLiteral("%1 holds no archive.").arg(directory_));
  const auto head = readSeal(headPath(directory_), *key);
  if (!head) return head.error();
  QByteArray hash = archiveChainStart();
  qint64 number = 0;
  for (qint64 segment = 1; segment <= head->segment; ++segment) {
    QFile file(segmentPath(directory_, segment));
    if (!file.open(QFile::ReadOnly)) return brokenAt(file.fileName(), number + 1);
    while (!file.atEnd() && number < head->record) {
      const auto line = parseArchiveLine(file.readLine());
      if (!line || line->number != ++number || archiveHash(hash, number, line->json) != line->hash) {
        return brokenAt(file.fileName(), number);
      }
      hash = line->hash;
      if (!visit(QJsonDocument::fromJson(line->json).object())) return success();
    }
  }
  if (hash != head->hash) return brokenAt(segmentPath(directory_, head->segment), number);
  return success();
}

Status ArchiveReader::events(const ArchiveFilter& filter, const EventVisitor& visit) const {
  return records([&](const QJsonObject& record) {
    if (ArchiveJson::typeOf(record) != "event") return true;
    const ComplianceEvent event = ArchiveJson::eventOf(record);
    return !filter.matches(event) || visit(event);
  });
}

Status ArchiveReader::batches(Timestamp from, Timestamp to, const BatchVisitor& visit) const {
  BatchCollector collector(from, to, visit);
  const Status read = records([&](const QJsonObject& record) { return collector.take(record); });
  if (!read) return read;
  if (collector.status().ok()) collector.finish();
  return collector.status();
}

}  // namespace Parlour::Server
