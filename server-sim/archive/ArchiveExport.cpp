// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveExport.h"

#include <QIODevice>
#include <optional>

#include "server-sim/archive/ArchiveRecord.h"

namespace Parlour::Server {
namespace {

constexpr char kHtmlHead[] =
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Archive</title><style>"
    "body{font-family:sans-serif}table{border-collapse:collapse}td,th{border:1px solid #999;padding:4px;"
    "text-align:left;vertical-align:top}td.text{white-space:pre-wrap}</style></head><body><table>\n"
    "<tr><th>Event<th>Time<th>Kind<th>Room<th>Person<th>Address<th>Message<th>Content</tr>\n";
constexpr char kHtmlFoot[] = "</table></body></html>\n";
constexpr char kCsvHead[] = "event,time,kind,room,person,address,message,content,extension\r\n";

QByteArray csvCell(const QString& text) {
  QString safe = text;
  static const QString formulas = QStringLiteral("=+-@\t\r");
  if (!safe.isEmpty() && formulas.contains(safe.front())) safe.prepend(QLatin1Char('\''));
  return '"' + safe.replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

QStringList cellsOf(const ComplianceEvent& event) {
  return {QString::number(event.eventId),
          QString::fromLatin1(event.time.toXccos()),
          eventKindName(event.kind),
          event.room.name,
          event.user.name,
          QString::fromUtf8(event.user.uri),
          event.messageId == 0 ? QString() : QString::number(event.messageId),
          QString::fromUtf8(event.content)};
}

QByteArray csvRow(const ComplianceEvent& event) {
  QByteArrayList cells;
  for (const QString& cell : cellsOf(event)) cells.append(csvCell(cell));
  cells.append(csvCell(QString::fromUtf8(event.extension)));
  return cells.join(',') + "\r\n";
}

QByteArray htmlRow(const ComplianceEvent& event) {
  const QStringList cells = cellsOf(event);
  QByteArray row("<tr>");
  for (qsizetype i = 0; i < cells.size(); ++i) {
    row += (i + 1 == cells.size() ? "<td class=\"text\">" : "<td>") + cells.at(i).toHtmlEscaped().toUtf8();
  }
  return row + "</tr>\n";
}

// Further lines of a message are indented, so that they cannot pass for events.
QByteArray textLine(const ComplianceEvent& event) {
  QStringList cells = cellsOf(event);
  QString content = cells.takeLast();
  for (QString& cell : cells) cell = cell.simplified();
  QString safe;
  for (const QChar letter : content) {
    const bool kept = letter == QLatin1Char('\n') || letter.category() != QChar::Other_Control;
    if (kept) safe += letter;
  }
  safe.replace(QLatin1Char('\n'), QStringLiteral("\n    "));
  const QString line = QStringLiteral("%1  %2  [%3] %4 <%5>%6: %7\n");
  const QString number = cells.at(6).isEmpty() ? QString() : QStringLiteral(" #%1").arg(cells.at(6));
  return line.arg(cells.at(1), cells.at(2), cells.at(3), cells.at(4), cells.at(5), number, safe).toUtf8();
}

QByteArray rowOf(ArchiveFormat format, const ComplianceEvent& event, bool first) {
  switch (format) {
    case ArchiveFormat::Text:
      return textLine(event);
    case ArchiveFormat::Html:
      return htmlRow(event);
    case ArchiveFormat::Csv:
      return csvRow(event);
    case ArchiveFormat::Json:
      return (first ? "[\n" : ",\n") + ArchiveJson::event(event);
  }
  return {};
}

QByteArray headOf(ArchiveFormat format) {
  if (format == ArchiveFormat::Html) return kHtmlHead;
  return format == ArchiveFormat::Csv ? QByteArray(kCsvHead) : QByteArray();
}

QByteArray footOf(ArchiveFormat format, qint64 events) {
  if (format == ArchiveFormat::Html) return kHtmlFoot;
  if (format != ArchiveFormat::Json) return {};
  return events == 0 ? QByteArray("[]\n") : QByteArray("\n]\n");
}

}  // namespace

std::optional<ArchiveFormat> parseArchiveFormat(const QString& text) {
  if (text == QLatin1String("text")) return ArchiveFormat::Text;
  if (text == QLatin1String("html")) return ArchiveFormat::Html;
  if (text == QLatin1String("json")) return ArchiveFormat::Json;
  if (text == QLatin1String("csv")) return ArchiveFormat::Csv;
  return std::nullopt;
}

Result<qint64> exportArchive(const ArchiveReader& reader, const ArchiveFilter& filter, ArchiveFormat format,
                             QIODevice& out) {
  qint64 events = 0;
  const auto put = [&out](const QByteArray& bytes) { return out.write(bytes) == bytes.size(); };
  bool fine = put(headOf(format));
  const Status read = reader.events(filter, [&](const ComplianceEvent& event) {
    fine = fine && put(rowOf(format, event, events == 0));
    ++events;
    return fine;
  });
  if (!read) return read.error();
  fine = fine && put(footOf(format, events));
  if (fine) return events;
  return Error::make(ErrorCode::Storage, QStringLiteral("The export cannot be written: %1.").arg(out.errorString()));
}

}  // namespace Parlour::Server
