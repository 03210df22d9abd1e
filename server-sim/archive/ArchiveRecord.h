// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <optional>

#include "server-sim/compliance/EventSink.h"

// Lines of an archive: "<number> <length> <hash> <json>". The number counts through all segments, the length is that of
// the JSON in bytes, and the hash is hexadecimal SHA-256 of the hash of the line before, LF, the number, a space and
// the JSON; so a line stands for everything before it. Pure functions.
namespace Parlour::Server {

struct ArchiveLine {
  qint64 number = 0;
  QByteArray hash;
  QByteArray json;
};

// What stands for the hash before the first line.
QByteArray archiveChainStart();
QByteArray archiveHash(const QByteArray& previous, qint64 number, const QByteArray& json);
QByteArray archiveLine(const ArchiveLine& line);  // with its LF
// With its LF; nothing unless every byte is as archiveLine() would have it. The hash is not checked.
std::optional<ArchiveLine> parseArchiveLine(const QByteArray& line);
// The number alone, of a line that may be damaged behind it.
std::optional<qint64> numberOfArchiveLine(const QByteArray& line);

// JSON objects have their keys in order and no white space. "type" is "segment", "batch" or "event".
namespace ArchiveJson {
QByteArray segment(qint64 number, Timestamp opened);
QByteArray batch(const EventBatch& batch, qint64 events);  // without its events, which follow; how many of them do
QByteArray event(const ComplianceEvent& event);
QByteArray typeOf(const QJsonObject& object);
EventBatch batchOf(const QJsonObject& object);
ComplianceEvent eventOf(const QJsonObject& object);
}  // namespace ArchiveJson

// "post", "history read" …; "event 42" for kinds that are not known.
QString eventKindName(ComplianceKind kind);

}  // namespace Parlour::Server
