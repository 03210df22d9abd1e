// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireWaiting.h"

namespace Parlour::Models {

void WireWaiting::clear() {
  requests_.clear();
  commands_.clear();
}

void WireWaiting::collect(QMap<quint64, Entry>& entries, Timestamp now, qint64 timeoutMs, QList<Change>& changes) {
  for (auto entry = entries.begin(); entry != entries.end();) {
    const qint64 waited = now.toMs() - entry->since.toMs();
    if (waited >= timeoutMs) {
      changes.append({entry.key(), WireStatus::NoAnswer});
      entry = entries.erase(entry);
      continue;
    }
    if (waited >= kWaitingAfterMs && entry->shown != WireStatus::Waiting) {
      entry->shown = WireStatus::Waiting;
      changes.append({entry.key(), WireStatus::Waiting});
    }
    ++entry;
  }
}

QList<WireWaiting::Change> WireWaiting::due(Timestamp now) {
  QList<Change> changes;
  collect(requests_, now, kSipTimeoutMs, changes);
  collect(commands_, now, kReplyTimeoutMs, changes);
  return changes;
}

}  // namespace Parlour::Models
