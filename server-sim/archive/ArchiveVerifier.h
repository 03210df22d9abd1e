// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <vector>

#include "server-sim/archive/ArchiveFiles.h"

namespace Parlour::Server {

struct ArchiveDamage {
  enum class Kind { Changed, Dropped, Reordered, Added, Truncated };
  Kind kind = Kind::Changed;
  qint64 segment = 0;
  qint64 record = 0;  // 0: the segment as a whole, or its seal
  QString what;
};
QString archiveDamageName(ArchiveDamage::Kind kind);

struct ArchiveReport {
  qint64 segments = 0;
  qint64 records = 0;
  qint64 events = 0;
  qint64 lastEvent = 0;
  QByteArray head;            // hash of the last record: noted elsewhere, it shows later that nothing was taken back
  qint64 unacknowledged = 0;  // bytes behind the head, which a crash leaves and the next start cuts off
  std::vector<ArchiveDamage> damages;  // at most kMostDamages
  static constexpr size_t kMostDamages = 200;
};

// Reads a whole archive and says what is wrong with it. Needs the public key only, no server, and changes nothing.
// `known`: a hash from an earlier report that must still be in the chain, or empty. Blocking.
Result<ArchiveReport> verifyArchive(const QString& directory, const ArchiveKey& key, const QByteArray& known = {});

}  // namespace Parlour::Server
