// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include "server-sim/frontend/LoadSettings.h"

namespace Parlour::Server {

// How loaded the server is, named by what it refuses: each level refuses what the one before does and one class more.
enum class LoadLevel { Normal, NoSignIns, NoReading, NoPosts };

// What is measured.
struct LoadReading {
  qint64 lagMs = 0;  // how late the loop came to it
  qint64 waitingPosts = 0;
  qint64 waitingReads = 0;
};

// Makes a level of what is measured: rises at once, falls when the load has been less for a second, so that it does not
// flicker. Times are monotonic milliseconds. Loop thread.
class LoadMonitor {
 public:
  explicit LoadMonitor(const LoadSettings& settings) : settings_(settings) {}

  void note(const LoadReading& reading, qint64 nowMs);
  LoadLevel level() const { return level_; }
  bool refuses(LoadLevel what) const { return level_ >= what; }

 private:
  LoadLevel levelOf(const LoadReading& reading) const;

  const LoadSettings& settings_;
  LoadLevel level_ = LoadLevel::Normal;
  qint64 holdUntilMs_ = 0;
};

}  // namespace Parlour::Server
