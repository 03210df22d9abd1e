// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>
#include <optional>

#include "app/models/wire/WireMessage.h"
#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Models {

// What the messages of a trace tell about the session as a whole: who talks to whom and how far the sign-in is. A
// value that grows with every message; everything is empty until a message told it.
struct WireFacts {
  QString account;      // "priya.raman@northgate.example"
  QString clientHost;   // address the client sends from
  QString frontEnd;     // "10.20.4.5:5061"
  QString transport;    // "TLS", "TCP"
  QString chatService;  // user part of the chat service's address
  bool signedIn = false;
  QSet<RoomUri> openRooms;         // joined one by one; followed rooms are joined in a batch
  std::optional<qint64> signInMs;  // from the first REGISTER to the last answer of the sign-in (xccos 3.6)

  void take(const WireMessage& message, bool outgoing, Timestamp time);
  void take(const Xccos::Envelope& envelope, Timestamp time);

 private:
  void takeRequest(const WireMessage& request, bool outgoing, Timestamp time);
  void takeRegistered(const WireMessage& response);

  Timestamp signInStart_;
};

}  // namespace Parlour::Models
