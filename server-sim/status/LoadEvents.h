// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/metrics/EventLog.h"
#include "server-sim/status/LoadHistory.h"

namespace Parlour::Server {

// Tells the event log what an operator should know of the load: a queue that was full, requests that were shed, many
// people who sign in at once. Loop thread.
class LoadEvents {
 public:
  explicit LoadEvents(EventLog& log) : log_(log) {}

  // After each sample.
  void look(const LoadHistory& history, Timestamp now);

 private:
  void lookAtQueue(const LoadSample& sample);
  void lookAtShed(const LoadHistory& history, Timestamp now);
  void lookAtSignIns(quint64 lastMinute);

  EventLog& log_;
  bool queueWasFull_ = false;
  quint64 shedTold_ = 0;
  quint64 rush_ = 0;  // sign-ins of the rush that goes on; 0: there is none
};

}  // namespace Parlour::Server
