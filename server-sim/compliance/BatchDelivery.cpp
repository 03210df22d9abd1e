// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/BatchDelivery.h"

#include <QFile>
#include <QJsonDocument>
#include <algorithm>

#include "protocol/support/Log.h"
#include "server-sim/compliance/EventDetails.h"
#include "server-sim/compliance/OutputFolder.h"
#include "server-sim/compliance/ProgramAdapter.h"
#include "server-sim/store/DataDirectory.h"

namespace Parlour::Server {
namespace {

constexpr int kMaxDoublings = 7;

EventBatch sampleBatch(Timestamp now) {
  EventBatch batch;
  batch.formedOn = now;
  batch.storeId = "test";
  const ComplianceKind kinds[] = {ComplianceKind::Join, ComplianceKind::Post, ComplianceKind::Part};
  for (const ComplianceKind kind : kinds) {
    ComplianceEvent event;
    event.eventId = ++batch.lastEvent;
    event.time = Timestamp{now.ticks + batch.lastEvent};
    event.kind = kind;
    event.room = {1, "ma-chan://test.invalid/00000000-0000-0000-0000-000000000000", QStringLiteral("Test")};
    event.user = {1, "sip:test@test.invalid", QStringLiteral("Test"), {}, true};
    if (kind == ComplianceKind::Post) {
      event.messageId = 1;
      event.content = "This is a test of the compliance adapter.";
    }
    batch.events.push_back(event);
  }
  batch.firstEvent = 1;
  return batch;
}

}  // namespace

Result<std::unique_ptr<BatchDelivery>> BatchDelivery::open(Options options, const Clock& clock) {
  const QString folder = options.dataDirectory + QLatin1Char('/');
  auto chat = Sqlite::Database::open(folder + QLatin1String(kDatabaseFile), {Sqlite::Access::ReadOnly});
  if (!chat) return chat.error();
  std::unique_ptr<BatchDelivery> delivery(new BatchDelivery(std::move(options), clock, std::move(*chat)));
  auto kept = ComplianceDatabase::open(folder + QLatin1String(ComplianceDatabase::kFile));
  if (!kept) return kept.error();
  delivery->kept_ = std::move(*kept);
  Sqlite::Statement id;
  auto prepared = prepareComplianceSql(delivery->chat_, {{&id, QLatin1String("chat_store_id")}});
  if (!prepared) return prepared.error();
  auto rows = id.query();
  if (rows.next()) delivery->storeId_ = rows.bytes(0);
  if (!rows.status()) return rows.status().error();
  return delivery;
}

void BatchDelivery::setSettings(const AdapterSettings& settings, qint64 intervalMs) {
  settings_ = settings;
  intervalMs_ = intervalMs;
}

Status BatchDelivery::turn(bool everything) {
  if (!isWanted() || stop_) return success();
  if (!everything) {
    auto due = isDue();
    if (!due) return due.error();
    if (!*due) return success();
  }
  return run(everything);
}

Result<bool> BatchDelivery::isDue() {
  const Timestamp now = clock_.now();
  auto batch = kept_->openBatch();
  if (!batch) return batch.error();
  if (*batch) return now >= (*batch)->nextTry;
  auto backlog = kept_->backlog();
  if (!backlog) return backlog.error();
  // The first interval begins when somebody wants the events.
  if (backlog->lastRun.isNull()) {
    if (auto noted = kept_->noteRun(now); !noted) return noted.error();
    return false;
  }
  // A clock that was set back must not end deliveries for long.
  const qint64 sinceMs = now.toMs() - backlog->lastRun.toMs();
  return sinceMs >= intervalMs_ || sinceMs < 0;
}

Status BatchDelivery::run(bool everything) {
  auto cutoff = kept_->lastWaiting();
  if (!cutoff) return cutoff.error();
  while (!stop_) {
    auto batch = nextBatch(*cutoff);
    if (!batch) return batch.error();
    if (!*batch) break;
    if (!everything && clock_.now() < (*batch)->nextTry) return success();
    if (auto done = attempt(**batch); !done) return done;
  }
  ++runs_;
  return kept_->noteRun(clock_.now());
}

// The one that is open, or a new one.
Result<std::optional<BatchRecord>> BatchDelivery::nextBatch(qint64 cutoff) {
  auto open = kept_->openBatch();
  if (!open || *open) return open;
  if (auto formed = form(cutoff); !formed) return formed.error();
  return kept_->openBatch();
}

Status BatchDelivery::form(qint64 cutoff) {
  auto last = kept_->endOfNext(cutoff, options_.mostEvents);
  if (!last) return last.error();
  if (*last == 0) return success();
  auto events = kept_->eventsBetween(0, *last);
  if (!events) return events.error();
  auto details = EventDetails::read(chat_, *events);
  if (!details) return details.error();
  reached(options_.hook, "batch chosen");
  auto formed =
      kept_->form(events->front().eventId, *last, clock_.now(), QJsonDocument(*details).toJson(QJsonDocument::Compact));
  reached(options_.hook, "batch formed");
  return formed;
}

Result<EventBatch> BatchDelivery::load(const BatchRecord& record) {
  auto events = kept_->eventsBetween(record.firstEvent, record.lastEvent);
  if (!events) return events.error();
  EventBatch batch;
  batch.number = record.number;
  batch.formedOn = record.formedOn;
  batch.storeId = storeId_;
  batch.firstEvent = record.firstEvent;
  batch.lastEvent = record.lastEvent;
  batch.events = std::move(*events);
  batch.details = QJsonDocument::fromJson(record.details).object();
  return batch;
}

Status BatchDelivery::attempt(const BatchRecord& record) {
  auto batch = load(record);
  if (!batch) return batch.error();
  if (!record.adapterDone) {
    if (auto delivered = runAdapter(record, *batch); !delivered) return failed(record, delivered.error());
    reached(options_.hook, "adapter done");
    if (auto noted = kept_->noteAdapterDone(record.number); !noted) return noted;
    reached(options_.hook, "adapter noted");
  }
  if (auto fed = feedSinks(*batch); !fed) return failed(record, fed.error());
  if (auto finished = kept_->finish(record, clock_.now()); !finished) return finished;
  reached(options_.hook, "batch deleted");
  delivered_ += batch->events.size();
  return success();
}

Status BatchDelivery::runAdapter(const BatchRecord& record, const EventBatch& batch) {
  const AdapterSettings settings = record.settings.isEmpty() ? settings_ : settingsOfText(record.settings);
  if (auto begun = kept_->beginAttempt(record.number, settingsText(settings)); !begun) return begun;
  reached(options_.hook, "attempt begun");
  return deliver(batch, settings);
}

Status BatchDelivery::deliver(const EventBatch& batch, const AdapterSettings& settings) {
  if (settings.type == AdapterType::None) return success();
  if (settings.type == AdapterType::Program) {
    return runProgram(settings, eventsJsonLines(batch, settings),
                      {"PARLOUR_BATCH=" + batchName(batch).toUtf8(), "PARLOUR_ADAPTER_NAME=" + settings.name.toUtf8(),
                       "PARLOUR_OUTPUT_DIRECTORY=" + settings.outputDirectory.toUtf8()},
                      stop_);
  }
  auto files = renderBatch(batch, settings);
  if (!files) return files.error();
  reached(options_.hook, "output made");
  return writeOutput(settings.outputDirectory, *files, options_.hook);
}

Status BatchDelivery::feedSinks(const EventBatch& batch) {
  for (EventSink* sink : sinks_) {
    auto position = sink->position();
    if (!position) return position.error();
    if (*position >= batch.events.back().eventId) continue;
    if (auto taken = sink->take(batch); !taken) return taken;
    reached(options_.hook, "sink fed");
  }
  return success();
}

Status BatchDelivery::failed(const BatchRecord& record, const Error& error) {
  ++failures_;
  const qint64 pause = std::min(kLongestPauseMs, kFirstPauseMs << std::min(record.attempts, kMaxDoublings));
  const Timestamp next{clock_.now().ticks + pause * Timestamp::kPerMs};
  qCWarning(lcServer).noquote() << "Compliance: batch" << record.number << "is not delivered:" << error.text;
  if (auto noted = kept_->failAttempt(record.number, error.text, next); !noted) return noted;
  return error;
}

Status BatchDelivery::tryAdapter() {
  if (settings_.type == AdapterType::None) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("No adapter is configured (AdapterType)."));
  }
  const EventBatch batch = sampleBatch(clock_.now());
  if (settings_.type == AdapterType::Program) {
    return runProgram(settings_, eventsJsonLines(batch, settings_),
                      {"PARLOUR_TEST=1", "PARLOUR_BATCH=" + batchName(batch).toUtf8()}, stop_);
  }
  auto files = renderBatch(batch, settings_);
  if (!files) return files.error();
  auto written = writeOutput(settings_.outputDirectory, *files, {});
  for (const OutputFile& file : *files) QFile::remove(settings_.outputDirectory + QLatin1Char('/') + file.name);
  return written;
}

Result<BatchDelivery::State> BatchDelivery::state() {
  State state;
  auto backlog = kept_->backlog();
  if (!backlog) return backlog.error();
  state.backlog = *backlog;
  auto batch = kept_->openBatch();
  if (!batch) return batch.error();
  state.batch = *batch;
  if (isWanted()) {
    state.nextRun =
        state.batch ? state.batch->nextTry : Timestamp{backlog->lastRun.ticks + intervalMs_ * Timestamp::kPerMs};
  }
  state.delivered = delivered_;
  state.runs = runs_;
  state.failures = failures_;
  return state;
}

}  // namespace Parlour::Server
