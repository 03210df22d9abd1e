// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/Rendering.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

#include "server-sim/ctl/StatusText.h"

namespace Parlour::Ctl {
namespace {

using Server::AdminVerb;

QString harmless(const QString& text) {
  QString shown;
  for (const QChar letter : text) {
    if (letter.isSpace()) {
      shown.append(QLatin1Char(' '));
      continue;
    }
    const bool format = letter.category() == QChar::Other_Format || letter.category() == QChar::Other_Control;
    shown.append(format ? QChar(u'\ufffd') : letter);
  }
  return shown;
}

QString textOf(const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
  if (value.isDouble() && value.toDouble() != static_cast<double>(value.toInteger())) {
    return QString::number(value.toDouble(), 'f', 2);
  }
  if (value.isDouble()) return QString::number(value.toInteger());
  if (!value.isArray()) return harmless(value.toString());
  QStringList items;
  for (const auto& item : value.toArray()) items.append(textOf(item));
  return items.join(QStringLiteral(", "));
}

// A text of several lines.
QString linesOf(const QString& text) {
  QStringList lines = text.split(QLatin1Char('\n'));
  for (QString& line : lines) line = harmless(line);
  const QString joined = lines.join(QLatin1Char('\n'));
  return joined.endsWith(QLatin1Char('\n')) ? joined : joined + QLatin1Char('\n');
}

QString cell(const QJsonValue& value, bool last) {
  QString text = textOf(value).simplified();
  if (!last && text.size() > kWidestCell) text = text.left(kWidestCell - 1) + QChar(u'\u2026');
  return text;
}

QString renderList(const AdminVerb& verb, const QJsonArray& list) {
  if (list.isEmpty()) return QStringLiteral("Nothing found.\n");
  const QStringList columns = QString::fromLatin1(verb.columns).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  QList<QStringList> rows;
  for (const auto& item : list) {
    QStringList row;
    for (const QString& column : columns) {
      row.append(cell(item.toObject().value(column), column == columns.last()));
    }
    rows.append(row);
  }
  return renderTable(columns, rows);
}

// Properties in the order of their names, lists one entry a line.
QString renderObject(const QJsonObject& object) {
  qsizetype width = 0;
  for (const QString& key : object.keys()) width = std::max(width, key.size());
  QString text;
  for (auto it = object.begin(); it != object.end(); ++it) {
    const QString key = it.key().leftJustified(width) + QStringLiteral("  ");
    if (!it.value().isArray()) {
      text += (key + textOf(it.value())).trimmed() + QLatin1Char('\n');
      continue;
    }
    const QJsonArray items = it.value().toArray();
    text += key + (items.isEmpty() ? QStringLiteral("-") : textOf(items.first())) + QLatin1Char('\n');
    for (qsizetype i = 1; i < items.size(); ++i) {
      text += QString(width + 2, QLatin1Char(' ')) + textOf(items.at(i)) + QLatin1Char('\n');
    }
  }
  return text;
}

QString renderOneChange(const QJsonObject& change) {
  const QString name = change.value(QStringLiteral("name")).toString();
  const QString object = change.value(QStringLiteral("object")).toString();
  QString text = QStringLiteral("%1  %2\n")
                     .arg(textOf(change.value(QStringLiteral("action"))), harmless(name.isEmpty() ? object : name));
  if (!name.isEmpty() && name != object) text += QStringLiteral("    %1\n").arg(harmless(object));
  for (const auto& detail : change.value(QStringLiteral("details")).toArray()) {
    text += QStringLiteral("    %1\n").arg(textOf(detail));
  }
  return text;
}

QString renderLoss(const QJsonObject& loss) {
  QString text = QStringLiteral("In \"%1\":\n").arg(textOf(loss.value(QStringLiteral("room"))));
  const auto add = [&](const char* key, const char* words) {
    const QJsonArray names = loss.value(QLatin1String(key)).toArray();
    if (!names.isEmpty()) text += QStringLiteral("    %1: %2\n").arg(QLatin1String(words), textOf(names));
  };
  add("members", "no longer members");
  add("managers", "no longer managers");
  add("presenters", "no longer presenters");
  add("loseAccess", "there now and have to leave");
  return text;
}

QString renderChange(const QJsonObject& result) {
  const bool dryRun = result.value(QStringLiteral("dryRun")).toBool();
  const QJsonArray changes = result.value(QStringLiteral("changes")).toArray();
  if (changes.isEmpty()) return QStringLiteral("Nothing to change.\n");
  QString text = dryRun ? QStringLiteral("Would change:\n") : QString();
  for (const auto& change : changes) text += renderOneChange(change.toObject());
  for (const auto& loss : result.value(QStringLiteral("losses")).toArray()) text += renderLoss(loss.toObject());
  const auto count = [&](const char* key, const char* words) {
    const QJsonValue value = result.value(QLatin1String(key));
    if (value.isDouble()) text += QStringLiteral("%1: %2\n").arg(QLatin1String(words), textOf(value));
  };
  count("invitations", "Invitations sent");
  count("messagesRemoved", "Messages removed");
  return text;
}

}  // namespace

QString renderTable(const QStringList& columns, const QList<QStringList>& rows) {
  QList<QStringList> lines{columns};
  for (QString& title : lines.first()) title = title.toUpper();
  lines += rows;
  QList<qsizetype> widths(columns.size(), 0);
  for (const QStringList& line : lines) {
    for (qsizetype i = 0; i < columns.size(); ++i) widths[i] = std::max(widths.at(i), line.at(i).size());
  }
  QString text;
  for (const QStringList& line : lines) {
    QString row;
    for (qsizetype i = 0; i < columns.size(); ++i) row += line.at(i).leftJustified(widths.at(i) + 2);
    while (row.endsWith(QLatin1Char(' '))) row.chop(1);
    text += row + QLatin1Char('\n');
  }
  return text;
}

QString renderResult(const AdminVerb& verb, const QJsonValue& result) {
  if (result.isArray()) return renderList(verb, result.toArray());
  const QJsonObject object = result.toObject();
  if (qstrcmp(verb.name, "status") == 0) return renderStatus(object, harmless);
  if (qstrcmp(verb.name, "doctor") == 0) return renderDoctor(object, harmless);
  if (object.contains(QStringLiteral("text"))) return linesOf(object.value(QStringLiteral("text")).toString());
  return object.contains(QStringLiteral("changes")) ? renderChange(object) : renderObject(object);
}

bool takesAccess(const QJsonValue& result) {
  return !result.toObject().value(QStringLiteral("losses")).toArray().isEmpty();
}

}  // namespace Parlour::Ctl
