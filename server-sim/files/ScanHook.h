// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <atomic>

#include "server-sim/files/FileOutcome.h"

namespace Parlour::Server {

// The external command that looks at every upload before anybody can read it: program and arguments of the setting,
// then the path. Exit 0: clean; 1: quarantine; everything else, also a crash or running too long (it is killed with its
// children), is no result, and the upload may be ended again. Runs on the caller's thread; a few at a time.
class ScanHook {
 public:
  static constexpr int kAtOneTime = 4;

  ScanHook(const QString& command, int seconds);

  bool isOn() const { return !command_.isEmpty(); }
  // Quarantined, ScanFailed or Busy are the failures.
  FileStatus scan(const QString& path);

 private:
  FileStatus run(const QString& path) const;

  const QStringList command_;
  const int milliseconds_;
  std::atomic<int> running_ = 0;
};

}  // namespace Parlour::Server
