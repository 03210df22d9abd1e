// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/Rendering.h"

#include <QDateTime>
#include <algorithm>

#include "server-sim/compliance/Conversation.h"
#include "server-sim/compliance/Stylesheet.h"

namespace Parlour::Server {
namespace {

// The batch in parts that become a file each, with what their names end in.
struct BatchPart {
  QString suffix;
  EventBatch batch;
};

std::vector<BatchPart> partsOf(const EventBatch& batch, bool oneRoomEach) {
  if (!oneRoomEach) return {{QString(), batch}};
  std::vector<BatchPart> parts;
  for (const Conversation& conversation : conversationsOf(batch, [](const ComplianceEvent&) { return true; })) {
    BatchPart part{QLatin1Char('-') + roomKey(conversation.room), batch};
    part.batch.events.clear();
    for (const ComplianceEvent* event : conversation.events) part.batch.events.push_back(*event);
    parts.push_back(std::move(part));
  }
  return parts;
}

bool isTransfer(const ComplianceEvent& event) {
  return event.kind == ComplianceKind::Upload || event.kind == ComplianceKind::Download;
}

Status renderXml(const BatchPart& part, const QString& name, const AdapterSettings& settings,
                 std::vector<OutputFile>& files) {
  const auto& events = part.batch.events;
  if (std::any_of(events.begin(), events.end(), isDocumented)) {
    OutputFile file{name + QLatin1String(".xml"), conversationsXml(part.batch, settings)};
    if (!settings.stylesheet.isEmpty()) {
      auto transformed = applyStylesheet(settings.stylesheet, file.bytes);
      if (!transformed) return transformed.error();
      file = {name + QLatin1Char('.') + transformed->ending, transformed->bytes};
    }
    files.push_back(std::move(file));
  }
  if (!std::all_of(events.begin(), events.end(), isDocumented)) {
    files.push_back({name + QLatin1String(".events.xml"), furtherEventsXml(part.batch, settings)});
  }
  return success();
}

Status renderPart(const BatchPart& part, const AdapterSettings& settings, std::vector<OutputFile>& files) {
  const QString name = batchName(part.batch) + part.suffix;
  if (settings.type == AdapterType::Xml) return renderXml(part, name, settings, files);
  if (settings.type == AdapterType::Csv) {
    files.push_back({name + QLatin1String(".csv"), eventsCsv(part.batch)});
  } else {
    files.push_back({name + QLatin1String(".jsonl"), eventsJsonLines(part.batch, settings)});
  }
  return success();
}

}  // namespace

QString batchName(const EventBatch& batch) {
  const QDateTime formed = QDateTime::fromMSecsSinceEpoch(batch.formedOn.toMs(), Qt::UTC);
  return formed.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")) + QLatin1Char('-') +
         QString::fromLatin1(batch.storeId.left(8)) + QLatin1Char('-') + QString::number(batch.firstEvent) +
         QLatin1Char('-') + QString::number(batch.lastEvent);
}

Result<std::vector<OutputFile>> renderBatch(const EventBatch& batch, const AdapterSettings& settings) {
  std::vector<OutputFile> files;
  if (settings.type == AdapterType::Eml) {
    files = conversationMails(batch, settings);
  } else {
    for (const BatchPart& part : partsOf(batch, settings.oneRoomPerFile)) {
      if (auto rendered = renderPart(part, settings, files); !rendered) return rendered.error();
    }
  }
  if (settings.attachManifest && std::any_of(batch.events.begin(), batch.events.end(), isTransfer)) {
    files.push_back({batchName(batch) + QLatin1String(".ATTACH"), attachmentsXml(batch)});
  }
  return files;
}

}  // namespace Parlour::Server
