// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>

#include "app/models/wire/WireRow.h"

namespace Parlour::Models {

inline constexpr qint64 kWaitingAfterMs = 2'000;
inline constexpr qint64 kSipTimeoutMs = 32'000;    // 64 times T1 of SIP
inline constexpr qint64 kReplyTimeoutMs = 60'000;  // xccos 3.4

// Rows whose request or chat command has no answer yet, and what they show meanwhile.
class WireWaiting {
 public:
  struct Change {
    quint64 number = 0;
    WireStatus status = WireStatus::None;
  };

  void addRequest(quint64 number, Timestamp since) { requests_.insert(number, {since, WireStatus::None}); }
  void addCommand(quint64 number, Timestamp since) { commands_.insert(number, {since, WireStatus::None}); }
  void requestAnswered(quint64 number) { requests_.remove(number); }
  void commandAnswered(quint64 number) { commands_.remove(number); }
  bool isWaiting(quint64 number) const { return requests_.contains(number) || commands_.contains(number); }
  bool isEmpty() const { return requests_.isEmpty() && commands_.isEmpty(); }
  void clear();

  // The rows that wait longer than a limit since the last call. Those without answer at the timeout are forgotten.
  QList<Change> due(Timestamp now);

 private:
  struct Entry {
    Timestamp since;
    WireStatus shown = WireStatus::None;
  };
  static void collect(QMap<quint64, Entry>& entries, Timestamp now, qint64 timeoutMs, QList<Change>& changes);

  QMap<quint64, Entry> requests_;
  QMap<quint64, Entry> commands_;
};

}  // namespace Parlour::Models
