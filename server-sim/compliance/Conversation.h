// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <vector>

#include "server-sim/compliance/EventSink.h"

namespace Parlour::Server {

// The events of one room in a batch, in their order; points into the batch. What concerns no room makes one of its own.
struct Conversation {
  EventRoom room;  // as the last event names it
  std::vector<const ComplianceEvent*> events;
};

// In the order in which the rooms first occur. `wanted` chooses the events; a room without any is left out.
template <typename Wanted>
std::vector<Conversation> conversationsOf(const EventBatch& batch, const Wanted& wanted) {
  std::vector<Conversation> found;
  QHash<QByteArray, size_t> places;
  for (const ComplianceEvent& event : batch.events) {
    if (!wanted(event)) continue;
    const auto known = places.constFind(event.room.uri);
    const size_t place = known == places.constEnd() ? found.size() : *known;
    if (place == found.size()) {
      places.insert(event.room.uri, place);
      found.emplace_back();
    }
    if (!event.room.name.isEmpty() || found[place].room.uri.isEmpty()) found[place].room = event.room;
    found[place].events.push_back(&event);
  }
  return found;
}

// The six that the documented schema has a name for (product.md 4.4); null for others.
const char* documentedType(ComplianceKind kind);
// One word for every kind: "post", "history-read" …
const char* kindWord(ComplianceKind kind);
inline bool isDocumented(const ComplianceEvent& event) { return documentedType(event.kind) != nullptr; }

// "ada@example.org" of "sip:ada@example.org".
QByteArray plainAddress(const QByteArray& uri);
// What ends a room's address and may stand in the name of a file; "server" without a room.
QString roomKey(const EventRoom& room);

}  // namespace Parlour::Server
