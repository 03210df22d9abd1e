// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "server-sim/metrics/EventLog.h"
#include "server-sim/metrics/MetricSet.h"
#include "server-sim/status/LoadSample.h"

namespace Parlour::Server {

// How a component takes part in what the server says about itself; each function may be empty.
struct StatusSource {
  // Adds the values of its counters ("parlour_posts_accepted"). Loop thread, when somebody asks.
  std::function<void(MetricSet&)> metrics;
  // Adds its part of the load. Loop thread, once a second, so it must be cheap.
  std::function<void(LoadSample&)> load;
};

// One reason for which the server may not be healthy: "store", "loop".
struct HealthCheck {
  QByteArray name;
  // What is wrong, in one sentence that gives no secret away; empty while all is well. Any thread, must not wait.
  std::function<QString()> trouble;
};

// Gathers what the components of one server measure. All sources and checks are added before it is asked the first
// time. Loop thread, but for events() and troubles().
class StatusBoard {
 public:
  explicit StatusBoard(const Clock& clock) : events_(clock) {}

  void add(StatusSource source) { sources_.push_back(std::move(source)); }
  void add(HealthCheck check) { checks_.push_back(std::move(check)); }

  EventLog& events() { return events_; }
  MetricSet metrics() const;
  LoadSample load() const;
  const std::vector<HealthCheck>& checks() const { return checks_; }

 private:
  EventLog events_;
  std::vector<StatusSource> sources_;
  std::vector<HealthCheck> checks_;
};

}  // namespace Parlour::Server
