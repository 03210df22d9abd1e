// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/frontend/FrontEndCounters.h"
#include "server-sim/frontend/LoadMonitor.h"

namespace Parlour::Server {

class EventLog;

// Tells operators in whole sentences what the front end refused and when it began and stopped to. Loop thread.
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
  quint64 shed_ = 0;
  quint64 told_ = 0;  // shed before the series of refusals that is going on
  quint64 cut_ = 0;
  int quietTicks_ = 0;
};

}  // namespace Parlour::Server
