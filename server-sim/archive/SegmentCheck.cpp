// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/SegmentCheck.h"

#include <QFile>
#include <QJsonDocument>

namespace Parlour::Server {
namespace {

using Kind = ArchiveDamage::Kind;

// Calls `each` with every line of the first `end` bytes; the last may be cut.
template <typename F>
void forLines(const QString& path, qint64 end, F each) {
  QFile file(path);
  if (!file.open(QFile::ReadOnly)) return;
  while (file.pos() < end && !file.atEnd()) {
    const QByteArray line = file.readLine(end - file.pos() + 1);
    if (line.isEmpty()) return;
    each(line);
  }
}

}  // namespace

void SegmentCheck::add(Kind kind, qint64 segment, qint64 record, const QString& what) {
  ++damages_;
  if (report_.damages.size() < ArchiveReport::kMostDamages) report_.damages.push_back({kind, segment, record, what});
}

void SegmentCheck::adopt(const ArchiveSeal& seal) {
  expected_ = seal.record + 1;
  stored_ = computed_ = seal.hash;
  gap_ = false;
}

qint64 SegmentCheck::gather(const QString& path, qint64 end) {
  numbers_.clear();
  seen_.clear();
  qint64 segment = 0;
  forLines(path, end, [&](const QByteArray& line) {
    if (const auto number = numberOfArchiveLine(line)) numbers_.insert(*number);
    if (numbers_.size() != 1 || segment != 0) return;
    const auto parsed = parseArchiveLine(line);
    const QJsonObject object = parsed ? QJsonDocument::fromJson(parsed->json).object() : QJsonObject();
    if (ArchiveJson::typeOf(object) == "segment") segment = object.value(QStringLiteral("segment")).toInteger();
  });
  return segment;
}

void SegmentCheck::run(const QString& path, qint64 segment, qint64 end, qint64 last) {
  const qint64 found = gather(path, end);
  if (found != 0 && found != segment) {
    return add(Kind::Reordered, segment, 0, QStringLiteral("the file holds segment %1").arg(found));
  }
  forLines(path, end, [&](const QByteArray& text) { line(text, segment, text.endsWith('\n')); });
  if (last < expected_) return;
  add(Kind::Truncated, segment, expected_,
      QStringLiteral("the segment ends before its record %1; the last one is %2").arg(expected_).arg(last));
  expected_ = last + 1;
  gap_ = true;
}

void SegmentCheck::line(const QByteArray& text, qint64 segment, bool complete) {
  const auto parsed = parseArchiveLine(text);
  if (!parsed) return unreadable(text, segment, complete);
  if (archiveHash(stored_, expected_, parsed->json) == parsed->hash && parsed->number != expected_) {
    add(Kind::Changed, segment, expected_, QStringLiteral("its number was changed to %1").arg(parsed->number));
    return follow({expected_, parsed->hash, parsed->json});
  }
  if (parsed->number != expected_) return outOfPlace(*parsed, segment);
  const bool follows = archiveHash(stored_, parsed->number, parsed->json) == parsed->hash ||
                       archiveHash(computed_, parsed->number, parsed->json) == parsed->hash;
  if (!follows && !gap_) add(Kind::Changed, segment, expected_, QStringLiteral("the content is not what was written"));
  follow(*parsed);
}

// The line ends, its length or its hash are not in the form in which they were written.
void SegmentCheck::unreadable(const QByteArray& text, qint64 segment, bool complete) {
  if (!complete && !parseArchiveLine(text.chopped(1) + '\n')) {
    add(Kind::Truncated, segment, expected_, QStringLiteral("the record is cut off"));
  } else {
    add(Kind::Changed, segment, expected_, QStringLiteral("the record is not in the form in which it was written"));
  }
  ++report_.records;
  seen_.insert(expected_++);
  // Two records whose line end is gone are one line.
  const qsizetype inner = text.indexOf(QByteArray::number(expected_) + ' ', text.indexOf('{') + 1);
  if (inner > 1 && (text.at(inner - 1) == '}' || text.at(inner - 2) == '}')) seen_.insert(expected_++);
  gap_ = true;
}

void SegmentCheck::outOfPlace(const ArchiveLine& found, qint64 segment) {
  if (seen_.contains(found.number)) {
    return add(Kind::Added, segment, found.number, QStringLiteral("the record is there more than once"));
  }
  if (found.number < expected_) {
    seen_.insert(found.number);
    ++report_.records;
    return add(Kind::Reordered, segment, found.number, QStringLiteral("the record is behind later ones"));
  }
  const bool later = numbers_.contains(expected_);
  if (!later) {
    const QString which = found.number == expected_ + 1
                              ? QStringLiteral("the record is missing")
                              : QStringLiteral("the records up to %1 are missing").arg(found.number - 1);
    add(Kind::Dropped, segment, expected_, which);
  } else {
    add(Kind::Reordered, segment, found.number,
        QStringLiteral("the record is in the place of record %1").arg(expected_));
  }
  follow(found);
  computed_ = stored_;
}

void SegmentCheck::follow(const ArchiveLine& found) {
  computed_ = archiveHash(stored_, found.number, found.json);
  stored_ = found.hash;
  gap_ = false;
  if (found.hash == known_) sawKnown_ = true;
  seen_.insert(found.number);
  expected_ = found.number + 1;
  ++report_.records;
  const QJsonObject object = QJsonDocument::fromJson(found.json).object();
  if (ArchiveJson::typeOf(object) != "event") return;
  ++report_.events;
  report_.lastEvent = ArchiveJson::eventOf(object).eventId;
}

}  // namespace Parlour::Server
