// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/metrics/Counter.h"

namespace Parlour::Server {

class MetricSet;

// What the front end counts since its start.
struct FrontEndCounters {
  Counter requests;      // received
  Counter signIns;       // that reached the chat dialog
  Counter refusedUsers;  // wrong password, unknown or disabled
  Counter lockedOut;     // tries during a lock-out
  // Answered 503.
  Counter shedSignIns;
  Counter shedReading;
  Counter shedPosts;
  Counter limitedUsers;      // by the rate of one user
  Counter limitedAddresses;  // by the rate of one address
  Counter sessionsFull;
  // Ended by a limit of time or of what is left unanswered.
  Counter cutSlow;
  Counter expiredRegistrations;
  Counter expiredSessions;
  Counter expiredSubscriptions;
  Gauge signInsInFlight;
  Gauge loadLevel;  // as a number: LoadLevel
  Gauge loopLagMs;  // most since whoever reads it set it back

  // All that was answered 503.
  quint64 shed() const;
};

void collect(const FrontEndCounters& counters, MetricSet& set);

}  // namespace Parlour::Server
