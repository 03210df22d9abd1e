// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/Archive.h"

#include <unistd.h>

#include <QDir>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr qint64 kMsPerDay = 86'400'000;

qint64 dayOf(Timestamp time) { return time.toMs() / kMsPerDay; }

void addLine(QByteArray& lines, ArchiveSeal& head, const QByteArray& json) {
  ++head.record;
  head.hash = archiveHash(head.hash, head.record, json);
  const QByteArray line = archiveLine({head.record, head.hash, json});
  head.size += line.size();
  lines += line;
}

Error damaged(const QString& what) {
  return Error::make(ErrorCode::Storage, QStringLiteral("The archive is damaged, nothing is added to it: %1 "
                                                        "\"parlourctl archive verify\" says more.")
                                             .arg(what));
}

Status appendDurably(const QString& path, qint64 at, const QByteArray& lines) {
  QFile file(path);
  if (!file.open(QFile::ReadWrite, QFile::ReadOwner | QFile::WriteOwner) || !file.seek(at) ||
      file.write(lines) != lines.size() || !file.flush() || ::fsync(file.handle()) != 0) {
    return Error::make(ErrorCode::Storage,
                       QStringLiteral("The archive cannot be written: %1.").arg(file.errorString()));
  }
  return success();
}

}  // namespace

Archive::Archive(QString directory, const Clock& clock, ArchiveLimits limits, StepHook hook)
    : directory_(std::move(directory)), clock_(clock), limits_(limits), hook_(std::move(hook)) {}

Result<qint64> Archive::position() {
  if (const Status opened = ensureOpen(); !opened) return opened.error();
  return open_->head.event;
}

Status Archive::take(const EventBatch& batch) {
  if (auto opened = ensureOpen(); !opened) return opened;
  if (batch.events.empty() || batch.events.back().eventId <= open_->head.event) return success();
  const Status appended = append(batch);
  if (!appended) open_.reset();  // what is half written is cut off when it is opened again
  return appended;
}

Status Archive::ensureOpen() {
  if (open_) return success();
  if (!QDir().mkpath(directory_)) {
    return Error::make(ErrorCode::Storage, QStringLiteral("The directory %1 cannot be made.").arg(directory_));
  }
  QFile::setPermissions(directory_, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  // An archive that has lost its key must not go on with another.
  const bool fresh = segmentsIn(directory_).isEmpty() && !QFile::exists(headPath(directory_));
  auto key = ArchiveKey::ofArchive(directory_, fresh);
  if (!key) return key.error();
  auto head = acknowledged(*key);
  if (!head) return head.error();
  if (auto cut = cutUnacknowledged(*head); !cut) return cut;
  open_ = Open{std::move(*key), std::move(*head), 0};
  return success();
}

// Without a head nothing was ever acknowledged; there is one before the first segment.
Result<ArchiveSeal> Archive::acknowledged(const ArchiveKey& key) const {
  if (QFile::exists(headPath(directory_))) {
    auto head = readSeal(headPath(directory_), key);
    return head ? std::move(head) : damaged(head.error().text);
  }
  if (!segmentsIn(directory_).isEmpty()) return damaged(QStringLiteral("its head is missing."));
  const ArchiveSeal nothing{false, 0, 0, 0, 0, archiveChainStart()};
  if (auto written = writeSeal(headPath(directory_), nothing, key); !written) return written.error();
  return nothing;
}

Status Archive::cutUnacknowledged(const ArchiveSeal& head) const {
  if (sealBehind(directory_, head)) return damaged(QStringLiteral("its head is older than its seals."));
  for (const qint64 segment : segmentsIn(directory_)) {
    if (segment > head.segment) QFile::remove(segmentPath(directory_, segment));
  }
  if (head.segment == 0) return success();
  // Closing was under way, but what comes after it was not acknowledged.
  QFile::remove(sealPath(directory_, head.segment));
  QFile file(segmentPath(directory_, head.segment));
  if (!file.exists()) return damaged(QStringLiteral("%1 is missing.").arg(file.fileName()));
  if (file.size() < head.size) return damaged(QStringLiteral("%1 is too short.").arg(file.fileName()));
  if (file.size() == head.size || (file.open(QFile::ReadWrite) && file.resize(head.size))) return success();
  return Error::make(ErrorCode::Storage, QStringLiteral("The archive cannot be written: %1.").arg(file.errorString()));
}

bool Archive::wantsNewSegment() const {
  const ArchiveSeal& head = open_->head;
  if (head.segment == 0 || head.size >= limits_.segmentBytes) return true;
  return limits_.daily && open_->day != dayOf(clock_.now());
}

Status Archive::append(const EventBatch& batch) {
  const bool fresh = wantsNewSegment();
  if (fresh && open_->head.segment != 0) {
    if (auto closed = closeSegment(); !closed) return closed;
  }
  ArchiveSeal head = open_->head;
  QByteArray lines;
  if (fresh) {
    ++head.segment;
    head.size = 0;
    addLine(lines, head, ArchiveJson::segment(head.segment, clock_.now()));
  }
  const qint64 at = fresh ? 0 : head.size;
  lines += linesOf(batch, head);
  const QString path = segmentPath(directory_, head.segment);
  if (auto appended = appendDurably(path, at, lines); !appended) return appended;
  reached(hook_, "archive appended");
  if (auto synced = syncDirectory(directory_); !synced) return synced;
  if (auto written = writeSeal(headPath(directory_), head, open_->key); !written) return written;
  reached(hook_, "archive acknowledged");
  open_->head = head;
  if (fresh) open_->day = dayOf(clock_.now());
  return success();
}

QByteArray Archive::linesOf(const EventBatch& batch, ArchiveSeal& head) const {
  const auto first = std::find_if(batch.events.begin(), batch.events.end(),
                                  [&](const ComplianceEvent& event) { return event.eventId > head.event; });
  QByteArray lines;
  addLine(lines, head, ArchiveJson::batch(batch, batch.events.end() - first));
  for (auto event = first; event != batch.events.end(); ++event) addLine(lines, head, ArchiveJson::event(*event));
  head.event = batch.events.back().eventId;
  return lines;
}

Status Archive::closeSegment() {
  ArchiveSeal seal = open_->head;
  seal.closed = true;
  const Status sealed = writeSeal(sealPath(directory_, seal.segment), seal, open_->key);
  if (sealed) reached(hook_, "archive segment closed");
  return sealed;
}

}  // namespace Parlour::Server
