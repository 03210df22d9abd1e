// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/ComplianceDatabase.h"

#include <QFile>

#include "protocol/support/sqlite/Migrator.h"
#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/compliance/EventRows.h"

// A static library's resources are not registered by themselves, and the macro must stand outside of namespaces.
static void registerComplianceSql() { Q_INIT_RESOURCE(compliance); }

namespace Parlour::Server {
namespace {

constexpr qint64 kBatchBytes = 32 * 1024 * 1024;

BatchRecord batchOfRow(const Sqlite::Query& row) {
  BatchRecord batch;
  batch.number = row.integer(0);
  batch.firstEvent = row.integer(1);
  batch.lastEvent = row.integer(2);
  batch.formedOn = Timestamp{row.integer(3)};
  batch.details = row.bytes(4);
  batch.settings = row.bytes(5);
  batch.adapterDone = row.integer(6) != 0;
  batch.attempts = static_cast<int>(row.integer(7));
  batch.error = row.string(8);
  batch.nextTry = Timestamp{row.integer(9)};
  return batch;
}

}  // namespace

Status prepareComplianceSql(Sqlite::Database& database, std::initializer_list<Sqlite::StatementFile> files) {
  registerComplianceSql();
  return Sqlite::prepareFromFiles(database, QStringLiteral(":/parlour/compliance/sql"), files);
}

Result<std::unique_ptr<ComplianceDatabase>> ComplianceDatabase::open(const QString& path) {
  registerComplianceSql();
  auto database = Sqlite::Database::open(path);
  if (!database) return database.error();
  if (auto migrated = Sqlite::migrate(*database, QStringLiteral(":/parlour/compliance/migrations")); !migrated) {
    return migrated.error();
  }
  std::unique_ptr<ComplianceDatabase> opened(new ComplianceDatabase(std::move(*database)));
  if (auto prepared = opened->prepare(); !prepared) return prepared.error();
  return opened;
}

Status ComplianceDatabase::prepare() {
  return prepareComplianceSql(database_, {{&add_, QLatin1String("add_event")},
                                          {&between_, QLatin1String("events_between")},
                                          {&state_, QLatin1String("load_state")},
                                          {&saveMoved_, QLatin1String("save_moved")},
                                          {&saveRun_, QLatin1String("save_run")},
                                          {&saveDelivered_, QLatin1String("save_delivered")},
                                          {&waiting_, QLatin1String("waiting_events")},
                                          {&time_, QLatin1String("event_time")},
                                          {&batchEnd_, QLatin1String("batch_end")},
                                          {&addBatch_, QLatin1String("add_batch")},
                                          {&openBatch_, QLatin1String("open_batch")},
                                          {&begin_, QLatin1String("begin_attempt")},
                                          {&fail_, QLatin1String("fail_attempt")},
                                          {&adapterDone_, QLatin1String("note_adapter_done")},
                                          {&removeBatch_, QLatin1String("remove_batch")},
                                          {&removeEvents_, QLatin1String("remove_events")}});
}

Status ComplianceDatabase::add(const std::vector<ComplianceEvent>& events) {
  if (events.empty()) return success();
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto known = backlog();
  if (!known) return known.error();
  for (const ComplianceEvent& event : events) {
    if (event.eventId <= known->moved) continue;
    if (auto added = putEvent(add_, event); !added) return added;
  }
  if (auto saved = saveMoved_.run(events.back().eventId); !saved) return saved;
  return transaction->commit();
}

Result<std::vector<ComplianceEvent>> ComplianceDatabase::eventsBetween(qint64 first, qint64 last) {
  return eventsOfRows(between_.query(first, last));
}

Result<ComplianceBacklog> ComplianceDatabase::backlog() {
  ComplianceBacklog found;
  {
    auto rows = state_.query();
    if (!rows.next()) return rows.status() ? Result<ComplianceBacklog>(found) : rows.status().error();
    found.moved = rows.integer(0);
    found.delivered = rows.integer(1);
    found.lastRun = Timestamp{rows.integer(2)};
    found.lastSuccess = Timestamp{rows.integer(3)};
  }
  // All that came and were not delivered are here: counting them one by one would cost too much, often.
  found.events = found.moved - found.delivered;
  auto rows = time_.query();
  if (rows.next()) {
    found.oldest = Timestamp{rows.integer(0)};
  } else {
    found.events = 0;
  }
  if (!rows.status()) return rows.status().error();
  return found;
}

Result<qint64> ComplianceDatabase::lastWaiting() {
  auto rows = waiting_.query();
  const qint64 last = rows.next() ? rows.integer(0) : 0;
  if (!rows.status()) return rows.status().error();
  return last;
}

Result<std::optional<BatchRecord>> ComplianceDatabase::openBatch() {
  auto rows = openBatch_.query();
  std::optional<BatchRecord> found;
  if (rows.next()) found = batchOfRow(rows);
  if (!rows.status()) return rows.status().error();
  return found;
}

Result<qint64> ComplianceDatabase::endOfNext(qint64 cutoff, int most) {
  auto rows = batchEnd_.query(cutoff, most, kBatchBytes);
  const qint64 last = rows.next() && !rows.isNull(0) ? rows.integer(0) : 0;
  if (!rows.status()) return rows.status().error();
  return last;
}

Status ComplianceDatabase::form(qint64 first, qint64 last, Timestamp now, const QByteArray& details) {
  return addBatch_.run(first, last, now.ticks, details);
}

Status ComplianceDatabase::beginAttempt(qint64 batch, const QByteArray& settings) {
  return begin_.run(batch, settings);
}

Status ComplianceDatabase::failAttempt(qint64 batch, const QString& error, Timestamp nextTry) {
  return fail_.run(batch, error, nextTry.ticks);
}

Status ComplianceDatabase::noteAdapterDone(qint64 batch) { return adapterDone_.run(batch); }

Status ComplianceDatabase::finish(const BatchRecord& batch, Timestamp now) {
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  if (auto removed = removeEvents_.run(batch.lastEvent); !removed) return removed;
  if (auto removed = removeBatch_.run(batch.number); !removed) return removed;
  if (auto saved = saveDelivered_.run(batch.lastEvent, now.ticks); !saved) return saved;
  return transaction->commit();
}

Status ComplianceDatabase::noteRun(Timestamp now) { return saveRun_.run(now.ticks); }

qint64 eventsKnownIn(const QString& directory) {
  const QString path = directory + QLatin1Char('/') + QLatin1String(ComplianceDatabase::kFile);
  if (!QFile::exists(path)) return 0;
  auto database = ComplianceDatabase::open(path);
  if (!database) return 0;
  const auto backlog = (*database)->backlog();
  return backlog ? backlog->moved : 0;
}

}  // namespace Parlour::Server
