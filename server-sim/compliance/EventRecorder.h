// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "protocol/support/Result.h"
#include "server-sim/compliance/ComplianceEvent.h"

namespace Parlour::Server {

// What happens when the queue of events is longer than its limit, or cannot be written.
enum class FullQueue {
  Open,    // work goes on, events are queued beyond the limit, the operator is told
  Closed,  // what would have to be recorded is refused (503) until the queue is short again
};

// Where events go that are no part of a post or an administrative change: reads, joins, transfers. Implemented by the
// chat service (ChannelService::recorder()). Loop thread.
class EventRecorder {
 public:
  virtual ~EventRecorder() = default;
  // False while nothing is recorded; then record() only calls `then`.
  virtual bool isRecording() const = 0;
  // Whether something that is to be recorded may begin: Busy with words and retryAfterSeconds when the queue is full
  // and the rule is Closed.
  virtual Status mayBegin() const = 0;
  // Queues the event; the store gives eventId, and the time when it is null. `then` is told at once when the rule is
  // Open, and after the commit when it is Closed: give away what was asked for only then, and not after an error.
  virtual void record(ComplianceEvent event, std::function<void(const Status&)> then) = 0;
};

}  // namespace Parlour::Server
