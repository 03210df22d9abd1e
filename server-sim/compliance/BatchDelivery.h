// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "protocol/support/Clock.h"
#include "server-sim/compliance/AdapterSettings.h"
#include "server-sim/compliance/ComplianceDatabase.h"
#include "server-sim/compliance/EventSink.h"
#include "server-sim/compliance/Steps.h"

namespace Parlour::Server {

// Takes the events out of compliance.db in batches, every interval, gives each batch to the adapter and then to the
// sinks, and deletes it after that. A batch is fixed when it is formed and tried with growing pauses until it is
// delivered; nothing overtakes it. Files have names that follow from the batch, so a batch that is repeated after a
// crash replaces them by the same; a program is told the batch's number and has to pass over one that it has taken
// before. An attempt that a crash cut off is repeated with the settings it had, so that changed ones do not leave it in
// two places. Used by one thread, but for the flag to stop.
class BatchDelivery {
 public:
  struct Options {
    QString dataDirectory;
    StepHook hook = {};
    int mostEvents = 20'000;  // of a batch
  };
  static constexpr qint64 kFirstPauseMs = 10'000;
  static constexpr qint64 kLongestPauseMs = 15 * 60 * 1'000;

  // `clock` outlives it.
  static Result<std::unique_ptr<BatchDelivery>> open(Options options, const Clock& clock);

  void setSettings(const AdapterSettings& settings, qint64 intervalMs);
  const AdapterSettings& settings() const { return settings_; }
  // Outlives this.
  void addSink(EventSink* sink) { sinks_.push_back(sink); }

  // Delivers what is due by the clock, or everything that waits. Errors are those of the attempt; everything is kept.
  Status turn(bool everything);
  // A made-up batch through the adapter, into files that are removed again; a program is told by PARLOUR_TEST=1.
  Status tryAdapter();
  // A program that runs ends, and nothing new is begun. Any thread.
  void stop() { stop_ = true; }

  struct State {
    ComplianceBacklog backlog;
    std::optional<BatchRecord> batch;
    Timestamp nextRun;      // null: nothing is delivered
    quint64 delivered = 0;  // events since the start
    quint64 runs = 0;
    quint64 failures = 0;
  };
  Result<State> state();

 private:
  BatchDelivery(Options options, const Clock& clock, Sqlite::Database chat)
      : options_(std::move(options)), clock_(clock), chat_(std::move(chat)) {}
  bool isWanted() const { return settings_.type != AdapterType::None || !sinks_.empty(); }
  Result<bool> isDue();
  Status run(bool everything);
  Result<std::optional<BatchRecord>> nextBatch(qint64 cutoff);
  Status form(qint64 cutoff);
  Status attempt(const BatchRecord& record);
  Result<EventBatch> load(const BatchRecord& record);
  Status deliver(const EventBatch& batch, const AdapterSettings& settings);
  Status runAdapter(const BatchRecord& record, const EventBatch& batch);
  Status feedSinks(const EventBatch& batch);
  Status failed(const BatchRecord& record, const Error& error);

  const Options options_;
  const Clock& clock_;
  Sqlite::Database chat_;
  std::unique_ptr<ComplianceDatabase> kept_;
  QByteArray storeId_;
  AdapterSettings settings_;
  qint64 intervalMs_ = 15 * 60 * 1'000;
  std::vector<EventSink*> sinks_;
  std::atomic<bool> stop_{false};
  quint64 delivered_ = 0;
  quint64 runs_ = 0;
  quint64 failures_ = 0;
};

}  // namespace Parlour::Server
