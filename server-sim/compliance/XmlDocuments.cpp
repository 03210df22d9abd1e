// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QXmlStreamWriter>

#include "server-sim/compliance/Conversation.h"
#include "server-sim/compliance/EventDetails.h"
#include "server-sim/compliance/Rendering.h"

namespace Parlour::Server {
namespace {

constexpr char kFurtherPrefix[] = "p";
constexpr qint64 kTicksOfYear1970 = 621'355'968'000'000'000;  // 100 ns since the year 1

QString name(const char* text) { return QString::fromLatin1(text); }

// What XML 1.0 cannot hold becomes U+FFFD.
QString xmlText(const QString& text) {
  QString kept = text;
  for (qsizetype i = 0; i < kept.size(); ++i) {
    const QChar each = kept[i];
    if (each.isHighSurrogate() && i + 1 < kept.size() && kept[i + 1].isLowSurrogate()) {
      ++i;
      continue;
    }
    const bool control = each.unicode() < 0x20 && each != u'\t' && each != u'\n' && each != u'\r';
    if (control || each.isSurrogate() || each.unicode() >= 0xFFFE) kept[i] = QChar::ReplacementCharacter;
  }
  return kept;
}

QString xmlText(const QByteArray& utf8) { return xmlText(QString::fromUtf8(utf8)); }

// Writes the pieces that all documents share.
class EventXml {
 public:
  EventXml(QByteArray& bytes, const EventBatch& batch, const AdapterSettings& settings)
      : xml_(&bytes), batch_(batch), settings_(settings) {
    xml_.setAutoFormatting(true);
    xml_.setAutoFormattingIndent(1);
    xml_.writeStartDocument();
  }

  QXmlStreamWriter& xml() { return xml_; }

  void attribute(const char* key, const QString& value) { xml_.writeAttribute(name(key), xmlText(value)); }

  void instant(const char* element, Timestamp time) {
    xml_.writeEmptyElement(name(element));
    attribute("since1970", QString::number(time.toMs()));
    attribute("string", QString::fromLatin1(time.toXccos()));
    attribute("long", QString::number(time.ticks + kTicksOfYear1970));
  }

  void sender(const EventUser& user) {
    xml_.writeEmptyElement(QStringLiteral("Sender"));
    attribute("UserName", user.name);
    attribute("id", QString::number(user.id));
    attribute("email", user.email);
    attribute("internal", user.internal ? QStringLiteral("true") : QStringLiteral("false"));
    attribute("uri", QString::fromUtf8(plainAddress(user.uri)));
    if (settings_.userDetails) details(EventDetails::ofUser(batch_.details, user));
  }

  // islogged: whether what is said in the room can be read later.
  void channel(const EventRoom& room) {
    const QJsonObject known = EventDetails::ofRoom(batch_.details, room);
    xml_.writeEmptyElement(QStringLiteral("Channel"));
    attribute("uri", QString::fromUtf8(room.uri));
    attribute("name", room.name.isEmpty() ? QString::fromUtf8(room.uri) : room.name);
    if (known.contains(QLatin1String("history"))) {
      attribute("islogged",
                known[QLatin1String("history")].toBool() ? QStringLiteral("true") : QStringLiteral("false"));
    }
    if (settings_.roomDetails) details(known);
  }

 private:
  void details(const QJsonObject& known) {
    for (auto it = known.begin(); it != known.end(); ++it) {
      xml_.writeAttribute(name(kFurtherNamespace), it.key(), xmlText(it.value().toVariant().toString()));
    }
  }

  QXmlStreamWriter xml_;
  const EventBatch& batch_;
  const AdapterSettings& settings_;
};

void writeMessage(EventXml& out, const char* element, const ComplianceEvent& event) {
  out.xml().writeStartElement(name(element));
  out.attribute("type", name(documentedType(event.kind)));
  const bool empty = event.kind == ComplianceKind::Join || event.kind == ComplianceKind::Part;
  out.attribute("content", empty ? QString() : QString::fromUtf8(event.content));
  out.attribute("id", QString::number(event.kind == ComplianceKind::Post ? event.messageId : 0));
  out.sender(event.user);
  out.instant("DateTimeUTC", event.time);
  out.xml().writeEndElement();
}

void writeConversation(EventXml& out, const Conversation& conversation) {
  const auto& events = conversation.events;
  out.xml().writeStartElement(QStringLiteral("Conversation"));
  out.channel(conversation.room);
  writeMessage(out, "FirstMessage", *events.front());
  out.xml().writeStartElement(QStringLiteral("Messages"));
  for (const ComplianceEvent* event : events) writeMessage(out, "Message", *event);
  out.xml().writeEndElement();
  out.instant("StartTimeUTC", events.front()->time);
  out.instant("EndTimeUTC", events.back()->time);
  out.xml().writeEndElement();
}

bool isFurther(const ComplianceEvent& event) { return !isDocumented(event); }

}  // namespace

QByteArray conversationsXml(const EventBatch& batch, const AdapterSettings& settings) {
  QByteArray bytes;
  EventXml out(bytes, batch, settings);
  QXmlStreamWriter& xml = out.xml();
  xml.writeStartElement(QStringLiteral("Conversations"));
  xml.writeNamespace(QStringLiteral("http://www.w3.org/2001/XMLSchema-instance"), QStringLiteral("xsi"));
  xml.writeNamespace(QStringLiteral("http://www.w3.org/2001/XMLSchema"), QStringLiteral("xsd"));
  if (settings.roomDetails || settings.userDetails) xml.writeNamespace(name(kFurtherNamespace), name(kFurtherPrefix));
  for (const Conversation& conversation : conversationsOf(batch, isDocumented)) writeConversation(out, conversation);
  xml.writeEndDocument();
  return bytes;
}

QByteArray furtherEventsXml(const EventBatch& batch, const AdapterSettings& settings) {
  QByteArray bytes;
  EventXml out(bytes, batch, settings);
  QXmlStreamWriter& xml = out.xml();
  xml.writeStartElement(QStringLiteral("Events"));
  xml.writeDefaultNamespace(name(kFurtherNamespace));
  for (const ComplianceEvent& event : batch.events) {
    if (!isFurther(event)) continue;
    xml.writeStartElement(QStringLiteral("Event"));
    out.attribute("type", name(kindWord(event.kind)));
    out.attribute("event", QString::number(event.eventId));
    if (event.messageId != 0) out.attribute("id", QString::number(event.messageId));
    if (!event.room.uri.isEmpty()) out.channel(event.room);
    out.sender(event.user);
    out.instant("DateTimeUTC", event.time);
    if (!event.content.isEmpty()) xml.writeTextElement(QStringLiteral("Content"), xmlText(event.content));
    if (!event.extension.isEmpty()) xml.writeTextElement(QStringLiteral("Details"), xmlText(event.extension));
    xml.writeEndElement();
  }
  xml.writeEndDocument();
  return bytes;
}

QByteArray attachmentsXml(const EventBatch& batch) {
  QByteArray bytes;
  const AdapterSettings plain;
  EventXml out(bytes, batch, plain);
  QXmlStreamWriter& xml = out.xml();
  xml.writeStartElement(QStringLiteral("Attachments"));
  for (const ComplianceEvent& event : batch.events) {
    if (event.kind != ComplianceKind::Upload && event.kind != ComplianceKind::Download) continue;
    const QJsonObject known = QJsonDocument::fromJson(event.extension).object();
    xml.writeStartElement(QStringLiteral("Attachment"));
    out.attribute("type", name(documentedType(event.kind)));
    out.attribute("file", QString::fromUtf8(event.content));
    for (const char* key : {EventFile::kName, EventFile::kSize, EventFile::kSha256}) {
      const QString value = known[QLatin1String(key)].toVariant().toString();
      if (!value.isEmpty()) out.attribute(key, value);
    }
    out.channel(event.room);
    out.sender(event.user);
    out.instant("DateTimeUTC", event.time);
    xml.writeEndElement();
  }
  xml.writeEndDocument();
  return bytes;
}

}  // namespace Parlour::Server
