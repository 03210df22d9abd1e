// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "server-sim/compliance/Conversation.h"
#include "server-sim/compliance/EventDetails.h"
#include "server-sim/compliance/Rendering.h"

namespace Parlour::Server {
namespace {

constexpr char kCsvHeader[] =
    "event,time,type,room,room_uri,user,user_uri,email,internal,message,content,extension\r\n";

// RFC 4180. A field that a spreadsheet would take for a formula begins with an apostrophe.
QByteArray csvField(QByteArray text) {
  if (!text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text.front())) text.prepend('\'');
  const bool plain = std::none_of(text.begin(), text.end(),
                                  [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n' || c == '\''; });
  return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
}

QByteArray csvField(const QString& text) { return csvField(text.toUtf8()); }

void appendCsvLine(QByteArray& csv, const ComplianceEvent& event) {
  const QByteArray fields[] = {QByteArray::number(event.eventId),
                               event.time.toXccos(),
                               kindWord(event.kind),
                               csvField(event.room.name),
                               csvField(event.room.uri),
                               csvField(event.user.name),
                               csvField(plainAddress(event.user.uri)),
                               csvField(event.user.email),
                               event.user.internal ? "true" : "false",
                               event.messageId != 0 ? QByteArray::number(event.messageId) : QByteArray(),
                               csvField(event.content),
                               csvField(event.extension)};
  for (const QByteArray& field : fields) csv += field + ',';
  csv.chop(1);
  csv += "\r\n";
}

QJsonObject jsonOf(const ComplianceEvent& event) {
  QJsonObject line{{QStringLiteral("event"), event.eventId},
                   {QStringLiteral("time"), QString::fromLatin1(event.time.toXccos())},
                   {QStringLiteral("type"), QString::fromLatin1(kindWord(event.kind))},
                   {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), event.user.id},
                                                        {QStringLiteral("uri"), QString::fromUtf8(event.user.uri)},
                                                        {QStringLiteral("name"), event.user.name},
                                                        {QStringLiteral("email"), event.user.email},
                                                        {QStringLiteral("internal"), event.user.internal}}},
                   {QStringLiteral("content"), QString::fromUtf8(event.content)}};
  if (!event.room.uri.isEmpty()) {
    line.insert(QStringLiteral("room"), QJsonObject{{QStringLiteral("id"), event.room.id},
                                                    {QStringLiteral("uri"), QString::fromUtf8(event.room.uri)},
                                                    {QStringLiteral("name"), event.room.name}});
  }
  if (event.messageId != 0) line.insert(QStringLiteral("message"), static_cast<qint64>(event.messageId));
  const QJsonObject extension = QJsonDocument::fromJson(event.extension).object();
  if (!extension.isEmpty()) line.insert(QStringLiteral("extension"), extension);
  return line;
}

void appendJsonLine(QByteArray& lines, const QJsonObject& line) {
  lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

}  // namespace

QByteArray eventsCsv(const EventBatch& batch) {
  QByteArray csv(kCsvHeader);
  for (const ComplianceEvent& event : batch.events) appendCsvLine(csv, event);
  return csv;
}

QByteArray eventsJsonLines(const EventBatch& batch, const AdapterSettings& settings) {
  QByteArray lines;
  appendJsonLine(lines, {{QStringLiteral("batch"), batch.number},
                         {QStringLiteral("store"), QString::fromUtf8(batch.storeId)},
                         {QStringLiteral("formed"), QString::fromLatin1(batch.formedOn.toXccos())},
                         {QStringLiteral("first"), batch.firstEvent},
                         {QStringLiteral("last"), batch.lastEvent},
                         {QStringLiteral("events"), static_cast<qint64>(batch.events.size())}});
  for (const ComplianceEvent& event : batch.events) {
    QJsonObject line = jsonOf(event);
    if (settings.roomDetails && event.room.id != 0) {
      line.insert(QStringLiteral("roomDetails"), EventDetails::ofRoom(batch.details, event.room));
    }
    if (settings.userDetails && event.user.id != 0) {
      line.insert(QStringLiteral("userDetails"), EventDetails::ofUser(batch.details, event.user));
    }
    appendJsonLine(lines, line);
  }
  return lines;
}

}  // namespace Parlour::Server
