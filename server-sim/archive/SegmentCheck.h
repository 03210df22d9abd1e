// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <optional>

#include "server-sim/archive/ArchiveRecord.h"
#include "server-sim/archive/ArchiveVerifier.h"

namespace Parlour::Server {

// Follows the chain through the lines of the segments, one segment after the other. After a damaged line it goes on
// with what the line says of itself, so that the undamaged ones behind it are not blamed.
class SegmentCheck {
 public:
  SegmentCheck(ArchiveReport& report, QByteArray known) : report_(report), known_(std::move(known)) {}

  // `end`: how many bytes count; `last`: the record that a seal names as the last, 0: unknown.
  void run(const QString& path, qint64 segment, qint64 end, qint64 last);
  const QByteArray& hash() const { return stored_; }
  qint64 lastRecord() const { return expected_ - 1; }
  bool sawKnown() const { return sawKnown_; }
  size_t damages() const { return damages_; }
  // Goes on behind the segment as it was signed.
  void adopt(const ArchiveSeal& seal);
  void add(ArchiveDamage::Kind kind, qint64 segment, qint64 record, const QString& what);

 private:
  // The segment that the file says it is; 0: it says nothing.
  qint64 gather(const QString& path, qint64 end);
  void line(const QByteArray& line, qint64 segment, bool complete);
  void unreadable(const QByteArray& line, qint64 segment, bool complete);
  void outOfPlace(const ArchiveLine& line, qint64 segment);
  void follow(const ArchiveLine& line);

  ArchiveReport& report_;
  QByteArray known_;
  bool sawKnown_ = false;
  size_t damages_ = 0;
  QSet<qint64> numbers_;  // of the lines of this segment
  QSet<qint64> seen_;
  qint64 expected_ = 1;
  QByteArray stored_ = archiveChainStart();    // what the line before says
  QByteArray computed_ = archiveChainStart();  // what it comes to
  bool gap_ = false;                           // the line before is not the one that belongs there
};

}  // namespace Parlour::Server
