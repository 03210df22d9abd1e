// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Parlour::Server {

// What the components say once a second about the load. Each adds its part to the fields that concern it: several may
// shed requests, so they add up. Totals count since the start.
struct LoadSample {
  quint64 sessions = 0;  // chat sessions now
  quint64 roomsInUse = 0;
  quint64 messages = 0;     // total of posts sent to their rooms
  quint64 waiting = 0;      // posts that wait for the disk
  quint64 waitingPeak = 0;  // most of them since the sample before
  quint64 waitingLimit = 0;
  quint64 sendQueue = 0;  // messages that the slowest client has not answered
  quint64 sendQueueLimit = 0;
  quint64 answered = 0;  // total of posts about which the store has said what became of them
  quint64 shed = 0;      // total of requests answered 503
  quint64 signIns = 0;   // total of sign-ins that went well
};

}  // namespace Parlour::Server
