// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/compliance/EventSink.h"

namespace Parlour::Server {

// Event `id` of "sip:ada@orchard.example" in the room "tides", one second after the one before.
ComplianceEvent sampleEvent(qint64 id, ComplianceKind kind, const QByteArray& content = {});
// One event of every kind, with a room that has none and text that every format has to take care of.
EventBatch sampleBatchOfAll();

}  // namespace Parlour::Server
