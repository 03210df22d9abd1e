// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include "server-sim/log/LogLine.h"

namespace Parlour::Server {

// Keeps a line that comes again and again from filling the log: numbers in it aside, kLines of one kind pass in
// kWindowMs, the rest is counted. Not thread-safe.
class RepeatLimit {
 public:
  static constexpr int kLines = 10;
  static constexpr qint64 kWindowMs = 10'000;

  struct Verdict {
    bool pass = true;
    quint64 left = 0;  // lines of the same kind left out before this one
  };
  Verdict judge(const LogLine& line, qint64 nowMs);

 private:
  struct Kind {
    qint64 sinceMs = 0;
    int passed = 0;
    quint64 left = 0;
  };
  void forgetOld(qint64 nowMs);

  QHash<QByteArray, Kind> kinds_;
};

}  // namespace Parlour::Server
