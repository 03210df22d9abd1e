// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveVerifier.h"

#include <QFile>
#include <algorithm>

#include "server-sim/archive/SegmentCheck.h"

namespace Parlour::Server {
namespace {

using Kind = ArchiveDamage::Kind;

// One segment against what is signed about it.
void checkSealed(SegmentCheck& check, const QString& directory, const ArchiveSeal& seal) {
  const QString path = segmentPath(directory, seal.segment);
  const qint64 size = QFile(path).size();
  const size_t before = check.damages();
  if (!QFile::exists(path)) {
    check.add(Kind::Dropped, seal.segment, 0, QStringLiteral("the segment is missing"));
    return check.adopt(seal);
  }
  check.run(path, seal.segment, seal.closed ? size : std::min(size, seal.size), seal.record);
  if (check.damages() > before) return check.adopt(seal);
  if (check.lastRecord() > seal.record) {
    check.add(Kind::Added, seal.segment, seal.record + 1, QStringLiteral("there are more records than were signed"));
  } else if (check.hash() != seal.hash) {
    check.add(Kind::Changed, seal.segment, 0, QStringLiteral("its last record is not the one that was signed"));
  }
  check.adopt(seal);
}

void checkUnsealed(SegmentCheck& check, const QString& directory, qint64 segment, const Error& why) {
  const QString path = segmentPath(directory, segment);
  if (!QFile::exists(path)) {
    return check.add(Kind::Dropped, segment, 0, QStringLiteral("the segment is missing"));
  }
  check.run(path, segment, QFile(path).size(), 0);
  const Kind kind = why.code == ErrorCode::NotFound ? Kind::Dropped : Kind::Changed;
  check.add(kind, segment, 0, QStringLiteral("its seal: %1").arg(why.text));
}

void checkSegment(SegmentCheck& check, const QString& directory, qint64 segment, const ArchiveKey& key) {
  const auto seal = readSeal(sealPath(directory, segment), key);
  if (!seal) return checkUnsealed(check, directory, segment, seal.error());
  if (seal->closed && seal->segment == segment) return checkSealed(check, directory, *seal);
  checkUnsealed(check, directory, segment,
                Error::make(ErrorCode::Conflict, QStringLiteral("it belongs to segment %1.").arg(seal->segment)));
}

void checkHead(SegmentCheck& check, ArchiveReport& report, const QString& directory, const ArchiveSeal& head) {
  const auto segments = segmentsIn(directory);
  for (const qint64 segment : segments) {
    if (segment > head.segment) report.unacknowledged += QFile(segmentPath(directory, segment)).size();
  }
  if (const auto newer = sealBehind(directory, head)) {
    check.add(Kind::Changed, *newer, 0, QStringLiteral("it was signed, but the head is older"));
  }
  report.segments = head.segment;
  if (head.segment == 0) return;
  const qint64 size = QFile(segmentPath(directory, head.segment)).size();
  report.unacknowledged += std::max<qint64>(size - head.size, 0);
  checkSealed(check, directory, head);
}

}  // namespace

QString archiveDamageName(Kind kind) {
  switch (kind) {
    case Kind::Changed:
      return QStringLiteral("changed");
    case Kind::Dropped:
      return QStringLiteral("dropped");
    case Kind::Reordered:
      return QStringLiteral("reordered");
    case Kind::Added:
      return QStringLiteral("added");
    case Kind::Truncated:
      return QStringLiteral("truncated");
  }
  return {};
}

Result<ArchiveReport> verifyArchive(const QString& directory, const ArchiveKey& key, const QByteArray& known) {
  ArchiveReport report;
  SegmentCheck check(report, known);
  const auto head = readSeal(headPath(directory), key);
  const auto segments = segmentsIn(directory);
  if (!head && head.error().code == ErrorCode::NotFound && segments.isEmpty()) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("%1 holds no archive.").arg(directory));
  }
  const qint64 last = head ? head->segment : (segments.isEmpty() ? 0 : segments.last() + 1);
  for (qint64 segment = 1; segment < last; ++segment) checkSegment(check, directory, segment, key);
  if (head) {
    checkHead(check, report, directory, *head);
  } else {
    report.segments = segments.size();
    const bool missing = head.error().code == ErrorCode::NotFound;
    check.add(missing ? Kind::Dropped : Kind::Changed, 0, 0, QStringLiteral("the head: %1").arg(head.error().text));
  }
  report.head = check.hash();
  if (!known.isEmpty() && !check.sawKnown() && known != archiveChainStart()) {
    check.add(Kind::Truncated, report.segments, 0,
              QStringLiteral("the chain does not hold the hash %1").arg(QString::fromLatin1(known)));
  }
  return report;
}

}  // namespace Parlour::Server
