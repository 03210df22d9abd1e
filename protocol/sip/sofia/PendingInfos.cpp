// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/PendingInfos.h"

namespace Parlour::Sip {

void PendingInfos::add(ConnectionId connection, const Key& key, qint64 bytes, qint64 deadline) {
  OfConnection& of = loads_[connection];
  of.waiting.insert(key, {bytes, deadline});
  ++of.total.count;
  of.total.bytes += bytes;
  due_.push_back({deadline, connection, key});
}

bool PendingInfos::take(ConnectionId connection, const Key& key) {
  const auto of = loads_.find(connection);
  if (of == loads_.end()) return false;
  const auto found = of->waiting.constFind(key);
  if (found == of->waiting.cend()) return false;
  --of->total.count;
  of->total.bytes -= found->bytes;
  of->waiting.erase(found);
  // What was answered leaves the front at once, so that the list stays as short as what is outstanding.
  dropAnsweredFront();
  return true;
}

void PendingInfos::dropAnsweredFront() {
  while (!due_.empty()) {
    const auto of = loads_.constFind(due_.front().connection);
    if (of != loads_.cend() && of->waiting.contains(due_.front().key)) return;
    due_.pop_front();
  }
}

QList<PendingInfos::Key> PendingInfos::takeOf(ConnectionId connection) {
  return loads_.take(connection).waiting.keys();
}

QList<std::pair<ConnectionId, PendingInfos::Key>> PendingInfos::takeOverdue(qint64 now) {
  QList<std::pair<ConnectionId, Key>> overdue;
  while (!due_.empty() && due_.front().deadline <= now) {
    const Due due = due_.front();
    due_.pop_front();
    const auto of = loads_.constFind(due.connection);
    if (of == loads_.cend() || !of->waiting.contains(due.key) || of->waiting.value(due.key).deadline > now) continue;
    take(due.connection, due.key);
    overdue.append({due.connection, due.key});
  }
  return overdue;
}

}  // namespace Parlour::Sip
