// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/ChangeWriter.h"

#include <algorithm>

#include "server-sim/store/ChangeChecks.h"
#include "server-sim/store/HoldChanges.h"
#include "server-sim/store/InvitationChanges.h"
#include "server-sim/store/PolicyChanges.h"
#include "server-sim/store/PrincipalChanges.h"
#include "server-sim/store/RoomChanges.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

Status putAuditEntry(Sqlite::Statement& add, const AuditEntry& entry) {
  return add.run(entry.time.ticks, entry.actor, entry.action, entry.object, entry.before, entry.after);
}

}  // namespace

Result<std::unique_ptr<ChangeWriter>> ChangeWriter::prepare(Sqlite::Database& database) {
  std::unique_ptr<ChangeWriter> writer(new ChangeWriter(database));
  auto eraser = MessageEraser::prepare(database);
  if (!eraser) return eraser.error();
  writer->eraser_ = std::move(*eraser);
  auto prepared = prepareStoreSql(database, {{&writer->addAudit_, QLatin1String("add_audit_entry")}});
  if (!prepared) return prepared.error();
  return writer;
}

Result<WrittenChanges> ChangeWriter::write(const ChangeSet& set, Timestamp now, bool idle) {
  WrittenChanges written;
  if (auto objects = writeObjects(set, now, written.receipt); !objects) return objects.error();
  if (auto holds = writeHolds(*database_, set); !holds) return holds.error();
  if (auto kept = checkHolds(*database_, set); !kept) return kept.error();
  auto noted = noteErasures(set);
  if (!noted) return noted.error();
  written.lastErasure = *noted;
  if (auto audited = writeAudit(set); !audited) return audited.error();
  if (!idle) return written;
  if (auto erased = eraseAtOnce(written); !erased) return erased.error();
  return written;
}

Status ChangeWriter::writeObjects(const ChangeSet& set, Timestamp now, ChangeReceipt& receipt) {
  ChangeChecks checks;
  if (auto prepared = checks.prepare(*database_); !prepared) return prepared;
  if (auto done = writePolicies(*database_, set); !done) return done;
  if (auto done = writeConfiguration(*database_, set); !done) return done;
  if (auto done = writeAddIns(*database_, set); !done) return done;
  if (auto done = writePrincipals(*database_, set, receipt); !done) return done;
  if (auto done = writeCategories(*database_, checks, set, receipt); !done) return done;
  if (auto done = writeRooms(*database_, checks, set, receipt); !done) return done;
  if (auto done = writeMemberships(*database_, checks, set); !done) return done;
  if (auto done = writePolicyGrants(*database_, checks, set); !done) return done;
  if (auto done = writeRemovals(*database_, set); !done) return done;
  if (auto done = writeInvitations(*database_, checks, set, now, receipt); !done) return done;
  if (auto done = writeJoinRequests(*database_, checks, set); !done) return done;
  for (const MessageRemoval& removal : set.messageRemovals) {
    if (auto known = checks.room(removal.room); !known) return known;
  }
  for (const Purge& purge : set.purges) {
    if (auto known = checks.room(purge.room); !known) return known;
  }
  return success();
}

Result<qint64> ChangeWriter::noteErasures(const ChangeSet& set) {
  qint64 last = 0;
  const auto add = [&last](const Result<qint64>& noted) -> Status {
    if (!noted) return noted.error();
    last = std::max(last, *noted);
    return success();
  };
  for (const RoomId room : set.removedRooms) {
    if (auto noted = add(eraser_->noteRoom(room)); !noted) return noted.error();
  }
  for (const MessageRemoval& removal : set.messageRemovals) {
    if (auto noted = add(eraser_->noteRemoval(removal)); !noted) return noted.error();
  }
  for (const Purge& purge : set.purges) {
    if (auto noted = add(eraser_->notePurge(purge)); !noted) return noted.error();
  }
  return last;
}

Status ChangeWriter::eraseAtOnce(WrittenChanges& written) {
  int left = kErasedAtOnce;
  while (written.lastErasure != 0 && left > 0) {
    auto step = eraser_->step(left);
    if (!step) return step.error();
    left -= std::max(static_cast<int>(step->messages), 1);
    written.receipt.messagesRemoved += step->messages;
    if (step->finished && step->erasure == written.lastErasure) written.lastErasure = 0;
  }
  return success();
}

Status ChangeWriter::writeAudit(const ChangeSet& set) {
  for (const AuditEntry& entry : set.audit) {
    if (auto added = putAuditEntry(addAudit_, entry); !added) return added;
  }
  return success();
}

Status addAuditEntry(Sqlite::Database& database, const AuditEntry& entry) {
  Sqlite::Statement add;
  auto prepared = prepareStoreSql(database, {{&add, QLatin1String("add_audit_entry")}});
  return prepared ? putAuditEntry(add, entry) : prepared;
}

}  // namespace Parlour::Server
