// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/TransferReport.h"

#include <QStringList>
#include <utility>

namespace Parlour::Server {
namespace {

bool isWorthTelling(const TransferReport::Row& row) {
  return row.outcome != TransferOutcome::LeftAlone || !row.why.isEmpty();
}

QString tableRow(const QStringList& cells, const char* tag) {
  QString text = QStringLiteral("<tr>");
  for (const QString& cell : cells) {
    text += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), cell.toHtmlEscaped());
  }
  return text + QStringLiteral("</tr>\n");
}

}  // namespace

QString transferOutcomeName(TransferOutcome outcome) {
  switch (outcome) {
    case TransferOutcome::Written:
      return QStringLiteral("written");
    case TransferOutcome::Added:
      return QStringLiteral("added");
    case TransferOutcome::Changed:
      return QStringLiteral("changed");
    case TransferOutcome::LeftAlone:
      return QStringLiteral("left alone");
    case TransferOutcome::Refused:
      break;
  }
  return QStringLiteral("refused");
}

void TransferReport::add(Row row) {
  count(row.kind, row.outcome, row.count);
  rows_.push_back(std::move(row));
}

void TransferReport::count(const QString& kind, TransferOutcome outcome, qint64 count) {
  if (count > 0) counts_[kind][outcome] += count;
}

qint64 TransferReport::countOf(const QString& kind, TransferOutcome outcome) const {
  return counts_.value(kind).value(outcome);
}

qint64 TransferReport::countOf(TransferOutcome outcome) const {
  qint64 sum = 0;
  for (const auto& ofKind : counts_) sum += ofKind.value(outcome);
  return sum;
}

bool TransferReport::changesAnything() const {
  return countOf(TransferOutcome::Added) + countOf(TransferOutcome::Changed) > 0;
}

QString TransferReport::toText() const {
  QStringList lines;
  for (auto kind = counts_.cbegin(); kind != counts_.cend(); ++kind) {
    QStringList parts;
    for (auto outcome = kind->cbegin(); outcome != kind->cend(); ++outcome) {
      parts.append(QStringLiteral("%1 %2").arg(outcome.value()).arg(transferOutcomeName(outcome.key())));
    }
    lines.append(QStringLiteral("%1: %2").arg(kind.key(), parts.join(QStringLiteral(", "))));
  }
  for (const Row& row : rows_) {
    if (!isWorthTelling(row)) continue;
    QString line = QStringLiteral("%1 %2 %3").arg(transferOutcomeName(row.outcome), row.kind, row.name);
    if (row.count != 1) line += QStringLiteral(" (%1)").arg(row.count);
    if (!row.why.isEmpty()) line += QStringLiteral(": ") + row.why;
    lines.append(line);
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString TransferReport::toHtml(const QString& title) const {
  QString html = QStringLiteral(
                     "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head>\n"
                     "<body><h1>%1</h1>\n<table>\n")
                     .arg(title.toHtmlEscaped());
  html += tableRow({QStringLiteral("Kind"), QStringLiteral("Outcome"), QStringLiteral("Count")}, "th");
  for (auto kind = counts_.cbegin(); kind != counts_.cend(); ++kind) {
    for (auto outcome = kind->cbegin(); outcome != kind->cend(); ++outcome) {
      html += tableRow({kind.key(), transferOutcomeName(outcome.key()), QString::number(outcome.value())}, "td");
    }
  }
  html += QStringLiteral("</table>\n<table>\n");
  html += tableRow({QStringLiteral("Outcome"), QStringLiteral("Kind"), QStringLiteral("Name"), QStringLiteral("Count"),
                    QStringLiteral("Why")},
                   "th");
  for (const Row& row : rows_) {
    if (!isWorthTelling(row)) continue;
    html += tableRow({transferOutcomeName(row.outcome), row.kind, row.name, QString::number(row.count), row.why}, "td");
  }
  return html + QStringLiteral("</table>\n</body></html>\n");
}

}  // namespace Parlour::Server
