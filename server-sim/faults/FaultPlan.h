// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// What shall go wrong in a server on purpose, for tests and demonstrations: what --fault says. Rates are shares of 1.
struct FaultPlan {
  double busy = 0;              // posts and commands answered with 503 and Retry-After
  double drop = 0;              // requests, and messages to clients, that get lost
  double cut = 0;               // requests, and messages to clients, at which the connection breaks
  int delayMs = 0;              // before a request is looked at; the order within a connection stays
  int delaySpreadMs = 0;        // more or less
  double diskError = 0;         // calls of the store that fail
  bool diskFull = false;        // nothing can be written …
  qint64 fullFromMs = 0;        // … from so long after the start …
  qint64 fullForMs = -1;        // … for so long; -1: for ever
  qint64 clockJumpMs = 0;       // the wall clock jumps by so much …
  qint64 clockJumpAtMs = 0;     // … so long after the start
  std::optional<quint32> seed;  // of the dice; without it every run is another one

  bool isEmpty() const { return *this == FaultPlan(); }
  bool touchesTransport() const { return busy > 0 || drop > 0 || cut > 0 || delayMs > 0; }
  bool touchesStore() const { return diskError > 0 || diskFull; }
  bool operator==(const FaultPlan&) const = default;
};

// Reads specifications like "503=0.05", "delay=200ms±100", "drop=0.01", "cut=0.001", "disk-error=0.02", "disk-full",
// "disk-full=20s@10s", "clock-jump=+3600s@30s", "seed=7"; several between commas. The error is ready to print.
Result<FaultPlan> parseFaults(const QStringList& specifications);

}  // namespace Parlour::Server
