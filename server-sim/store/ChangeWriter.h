// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/store/MessageEraser.h"

namespace Parlour::Server {

struct WrittenChanges {
  ChangeReceipt receipt;   // without the messages that are still to be erased
  qint64 lastErasure = 0;  // the set is done when this note of the eraser is; 0: it is done
};

// Writes sets of changes inside a transaction that its caller holds, after PostWriter::finish(). On an error it is
// for the caller to undo what was written. Lives on the writer thread.
class ChangeWriter {
 public:
  // Sets that take away no more than this are done at once.
  static constexpr int kErasedAtOnce = 1'000;

  static Result<std::unique_ptr<ChangeWriter>> prepare(Sqlite::Database& database);

  // `idle`: nothing of earlier sets is left to be erased, so that this one need not wait for its turn.
  Result<WrittenChanges> write(const ChangeSet& set, Timestamp now, bool idle);
  // Erases some of what earlier sets took away.
  Result<MessageEraser::Step> eraseSome(int limit) { return eraser_->step(limit); }

 private:
  explicit ChangeWriter(Sqlite::Database& database) : database_(&database) {}
  Status writeObjects(const ChangeSet& set, Timestamp now, ChangeReceipt& receipt);
  Result<qint64> noteErasures(const ChangeSet& set);
  Status eraseAtOnce(WrittenChanges& written);
  Status writeAudit(const ChangeSet& set);

  Sqlite::Database* database_;
  std::unique_ptr<MessageEraser> eraser_;
  Sqlite::Statement addAudit_;
};

// One line more in the audit trail, for what is not a set of changes; inside a transaction of the caller or not.
Status addAuditEntry(Sqlite::Database& database, const AuditEntry& entry);

}  // namespace Parlour::Server
