// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <functional>
#include <vector>

#include "protocol/sip/sofia/SofiaAgent.h"

namespace Parlour::Sip {

// Gathers what one turn of the loop sends to a connection, so that it leaves in one write: the call into the kernel is
// most of the cost of a short message. An INFO that is the first of the turn goes at once, so that the receivers of a
// lone post work while it is still sent to others. On the loop's thread; the agent must outlive it. A connection that
// takes nothing more is closed.
class TurnWrites {
 public:
  // later: runs a closure after what this turn has left to do.
  TurnWrites(SofiaAgent& agent, std::function<void(std::function<void()>)> later);

  // True once a turn and connection, as long as nothing is gathered for it.
  bool takeFirst(SofiaConnection& connection);
  void gather(SofiaConnection& connection, QByteArrayView head, QByteArrayView body);
  void flush(SofiaConnection& connection);
  void flushAll();

 private:
  void endTurnLater();

  SofiaAgent& agent_;
  std::function<void(std::function<void()>)> later_;
  std::vector<ConnectionId> waiting_;
  qsizetype waitingBytes_ = 0;
  quint64 turn_ = 1;
  bool ending_ = false;
};

}  // namespace Parlour::Sip
