// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "protocol/support/Result.h"
#include "server-sim/archive/ArchiveKey.h"

// The files of an archive: segments of lines, a signed seal beside every segment that is closed, and the head, a seal
// of what is acknowledged of the last one.
namespace Parlour::Server {

// What a signature says: so far the segment is whole.
struct ArchiveSeal {
  bool closed = false;
  qint64 segment = 0;
  qint64 size = 0;    // bytes of the segment
  qint64 record = 0;  // the last one; records are numbered through all segments
  qint64 event = 0;   // the last eventId so far
  QByteArray hash;    // of the last record
  bool operator==(const ArchiveSeal&) const = default;

  QByteArray toText() const;
};

inline constexpr char kArchiveHead[] = "head";
QString segmentPath(const QString& directory, qint64 segment);
QString sealPath(const QString& directory, qint64 segment);
QString headPath(const QString& directory);
// Numbers of the segments that are there, ascending.
QList<qint64> segmentsIn(const QString& directory);

// NotFound: no file; PermissionDenied: signed by another key, or changed; ParseFailed: no seal.
Result<ArchiveSeal> readSeal(const QString& path, const ArchiveKey& key);
Status writeSeal(const QString& path, const ArchiveSeal& seal, const ArchiveKey& key);

// A segment that was closed with more in it than the head knows of. There is none unless the head is an old one that
// was put back, because a segment is closed as the head has it and then left behind by the head.
std::optional<qint64> sealBehind(const QString& directory, const ArchiveSeal& head);

// All of it or nothing, on disk when this returns; mode 0600.
Status writeDurably(const QString& path, const QByteArray& content);
// The names in a directory.
Status syncDirectory(const QString& path);

}  // namespace Parlour::Server
