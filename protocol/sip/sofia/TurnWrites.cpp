// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/TurnWrites.h"

#include <utility>

namespace Parlour::Sip {
namespace {

constexpr qsizetype kMostOfConnection = 64 * 1024;
constexpr qsizetype kMostOfAll = 4 * 1024 * 1024;

}  // namespace

TurnWrites::TurnWrites(SofiaAgent& agent, std::function<void(std::function<void()>)> later)
    : agent_(agent), later_(std::move(later)) {}

bool TurnWrites::takeFirst(SofiaConnection& connection) {
  if (connection.writtenInTurn == turn_ || !connection.gathered.isEmpty()) return false;
  connection.writtenInTurn = turn_;
  endTurnLater();
  return true;
}

void TurnWrites::gather(SofiaConnection& connection, QByteArrayView head, QByteArrayView body) {
  if (connection.gathered.isEmpty()) waiting_.push_back(connection.id);
  connection.gathered.append(head).append(body);
  waitingBytes_ += head.size() + body.size();
  if (connection.gathered.size() >= kMostOfConnection) flush(connection);
  if (waitingBytes_ >= kMostOfAll) flushAll();
  endTurnLater();
}

void TurnWrites::flush(SofiaConnection& connection) {
  const QByteArray text = std::exchange(connection.gathered, {});
  if (text.isEmpty() || connection.lost) return;
  waitingBytes_ -= text.size();
  if (agent_.send(connection, agent_.writer().fromText(text, {}))) return;
  ++agent_.counters().sendFailed;
  agent_.close(connection, Error::make(ErrorCode::LimitExceeded, QStringLiteral("The other side takes nothing.")), 0);
}

void TurnWrites::flushAll() {
  for (const ConnectionId id : std::exchange(waiting_, {})) {
    if (SofiaConnection* connection = agent_.find(id)) flush(*connection);
  }
  waitingBytes_ = 0;
}

void TurnWrites::endTurnLater() {
  if (std::exchange(ending_, true)) return;
  later_([this] {
    ending_ = false;
    ++turn_;
    flushAll();
  });
}

}  // namespace Parlour::Sip
