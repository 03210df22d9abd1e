// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/compliance/ComplianceSamples.h"

#include <QJsonObject>

namespace Parlour::Server {

ComplianceEvent sampleEvent(qint64 id, ComplianceKind kind, const QByteArray& content) {
  ComplianceEvent event;
  event.eventId = id;
  event.kind = kind;
  event.time = Timestamp{FakeClock().now().ticks + id * 1'000 * Timestamp::kPerMs + 1};
  event.room = {7, "ma-chan://orchard.example/0b9f5a2e-3c41-5d7a-8e6f-000000000007", QStringLiteral("tides")};
  event.user = {10, "sip:ada@orchard.example", QStringLiteral("Ada \"Tide\" Lund"),
                QStringLiteral("ada@orchard.example"), true};
  event.content = content;
  if (kind == ComplianceKind::Post) event.messageId = static_cast<ChatId>(id);
  return event;
}

EventBatch sampleBatchOfAll() {
  EventBatch batch;
  batch.number = 3;
  batch.formedOn = FakeClock().now();
  batch.storeId = "3fa9c1d2-77aa-4c0e-b1d2-000000000000";
  auto& events = batch.events;
  events = {sampleEvent(1, ComplianceKind::Join),
            sampleEvent(2, ComplianceKind::Post, "=1+1, \"so\" <be> & \xe6\xbd\xae\xf0\x9f\x8c\x8a\nline\x01two"),
            sampleEvent(3, ComplianceKind::HistoryRead, "recent messages"),
            sampleEvent(4, ComplianceKind::Upload, "c3a1f6be.txt"),
            sampleEvent(5, ComplianceKind::Download, "c3a1f6be.txt"),
            sampleEvent(6, ComplianceKind::Search, "tide tables"),
            sampleEvent(7, ComplianceKind::MessageReplaced, "(removed)"),
            sampleEvent(8, ComplianceKind::MessageRemoved),
            sampleEvent(9, ComplianceKind::Purge),
            sampleEvent(10, ComplianceKind::RoomChange),
            sampleEvent(11, ComplianceKind::RoleChange),
            sampleEvent(12, ComplianceKind::AdminRead, "tides"),
            sampleEvent(13, ComplianceKind::Export, "archive.jsonl"),
            sampleEvent(14, ComplianceKind::Part)};
  events[3].extension = R"({"name":"notes, final.txt","path":"files/ab/abcd","sha256":"abcd","size":12})";
  events[12].room = {};
  events[10].user = {0, {}, QStringLiteral("local administrator root"), {}, true};
  events.push_back(sampleEvent(15, ComplianceKind::Post, "from another room"));
  events.back().room = {8, "ma-chan://orchard.example/0b9f5a2e-3c41-5d7a-8e6f-000000000008",
                        QStringLiteral("Größe – deck")};
  batch.firstEvent = events.front().eventId;
  batch.lastEvent = events.back().eventId;
  batch.details = {
      {QStringLiteral("rooms"),
       QJsonObject{{QStringLiteral("7"), QJsonObject{{QStringLiteral("category"), QStringLiteral("Sea")},
                                                     {QStringLiteral("history"), true}}}}},
      {QStringLiteral("users"),
       QJsonObject{{QStringLiteral("10"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Pilot")}}}}}};
  return batch;
}

}  // namespace Parlour::Server
