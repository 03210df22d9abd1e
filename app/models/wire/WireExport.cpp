// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireExport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/models/wire/WireSentence.h"
#include "app/models/wire/WireWords.h"

namespace Parlour::Models {

namespace {

constexpr qsizetype kMostJsonBytes = 128 * 1024 * 1024;
constexpr qsizetype kMostRecords = 20'000;
constexpr int kTraceVersion = 1;
const QLatin1String kTraceFormat("parlour-trace");

class ExportWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::ExportWords)

 public:
  static Error notATrace(const QString& detail) {
    return Error::make(ErrorCode::ParseFailed, tr("This file is not a saved trace."), detail);
  }
  static Error tooLarge() { return Error::make(ErrorCode::LimitExceeded, tr("This trace is too large to open.")); }
  static Error tooNew() {
    return Error::make(ErrorCode::NotSupported, tr("This trace was saved by a newer version of Parlour."));
  }
};

QByteArray ladderLine(const WireRow& row) {
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.time.toMs());
  const QString route = WireSentence::route(row);
  QString line = QStringLiteral("%1  %2  %3").arg(time.toString(QStringLiteral("HH:mm:ss.zzz")), route, row.what());
  for (const QString& part : {WireSentence::status(row), WireSentence::elapsed(row)}) {
    if (!part.isEmpty()) line += QStringLiteral("  ") + part;
  }
  return line.toUtf8() + '\n';
}

QJsonObject recordToJson(const WireRow& row) {
  QJsonObject record{{QStringLiteral("number"), QString::number(row.number)},
                     {QStringLiteral("time"), QString::fromLatin1(row.time.toXccos())},
                     {QStringLiteral("outgoing"), row.outgoing},
                     {QStringLiteral("connection"), QString::number(row.connection)},
                     {QStringLiteral("summary"), row.what()}};
  const QByteArray text = Sip::redact(row.text);
  const QString decoded = QString::fromUtf8(text);
  if (decoded.toUtf8() == text) {
    record.insert(QStringLiteral("text"), decoded);
  } else {
    record.insert(QStringLiteral("base64"), QString::fromLatin1(text.toBase64()));
  }
  return record;
}

std::optional<Sip::TraceRecord> recordFromJson(const QJsonObject& object, quint64 after) {
  const auto time = Timestamp::parse(object.value(QStringLiteral("time")).toString().toUtf8());
  const quint64 number = object.value(QStringLiteral("number")).toString().toULongLong();
  if (!time || number <= after) return std::nullopt;
  QByteArray text = object.value(QStringLiteral("text")).toString().toUtf8();
  if (object.contains(QStringLiteral("base64"))) {
    text = QByteArray::fromBase64(object.value(QStringLiteral("base64")).toString().toLatin1());
  }
  return Sip::TraceRecord{number, *time, object.value(QStringLiteral("outgoing")).toBool(),
                          object.value(QStringLiteral("connection")).toString().toULongLong(), Sip::redact(text)};
}

}  // namespace

QByteArray ladderToText(const QList<WireRow>& rows) {
  QByteArray text;
  for (const WireRow& row : rows) text += ladderLine(row);
  return text;
}

QByteArray traceToText(const QList<WireRow>& rows) {
  QByteArray text;
  for (const WireRow& row : rows) {
    QByteArray message = Sip::redact(row.text);
    message.replace("\r\n", "\n");
    text += "---- " + ladderLine(row) + message;
    if (!message.endsWith('\n')) text += '\n';
    text += '\n';
  }
  return text;
}

QByteArray traceToJson(const QList<WireRow>& rows) {
  QJsonArray records;
  for (const WireRow& row : rows) records.append(recordToJson(row));
  const QJsonObject trace{{QStringLiteral("format"), kTraceFormat},
                          {QStringLiteral("version"), kTraceVersion},
                          {QStringLiteral("records"), records}};
  return QJsonDocument(trace).toJson();
}

Result<QList<Sip::TraceRecord>> traceFromJson(const QByteArray& json) {
  if (json.size() > kMostJsonBytes) return ExportWords::tooLarge();
  QJsonParseError parseError;
  const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
  const QJsonObject trace = document.object();
  if (trace.value(QStringLiteral("format")).toString() != kTraceFormat) {
    return ExportWords::notATrace(parseError.errorString());
  }
  if (trace.value(QStringLiteral("version")).toInt() > kTraceVersion) return ExportWords::tooNew();
  const QJsonArray records = trace.value(QStringLiteral("records")).toArray();
  if (records.size() > kMostRecords) return ExportWords::tooLarge();
  QList<Sip::TraceRecord> found;
  for (const QJsonValue& value : records) {
    const auto record = recordFromJson(value.toObject(), found.isEmpty() ? 0 : found.last().number);
    if (!record) return ExportWords::notATrace(QStringLiteral("record %1").arg(found.size() + 1));
    found.append(*record);
  }
  return found;
}

}  // namespace Parlour::Models
