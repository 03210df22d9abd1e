// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveRecord.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace Parlour::Server {
namespace {

constexpr qsizetype kHashLetters = 64;

QByteArray compact(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

// Texts of events are meant to be UTF-8; what is not must come back byte by byte all the same.
void putBytes(QJsonObject& object, const QString& key, const QByteArray& bytes) {
  const QString text = QString::fromUtf8(bytes);
  if (bytes.isEmpty()) return;
  if (text.toUtf8() == bytes) {
    object.insert(key, text);
  } else {
    object.insert(key + QStringLiteral("Base64"), QString::fromLatin1(bytes.toBase64()));
  }
}

QByteArray bytesAt(const QJsonObject& object, const QString& key) {
  const QJsonValue coded = object.value(key + QStringLiteral("Base64"));
  if (coded.isString()) return QByteArray::fromBase64(coded.toString().toLatin1());
  return object.value(key).toString().toUtf8();
}

QString timeText(Timestamp time) { return QString::fromLatin1(time.toXccos()); }

Timestamp timeAt(const QJsonObject& object, const QString& key) {
  return Timestamp::parse(object.value(key).toString().toLatin1()).value_or(Timestamp{});
}

QJsonObject roomObject(const EventRoom& room) {
  QJsonObject object{{QStringLiteral("id"), room.id}, {QStringLiteral("name"), room.name}};
  putBytes(object, QStringLiteral("uri"), room.uri);
  return object;
}

QJsonObject userObject(const EventUser& user) {
  QJsonObject object{{QStringLiteral("id"), user.id},
                     {QStringLiteral("name"), user.name},
                     {QStringLiteral("email"), user.email},
                     {QStringLiteral("internal"), user.internal}};
  putBytes(object, QStringLiteral("uri"), user.uri);
  return object;
}

EventRoom roomOf(const QJsonObject& object) {
  return {object.value(QStringLiteral("id")).toInteger(), bytesAt(object, QStringLiteral("uri")),
          object.value(QStringLiteral("name")).toString()};
}

EventUser userOf(const QJsonObject& object) {
  return {object.value(QStringLiteral("id")).toInteger(), bytesAt(object, QStringLiteral("uri")),
          object.value(QStringLiteral("name")).toString(), object.value(QStringLiteral("email")).toString(),
          object.value(QStringLiteral("internal")).toBool()};
}

}  // namespace

QByteArray archiveChainStart() { return QByteArray(kHashLetters, '0'); }

QByteArray archiveHash(const QByteArray& previous, qint64 number, const QByteArray& json) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(previous);
  hash.addData(QByteArray('\n' + QByteArray::number(number) + ' '));
  hash.addData(json);
  return hash.result().toHex();
}

QByteArray archiveLine(const ArchiveLine& line) {
  return QByteArray::number(line.number) + ' ' + QByteArray::number(line.json.size()) + ' ' + line.hash + ' ' +
         line.json + '\n';
}

std::optional<ArchiveLine> parseArchiveLine(const QByteArray& line) {
  const qsizetype first = line.indexOf(' ');
  const qsizetype second = line.indexOf(' ', first + 1);
  const qsizetype third = second + 1 + kHashLetters;
  if (first < 1 || second < 0 || third + 1 >= line.size()) return std::nullopt;
  const ArchiveLine parsed{line.left(first).toLongLong(), line.mid(second + 1, kHashLetters),
                           line.mid(third + 1).chopped(1)};
  if (archiveLine(parsed) != line) return std::nullopt;
  return parsed;
}

std::optional<qint64> numberOfArchiveLine(const QByteArray& line) {
  bool fine = false;
  const qint64 number = line.left(line.indexOf(' ')).toLongLong(&fine);
  if (!fine || number < 1) return std::nullopt;
  return number;
}

QByteArray ArchiveJson::segment(qint64 number, Timestamp opened) {
  return compact({{QStringLiteral("type"), QStringLiteral("segment")},
                  {QStringLiteral("segment"), number},
                  {QStringLiteral("opened"), timeText(opened)}});
}

QByteArray ArchiveJson::batch(const EventBatch& batch, qint64 events) {
  QJsonObject object{{QStringLiteral("type"), QStringLiteral("batch")},
                     {QStringLiteral("batch"), batch.number},
                     {QStringLiteral("formedOn"), timeText(batch.formedOn)},
                     {QStringLiteral("first"), batch.firstEvent},
                     {QStringLiteral("last"), batch.lastEvent},
                     {QStringLiteral("details"), batch.details},
                     {QStringLiteral("events"), events}};
  putBytes(object, QStringLiteral("store"), batch.storeId);
  return compact(object);
}

QByteArray ArchiveJson::event(const ComplianceEvent& event) {
  QJsonObject object{{QStringLiteral("type"), QStringLiteral("event")},
                     {QStringLiteral("event"), event.eventId},
                     {QStringLiteral("time"), timeText(event.time)},
                     {QStringLiteral("kind"), static_cast<int>(event.kind)},
                     {QStringLiteral("room"), roomObject(event.room)},
                     {QStringLiteral("user"), userObject(event.user)},
                     {QStringLiteral("message"), static_cast<qint64>(event.messageId)}};
  putBytes(object, QStringLiteral("content"), event.content);
  putBytes(object, QStringLiteral("extension"), event.extension);
  return compact(object);
}

QByteArray ArchiveJson::typeOf(const QJsonObject& object) {
  return object.value(QStringLiteral("type")).toString().toLatin1();
}

EventBatch ArchiveJson::batchOf(const QJsonObject& object) {
  EventBatch batch;
  batch.number = object.value(QStringLiteral("batch")).toInteger();
  batch.formedOn = timeAt(object, QStringLiteral("formedOn"));
  batch.storeId = bytesAt(object, QStringLiteral("store"));
  batch.firstEvent = object.value(QStringLiteral("first")).toInteger();
  batch.lastEvent = object.value(QStringLiteral("last")).toInteger();
  batch.details = object.value(QStringLiteral("details")).toObject();
  return batch;
}

ComplianceEvent ArchiveJson::eventOf(const QJsonObject& object) {
  ComplianceEvent event;
  event.eventId = object.value(QStringLiteral("event")).toInteger();
  event.time = timeAt(object, QStringLiteral("time"));
  event.kind = static_cast<ComplianceKind>(object.value(QStringLiteral("kind")).toInt());
  event.room = roomOf(object.value(QStringLiteral("room")).toObject());
  event.user = userOf(object.value(QStringLiteral("user")).toObject());
  event.messageId = static_cast<ChatId>(object.value(QStringLiteral("message")).toInteger());
  event.content = bytesAt(object, QStringLiteral("content"));
  event.extension = bytesAt(object, QStringLiteral("extension"));
  return event;
}

QString eventKindName(ComplianceKind kind) {
  switch (kind) {
    case ComplianceKind::Post:
      return QStringLiteral("post");
    case ComplianceKind::HistoryRead:
      return QStringLiteral("history read");
    case ComplianceKind::Download:
      return QStringLiteral("download");
    case ComplianceKind::Upload:
      return QStringLiteral("upload");
    case ComplianceKind::MessageReplaced:
      return QStringLiteral("message replaced");
    case ComplianceKind::Purge:
      return QStringLiteral("purge");
    case ComplianceKind::Join:
      return QStringLiteral("join");
    case ComplianceKind::Part:
      return QStringLiteral("part");
    case ComplianceKind::Search:
      return QStringLiteral("search");
    case ComplianceKind::MessageRemoved:
      return QStringLiteral("message removed");
    case ComplianceKind::RoomChange:
      return QStringLiteral("room change");
    case ComplianceKind::RoleChange:
      return QStringLiteral("role change");
    case ComplianceKind::AdminRead:
      return QStringLiteral("administrator's read");
    case ComplianceKind::Export:
      return QStringLiteral("export");
  }
  return QStringLiteral("event %1").arg(static_cast<int>(kind));
}

}  // namespace Parlour::Server
