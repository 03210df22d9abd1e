// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <functional>
#include <vector>

#include "server-sim/metrics/EventLog.h"
#include "server-sim/metrics/MetricSet.h"
#include "server-sim/status/LoadEvents.h"
#include "server-sim/status/LoadHistory.h"
#include "server-sim/status/LoopWatch.h"
#include "server-sim/status/ProcessUsage.h"

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

// A room on the list of the busiest; numbers of the last minute.
struct BusyRoom {
  QString name;
  QString key;
  QString privacy;  // "open", "closed", "secret"
  QString type;     // "normal", "auditorium"
  quint64 here = 0;  // people
  quint64 posts = 0;
  quint64 deliveries = 0;
  double p95Us = 0;
};

// What is only worked out when somebody looks.
struct StatusDetails {
  quint64 activeRooms = 0;
  qint64 databaseBytes = 0;
  qint64 diskFreeBytes = 0;
  QJsonObject compliance;  // as the compliance service tells it; empty without one
  std::vector<BusyRoom> rooms;
};

// Gathers what the components of one server measure, and says how it is doing. All sources and checks are added
// before it is asked the first time. Loop thread, but for events() and health().
class StatusBoard {
 public:
  explicit StatusBoard(const Clock& clock);

  void add(StatusSource source) { sources_.push_back(std::move(source)); }
  void add(HealthCheck check) { checks_.push_back(std::move(check)); }
  void setDetails(std::function<StatusDetails()> details) { details_ = std::move(details); }

  EventLog& events() { return events_; }
  // Every LoopWatch::kTickMs.
  void tick();
  MetricSet metrics() const;
  // For GET /api/status; names rooms and people's changes, so for administrators only.
  QJsonObject report() const;

  // {"status":"ok","checks":{"loop":"ok"}}, or "failing" with the sentences of those that fail. Any thread.
  struct Health {
    bool ok = true;
    QJsonObject json;
  };
  Health health() const;

 private:
  LoadSample load() const;
  void sample();
  QString queueTrouble() const;
  QJsonObject tiles(const StatusDetails& details) const;
  QJsonObject chart() const;
  QJsonObject loadBars(const StatusDetails& details) const;

  const Clock& clock_;
  EventLog events_;
  LoopWatch loop_;
  LoadHistory history_;
  LoadEvents loadEvents_;
  CpuMeter cpu_;
  const qint64 startedUs_;
  int ticks_ = 0;
  quint64 answered_ = 0;
  std::atomic<qint64> stalledSinceUs_{0};  // posts wait and none was answered since; 0: they move
  std::vector<StatusSource> sources_;
  std::vector<HealthCheck> checks_;
  std::function<StatusDetails()> details_;
};

}  // namespace Parlour::Server
