// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "server-sim/channel/ChannelService.h"
#include "server-sim/compliance/BatchDelivery.h"
#include "server-sim/compliance/ComplianceConfig.h"
#include "server-sim/compliance/ComplianceControl.h"
#include "server-sim/compliance/EventMover.h"
#include "server-sim/compliance/FilePins.h"
#include "server-sim/compliance/Worker.h"
#include "server-sim/metrics/MetricSet.h"

namespace Parlour::Server {

class SqliteStore;

// The compliance service (product.md 4, CO-1…11, 18): one thread moves events from the queue into compliance.db,
// another delivers them. Made, told the time by tick() and destroyed on the loop thread, before the channel and the
// store it works with. It follows the settings of the state, also while it runs; without an adapter and without sinks
// it only moves.
class ComplianceService final : public ComplianceControl, public FilePins {
 public:
  struct Parts {
    ChannelService& channel;
    SqliteStore& store;
    const Clock& clock;
    std::function<void(std::function<void()>)> executor;  // runs closures on the loop thread, later
  };

  // Begins to record at once if it is configured. `sinks` outlive it.
  static Result<std::unique_ptr<ComplianceService>> start(const QString& dataDirectory, const ComplianceConfig& config,
                                                          const Parts& parts, std::vector<EventSink*> sinks = {});
  ~ComplianceService() override;

  // Once a second or so: takes up changed settings, and says whether the queue is full.
  void tick();

  QJsonObject status() const override;
  void run(Answer answer) override;
  void test(Answer answer) override;
  bool isPinned(const QByteArray& path) const override;

  void addMetrics(MetricSet& set) const;
  // What an operator should see to; empty: nothing. Any thread.
  QString trouble() const;

 private:
  // What the threads say; guarded by mutex_.
  struct Report {
    BatchDelivery::State delivery;
    QString moverError;
    QString deliveryError;
    qint64 moved = 0;
  };
  using WorkerTurn = std::chrono::milliseconds;

  ComplianceService(QString dataDirectory, const ComplianceConfig& config, const Parts& parts);
  Status openAll(std::vector<EventSink*> sinks);
  AdapterSettings adapterSettings() const;
  qint64 intervalMs() const;
  WorkerTurn move();
  WorkerTurn deliver();
  void report();
  void waitForMover();
  void onDelivery(std::function<Status()> work, Answer answer);
  Report reported() const;
  qint64 waiting(const Report& report) const;
  qint64 oldestSeconds(const Report& report) const;
  std::optional<Error> fullness() const;
  void watchFullness();

  const QString dataDirectory_;
  const ComplianceConfig config_;
  const Parts parts_;
  bool hasSinks_ = false;
  AdapterSettings settings_;  // as told to the delivery
  qint64 intervalMs_ = 0;
  mutable std::mutex mutex_;
  Report report_;
  QString trouble_;
  std::atomic<bool> stopping_{false};
  mutable std::mutex pinsMutex_;
  std::unique_ptr<Sqlite::Database> pinsDatabase_;
  std::unique_ptr<EventMover> mover_;
  std::unique_ptr<BatchDelivery> delivery_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::unique_ptr<Worker> moverThread_;
  std::unique_ptr<Worker> deliveryThread_;
};

}  // namespace Parlour::Server
