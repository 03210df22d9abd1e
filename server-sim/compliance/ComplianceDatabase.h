// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <memory>
#include <optional>

#include "protocol/support/sqlite/Database.h"
#include "protocol/support/sqlite/SqlFile.h"
#include "server-sim/compliance/ComplianceEvent.h"

namespace Parlour::Server {

// A batch as it stands in compliance.db.
struct BatchRecord {
  qint64 number = 0;
  qint64 firstEvent = 0;
  qint64 lastEvent = 0;
  Timestamp formedOn;
  QByteArray details;   // compact JSON
  QByteArray settings;  // of an attempt that was begun and of which nobody knows the end; empty: none
  bool adapterDone = false;
  int attempts = 0;
  QString error;  // of the last attempt that failed
  Timestamp nextTry;
};

// How things stand, for operators.
struct ComplianceBacklog {
  qint64 events = 0;  // in compliance.db
  qint64 moved = 0;   // the last event that ever came here
  qint64 delivered = 0;
  Timestamp oldest;  // of those that wait; null: none does
  Timestamp lastRun;
  Timestamp lastSuccess;
};

// One connection to compliance.db, the store between the queue of the chat service and the adapter (product.md 4.1,
// "mgccomp"). Used by one thread; several connections may be open. Every function is one transaction.
class ComplianceDatabase {
 public:
  static constexpr char kFile[] = "compliance.db";

  // Creates and migrates; `path` is the file.
  static Result<std::unique_ptr<ComplianceDatabase>> open(const QString& path);

  // Events above the last that ever came; others are passed over, so that none is delivered twice.
  Status add(const std::vector<ComplianceEvent>& events);
  Result<std::vector<ComplianceEvent>> eventsBetween(qint64 first, qint64 last);
  Result<ComplianceBacklog> backlog();
  // The last event that waits; 0: none.
  Result<qint64> lastWaiting();

  Result<std::optional<BatchRecord>> openBatch();
  // The last event of a batch that would be formed of at most `most` events up to `cutoff`, with some 32 MiB of text in
  // them; 0: there is nothing.
  Result<qint64> endOfNext(qint64 cutoff, int most);
  Status form(qint64 first, qint64 last, Timestamp now, const QByteArray& details);
  Status beginAttempt(qint64 batch, const QByteArray& settings);
  Status failAttempt(qint64 batch, const QString& error, Timestamp nextTry);
  Status noteAdapterDone(qint64 batch);
  // The batch and its events are gone.
  Status finish(const BatchRecord& batch, Timestamp now);
  Status noteRun(Timestamp now);

 private:
  explicit ComplianceDatabase(Sqlite::Database database) : database_(std::move(database)) {}
  Status prepare();

  Sqlite::Database database_;
  Sqlite::Statement add_, between_, state_, saveMoved_, saveRun_, saveDelivered_, waiting_, time_, batchEnd_, addBatch_;
  Sqlite::Statement openBatch_, begin_, fail_, adapterDone_, removeBatch_, removeEvents_;
};

// Prepares statements of server-sim/compliance/sql, named without ".sql".
Status prepareComplianceSql(Sqlite::Database& database, std::initializer_list<Sqlite::StatementFile> files);

// The number that events of the chat store must go on above: what has been in `directory`/compliance.db. 0 without one.
qint64 eventsKnownIn(const QString& directory);

}  // namespace Parlour::Server
