// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

#include "server-sim/archive/Archive.h"
#include "server-sim/archive/ArchiveVerifier.h"

namespace Parlour::Server {

// An archive in a directory of its own, with batches to put into it.
struct ArchiveRig {
  QTemporaryDir folder;
  FakeClock clock;

  QString directory() const { return folder.path() + QStringLiteral("/archive"); }
  Archive open(ArchiveLimits limits = {}, StepHook hook = {}) const { return {directory(), clock, limits, hook}; }
  ArchiveReport verify(const QByteArray& known = {}) const;
  // Three segments of two batches with three events each; the last is open. False: it could not be written.
  bool fill() const;

  // Events `first` to `last`, posts and others.
  EventBatch batch(qint64 number, qint64 first, qint64 last) const;
  static QByteArray read(const QString& path);
  static bool write(const QString& path, const QByteArray& content);
};

}  // namespace Parlour::Server
