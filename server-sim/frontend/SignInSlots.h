// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <functional>
#include <optional>

#include "protocol/sip/Transport.h"
#include "server-sim/frontend/LoadSettings.h"

namespace Parlour::Server {

// Bounds how many sign-ins are under way, so that a whole organisation that comes back at once is let in as fast as the
// server can and nobody waits in vain: who finds no place is told when to come again, and the times are spread
// at the pace of the settings. A place belongs to a connection. Times are monotonic milliseconds. Loop thread.
class SignInSlots {
 public:
  // `random` gives any number; used to spread times that are too far off to be kept in order.
  SignInSlots(const LoadSettings& settings, std::function<quint32()> random);

  // Nothing when the connection has a place now; else how many seconds later it may ask again. `address` is the group
  // it comes from, empty when that is not limited.
  std::optional<int> enter(Sip::ConnectionId connection, const QByteArray& address, qint64 nowMs);
  // The seconds of a refusal for another reason.
  int retryAfterSeconds(qint64 nowMs);
  bool has(Sip::ConnectionId connection) const { return slots_.contains(connection); }
  void touch(Sip::ConnectionId connection, qint64 nowMs);
  bool leave(Sip::ConnectionId connection);  // false: it had none
  qsizetype inFlight() const { return slots_.size(); }

 private:
  struct Slot {
    QByteArray address;
    qint64 lastMs = 0;
  };

  void dropIdle(qint64 nowMs);
  bool isFull(const QByteArray& address) const;
  void leaveAddress(const QByteArray& address);

  const LoadSettings& settings_;
  std::function<quint32()> random_;
  QHash<Sip::ConnectionId, Slot> slots_;
  QHash<QByteArray, int> ofAddress_;
  qint64 nextDropMs_ = 0;
  double nextReturnMs_ = 0;  // when the last one who was refused may come back
};

}  // namespace Parlour::Server
