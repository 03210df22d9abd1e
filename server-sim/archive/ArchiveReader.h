// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <functional>

#include "protocol/support/Clock.h"
#include "protocol/support/Result.h"
#include "server-sim/compliance/EventSink.h"

namespace Parlour::Server {

// Which events of an archive. What is empty or null does not narrow.
struct ArchiveFilter {
  QStringList words;  // all of them, in the content, without regard to case
  QString person;     // address with or without "sip:", its user part, or name
  QString room;       // address or name
  Timestamp from;     // both ends belong to it
  Timestamp to;
  bool matches(const ComplianceEvent& event) const;
};

// Reads what is acknowledged of an archive, in the order of the events, and follows the chain on the way: Storage when
// it is broken. May run while the server writes. Blocking.
class ArchiveReader {
 public:
  using EventVisitor = std::function<bool(const ComplianceEvent& event)>;  // false: enough
  using BatchVisitor = std::function<Status(const EventBatch& batch)>;

  explicit ArchiveReader(QString directory) : directory_(std::move(directory)) {}

  Status events(const ArchiveFilter& filter, const EventVisitor& visit) const;
  // Whole batches, as they were, that were formed between the two times; null: open. Stops at the first error.
  Status batches(Timestamp from, Timestamp to, const BatchVisitor& visit) const;

 private:
  using RecordVisitor = std::function<bool(const QJsonObject& record)>;
  Status records(const RecordVisitor& visit) const;

  QString directory_;
};

}  // namespace Parlour::Server
