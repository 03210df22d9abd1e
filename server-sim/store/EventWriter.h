// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Writes the events of compliance into their queue, inside a transaction that its caller holds, and numbers them. An
// event is added only when its cause is written for good, because a number that was given is not taken back but with
// the whole transaction. Lives on the writer thread, but for lastEvent().
class EventWriter {
 public:
  static Result<std::unique_ptr<EventWriter>> prepare(Sqlite::Database& database);

  // Gives the event the time `now` if it has none.
  Status add(const ComplianceEvent& event, Timestamp now);
  // A post with what the store decided about it.
  Status addPost(const NewPost& post, const PostReceipt& receipt);
  // Others are going to write in the transaction, perhaps with addComplianceEvent(), perhaps to be undone.
  void letOthersWrite() { stale_ = true; }
  // Before the commit; after it committed(), else rolledBack().
  Status finish() { return refresh(); }
  void committed();
  void rolledBack();
  // In a transaction of its own, before anything else is written. Numbers go on above `atLeast`, where a restored
  // database would give them a second time; and those who were in a room when the process before ended have left it.
  Status takeUp(qint64 atLeast);

  // The number of the last event that was committed. Thread-safe.
  qint64 lastEvent() const { return lastEvent_; }

 private:
  struct Head {
    qint64 event = 0;
    Timestamp time;
  };

  explicit EventWriter(Sqlite::Database& database) : database_(&database) {}
  Status prepareStatements();
  Status readHead();
  Status refresh();
  Status insert(const ComplianceEvent& event, Timestamp time, ChatId messageId, const QByteArray& content,
                const QByteArray& extension);
  Result<std::vector<ComplianceEvent>> orphans();

  Sqlite::Database* database_;
  Sqlite::Statement add_, findHead_, saveHead_, enter_, leave_, orphans_, clearPresence_;
  Head head_;  // of the open transaction
  Head committed_;
  bool stale_ = false;  // the head in the database may be another
  std::atomic<qint64> lastEvent_{0};
};

// One event for work that runs on the writer thread, within its transaction (WriterThread::write).
Status addComplianceEvent(Sqlite::Database& database, const ComplianceEvent& event, Timestamp now);

}  // namespace Parlour::Server
