// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Parlour::Sip {

// What a SofiaTransport has seen and refused since it was made. Its thread.
struct TransportCounters {
  quint64 accepted = 0;
  quint64 refusedFull = 0;        // too many connections
  quint64 refusedOfAddress = 0;   // too many from one address, at one time or in a while
  quint64 withoutDescriptor = 0;  // no file descriptor was left
  quint64 cutSilent = 0;          // no request in time
  quint64 cutPartial = 0;         // a message did not end in time
  quint64 cutNotSip = 0;          // bytes that are no SIP
  quint64 cutSlow = 0;            // left too much unanswered
  quint64 unansweredFull = 0;     // requests refused because too many of the connection wait
  quint64 writes = 0;             // of one message or several at once
  quint64 sendFailed = 0;         // messages that found the queue full or the connection gone
};

}  // namespace Parlour::Sip
