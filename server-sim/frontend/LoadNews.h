// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/frontend/FrontEndCounters.h"
#include "server-sim/frontend/LoadMonitor.h"

namespace Parlour::Server {

class EventLog;

// Tells operators in whole sentences when the front end began and stopped to refuse, and whom it cut; what all parts
// shed together is told by the status board. Loop thread.
class LoadNews {
 public:
  explicit LoadNews(const FrontEndCounters& counters) : counters_(counters) {}

  void setEvents(EventLog* events) { events_ = events; }
  // What is new since the last call; call about once a second.
  void tell(LoadLevel level);

 private:
  void tellLevel(LoadLevel level);

  const FrontEndCounters& counters_;
  EventLog* events_ = nullptr;
  LoadLevel level_ = LoadLevel::Normal;
  quint64 cut_ = 0;
};

}  // namespace Parlour::Server
