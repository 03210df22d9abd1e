// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// One chat dialog of one endpoint; never reused. 0 is none.
using SessionId = quint64;

// An encoded XCCOS envelope, made once and shared by all its recipients.
using SharedEnvelope = std::shared_ptr<const QByteArray>;

// What the front end knows of a session.
struct SessionFacts {
  QByteArray address;  // IP address of the client
  QByteArray agent;    // program, as it calls itself
  Timestamp since;
  qint64 unanswered = 0;  // messages sent to it and not answered yet
  qint64 unansweredBytes = 0;
};

// Where the chat service sends its envelopes; the front end implements it over SIP INFO.
// Must not call back into the service from inside these calls.
class SessionSink {
 public:
  virtual ~SessionSink() = default;
  virtual void deliver(SessionId session, const SharedEnvelope& envelope) = 0;
  // The service has closed the session, because its user may no longer use the chat rooms; nothing comes for it any
  // more.
  virtual void endSession(SessionId) {}
  // All empty for a session that it does not know.
  virtual SessionFacts factsOf(SessionId) const { return {}; }
};

}  // namespace Parlour::Server
