// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <optional>

#include "protocol/support/Clock.h"
#include "server-sim/archive/ArchiveFiles.h"
#include "server-sim/archive/ArchiveRecord.h"
#include "server-sim/compliance/Steps.h"

namespace Parlour::Server {

// When a segment is closed and signed: with the first batch after either.
struct ArchiveLimits {
  qint64 segmentBytes = 64 * 1024 * 1024;
  bool daily = true;  // at the change of the day, UTC
};

// The append-only archive of everything that compliance delivers; its format is in the README.md of this folder.
// A batch is acknowledged when the head, signed, says so; what lies behind the head when the archive is opened was
// never acknowledged and is cut off, so that a batch is in it once or not at all. A segment that is shorter than its
// head is damage and nothing is added to it. Used on one thread; the directory has one writer.
class Archive final : public EventSink {
 public:
  static constexpr char kFolder[] = "archive";  // in the data directory

  // `directory` is made at the first use.
  Archive(QString directory, const Clock& clock, ArchiveLimits limits = {}, StepHook hook = {});

  QString name() const override { return QStringLiteral("archive"); }
  Result<qint64> position() override;
  Status take(const EventBatch& batch) override;

 private:
  struct Open {
    ArchiveKey key;
    ArchiveSeal head;
    qint64 day = 0;  // when the segment was begun, days since 1970; 0: before this process
  };
  Status ensureOpen();
  Result<ArchiveSeal> acknowledged(const ArchiveKey& key) const;
  Status cutUnacknowledged(const ArchiveSeal& head) const;
  Status append(const EventBatch& batch);
  Status closeSegment();
  QByteArray linesOf(const EventBatch& batch, ArchiveSeal& head) const;
  bool wantsNewSegment() const;

  QString directory_;
  const Clock& clock_;
  ArchiveLimits limits_;
  StepHook hook_;
  std::optional<Open> open_;  // nothing: not opened yet, or something failed since
};

}  // namespace Parlour::Server
