// SPDX-License-Identifier: Apache-2.0
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>
#include <cctype>
#include <set>

#include "server-sim/compliance/Conversation.h"
#include "server-sim/compliance/EventDetails.h"
#include "server-sim/compliance/Rendering.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kEncodedWordBytes = 42;  // of text: 56 characters in base64, 75 are allowed with the rest
constexpr qsizetype kBodyLineBytes = 57;     // 76 characters in base64
constexpr size_t kMostRecipients = 200;      // named in a header; all are named in the text

// RFC 2047: words of UTF-8 in base64, cut between characters, each on a line of its own.
QByteArray headerText(const QString& text) {
  const QByteArray utf8 = text.simplified().toUtf8();
  const bool plain = utf8.size() < 60 && std::all_of(utf8.begin(), utf8.end(), [](char c) {
                       return QByteArrayView(" -_.").contains(c) || std::isalnum(static_cast<unsigned char>(c)) != 0;
                     });
  if (plain) return utf8;
  QByteArrayList words;
  for (qsizetype at = 0; at < utf8.size();) {
    qsizetype length = std::min(kEncodedWordBytes, utf8.size() - at);
    while (at + length < utf8.size() && (static_cast<unsigned char>(utf8[at + length]) & 0xC0U) == 0x80U) --length;
    words.append("=?utf-8?B?" + utf8.mid(at, length).toBase64() + "?=");
    at += length;
  }
  return words.join("\r\n ");
}

// RFC 5322, 3.3; always in English and UTC.
QByteArray mailDate(Timestamp time) {
  const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.toMs(), Qt::UTC);
  return QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

QByteArray base64Lines(const QByteArray& text) {
  QByteArray lines;
  for (qsizetype at = 0; at < text.size(); at += kBodyLineBytes) {
    lines += text.mid(at, kBodyLineBytes).toBase64() + "\r\n";
  }
  return lines;
}

// Only what may stand in an address without quotation marks.
bool isMailAddress(const QByteArray& address) {
  return address.count('@') == 1 && std::all_of(address.begin(), address.end(), [](char c) {
           return QByteArrayView("@.-_+").contains(c) || std::isalnum(static_cast<unsigned char>(c)) != 0;
         });
}

QByteArray transcriptLine(const ComplianceEvent& event) {
  QByteArray line = event.time.toXccosSeconds() + "  " + event.user.name.toUtf8();
  if (!event.user.uri.isEmpty()) line += " <" + plainAddress(event.user.uri) + '>';
  line += QByteArray("  ") + kindWord(event.kind);
  if (event.messageId != 0) line += " #" + QByteArray::number(event.messageId);
  if (!event.content.isEmpty()) line += ": " + event.content;
  if (!event.extension.isEmpty()) line += "  " + event.extension;
  return line.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n    ") + "\r\n";
}

QByteArray participants(const Conversation& conversation) {
  std::set<QByteArray> addresses;
  for (const ComplianceEvent* event : conversation.events) {
    const QByteArray address = event->user.email.isEmpty() ? plainAddress(event->user.uri) : event->user.email.toUtf8();
    if (isMailAddress(address) && addresses.size() < kMostRecipients) addresses.insert(address);
  }
  QByteArrayList list;
  for (const QByteArray& address : addresses) list.append('<' + address + '>');
  return list.isEmpty() ? QByteArray("undisclosed-recipients:;") : list.join(",\r\n ");
}

QByteArray domainOf(const EventBatch& batch) {
  for (const ComplianceEvent& event : batch.events) {
    const QByteArray domain = event.user.uri.mid(event.user.uri.indexOf('@') + 1);
    if (event.user.internal && isMailAddress("x@" + domain)) return domain;
  }
  return "parlour.invalid";
}

QByteArray mailOf(const EventBatch& batch, const Conversation& conversation, const AdapterSettings& settings) {
  const QString room = conversation.room.name.isEmpty() ? roomKey(conversation.room) : conversation.room.name;
  const QByteArray domain = domainOf(batch);
  QByteArray mail;
  mail += "Date: " + mailDate(conversation.events.back()->time) + "\r\n";
  mail += "From: <compliance@" + domain + ">\r\n";
  mail += "To: " + participants(conversation) + "\r\n";
  mail += "Subject: " + headerText(room) + "\r\n";
  mail += "Message-ID:\r\n <" + batchName(batch).toLatin1() + '.' + roomKey(conversation.room).toLatin1() + '@' +
          domain + ">\r\n";
  mail += "X-Parlour-Room:\r\n " + QByteArray(conversation.room.uri).simplified() + "\r\n";
  mail += "X-Parlour-Events: " + QByteArray::number(static_cast<qint64>(conversation.events.size())) + "\r\n";
  mail += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  QByteArray text;
  const QJsonObject details = EventDetails::ofRoom(batch.details, conversation.room);
  if (settings.roomDetails) text += QJsonDocument(details).toJson(QJsonDocument::Compact) + "\r\n";
  for (const ComplianceEvent* event : conversation.events) text += transcriptLine(*event);
  return mail + base64Lines(text);
}

}  // namespace

std::vector<OutputFile> conversationMails(const EventBatch& batch, const AdapterSettings& settings) {
  std::vector<OutputFile> mails;
  for (const Conversation& conversation : conversationsOf(batch, [](const ComplianceEvent&) { return true; })) {
    mails.push_back({batchName(batch) + QLatin1Char('-') + roomKey(conversation.room) + QLatin1String(".eml"),
                     mailOf(batch, conversation, settings)});
  }
  return mails;
}

}  // namespace Parlour::Server
