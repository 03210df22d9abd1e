// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include "protocol/support/Result.h"

namespace Parlour::Signin {

inline constexpr char kDeregistrationEvent[] = "registration-notify";
inline constexpr char kDeregistrationType[] = "text/registration-event";

// Why the server removed an endpoint (signin 1.9).
enum class DeregistrationEvent {
  Unregistered,              // another endpoint pushed this one out
  Rejected,                  // the user was disabled
  Deactivated,               // the user moved to another home server
  PreferredRegistrarChange,  // the user moved to another registrar
  Other,
};

// The body `deregistered;event=…` of the NOTIFY by which a server ends a registration. Reading
// fails with ParseFailed; an event that is not known is kept in `eventText`.
struct DeregistrationNotice {
  DeregistrationEvent event = DeregistrationEvent::Other;
  QByteArray eventText;

  static DeregistrationNotice make(DeregistrationEvent event);
  static Result<DeregistrationNotice> parse(QByteArrayView body);
  QByteArray toBytes() const;
  bool mayReconnectAtOnce() const;
};

}  // namespace Parlour::Signin
