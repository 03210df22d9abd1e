// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "protocol/support/Result.h"
#include "server-sim/compliance/ComplianceEvent.h"

namespace Parlour::Server {

// Events that leave the compliance store together. The same batch has the same number and the same events however
// often it is tried.
struct EventBatch {
  qint64 number = 0;  // 1, 2, 3 … of one compliance store
  Timestamp formedOn;
  QByteArray storeId;  // of the chat store (its database version); numbers of events are unique within it
  qint64 firstEvent = 0;
  qint64 lastEvent = 0;
  std::vector<ComplianceEvent> events;  // ascending by eventId, never empty
  QJsonObject details;                  // what was known of rooms and people when the batch was formed (EventDetails.h)
};

// Somebody beside the adapter who gets every batch: the archive. Batches come in order, each until take() has
// succeeded, and before the events are deleted. A crash may bring the last batch again, so a sink must hold its
// position together with its data and pass over events up to it: that makes it exactly once. Runs on the thread of the
// deliveries alone; may block. While a sink is there, events are recorded even without an adapter.
class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual QString name() const = 0;
  // The last eventId that it holds durably; 0: none.
  virtual Result<qint64> position() = 0;
  // `batch` holds at least one event above position(). Success means: durable. Anything else is tried again with
  // growing pauses, and the text of the error shown to operators.
  virtual Status take(const EventBatch& batch) = 0;
};

}  // namespace Parlour::Server
