// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireTransactions.h"

namespace Parlour::Models {

namespace {

constexpr size_t kMostTransactions = 20'000;

// Both sides number their own requests, so the direction belongs to the key.
QByteArray requestKey(const QByteArray& callId, quint32 cseq, const QByteArray& method, bool outgoing) {
  return callId + '\n' + QByteArray::number(cseq) + '\n' + method + (outgoing ? ">" : "<");
}

QByteArray commandKey(const QByteArray& callId, EnvId envId) { return callId + '\n' + QByteArray::number(envId); }

}  // namespace

void WireTransactions::Table::add(const QByteArray& key, const Open& entry) {
  if (!open.contains(key)) order.push_back(key);
  open.insert(key, entry);
  while (order.size() > kMostTransactions) {
    open.remove(order.front());
    order.pop_front();
  }
}

std::optional<WireTransactions::Open> WireTransactions::Table::find(const QByteArray& key, bool mark) {
  const auto found = open.find(key);
  if (found == open.end()) return std::nullopt;
  const Open entry = *found;
  found->answered = found->answered || mark;
  return entry;
}

void WireTransactions::addRequest(const QByteArray& callId, quint32 cseq, const QByteArray& method, bool outgoing,
                                  const Open& request) {
  requests_.add(requestKey(callId, cseq, method, outgoing), request);
}

std::optional<WireTransactions::Open> WireTransactions::answer(const QByteArray& callId, quint32 cseq,
                                                               const QByteArray& method, bool outgoing, bool final) {
  return requests_.find(requestKey(callId, cseq, method, !outgoing), final);
}

void WireTransactions::addCommand(const QByteArray& callId, EnvId envId, const Open& command) {
  commands_.add(commandKey(callId, envId), command);
}

std::optional<WireTransactions::Open> WireTransactions::reply(const QByteArray& callId, EnvId envId) {
  return commands_.find(commandKey(callId, envId), true);
}

void WireTransactions::clear() {
  requests_ = {};
  commands_ = {};
}

}  // namespace Parlour::Models
