// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/PendingInfos.h"

namespace Parlour::Sip {
namespace {

constexpr size_t kKeptCapacity = 4;
constexpr size_t kMostAnsweredInFront = 64;

}  // namespace

void PendingInfos::OfConnection::remove(size_t index) {
  bytes -= waiting[index].bytes;
  if (index == first) {
    waiting[first++].key.callId.clear();
  } else {
    waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(index));
  }
  if (first == waiting.size()) {
    first = 0;
    waiting.clear();
    if (waiting.capacity() > kKeptCapacity) waiting.shrink_to_fit();
  } else if (first > kMostAnsweredInFront && first > waiting.size() / 2) {
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(first));
    first = 0;
  }
}

void PendingInfos::add(ConnectionId connection, const Key& key, qint64 bytes, qint64 deadline) {
  OfConnection& of = connections_[connection];
  of.waiting.push_back({key, bytes, deadline});
  of.bytes += bytes;
}

bool PendingInfos::take(ConnectionId connection, const Key& key) {
  const auto of = connections_.find(connection);
  if (of == connections_.end()) return false;
  for (size_t i = of->first; i < of->waiting.size(); ++i) {
    if (of->waiting[i].key != key) continue;
    of->remove(i);
    return true;
  }
  return false;
}

QList<PendingInfos::Key> PendingInfos::takeOf(ConnectionId connection) {
  const OfConnection of = connections_.take(connection);
  QList<Key> keys;
  for (size_t i = of.first; i < of.waiting.size(); ++i) keys.append(of.waiting[i].key);
  return keys;
}

QList<std::pair<ConnectionId, PendingInfos::Key>> PendingInfos::takeOverdue(qint64 now) {
  QList<std::pair<ConnectionId, Key>> overdue;
  for (auto of = connections_.begin(); of != connections_.end(); ++of) {
    while (of->first < of->waiting.size() && of->waiting[of->first].deadline <= now) {
      overdue.append({of.key(), of->waiting[of->first].key});
      of->remove(of->first);
    }
  }
  return overdue;
}

PendingInfos::Load PendingInfos::load(ConnectionId connection) const {
  const auto of = connections_.constFind(connection);
  if (of == connections_.cend()) return {};
  return {static_cast<int>(of->waiting.size() - of->first), of->bytes};
}

}  // namespace Parlour::Sip
