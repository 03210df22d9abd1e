// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ChangeNews.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "server-sim/channel/ChangeSet.h"

namespace Parlour::Server {
namespace {

QJsonObject objectOf(const QByteArray& text) { return QJsonDocument::fromJson(text).object(); }

// Only what changed stands in the trail, so the name may be in the object itself.
QString nameOf(const ChangeSet& set, const AuditEntry& entry) {
  for (const Room& room : set.rooms) {
    if (room.uri.bytes() == entry.object) return room.name;
  }
  for (const Principal& principal : set.principals) {
    if (principal.uri == entry.object) return principal.displayName;
  }
  for (const QByteArray& side : {entry.after, entry.before}) {
    const QString name = objectOf(side).value(QStringLiteral("name")).toString();
    if (!name.isEmpty()) return name;
  }
  return QString::fromUtf8(entry.object);
}

// "disabled" of rooms, "enabled" of people; empty when neither changed.
QString switchWord(const AuditEntry& entry) {
  const QJsonObject before = objectOf(entry.before);
  const QJsonObject after = objectOf(entry.after);
  for (const char* key : {"disabled", "enabled"}) {
    const QJsonValue now = after.value(QLatin1String(key));
    if (!now.isBool() || now == before.value(QLatin1String(key))) continue;
    const bool disabled = now.toBool() == (qstrcmp(key, "disabled") == 0);
    return disabled ? QStringLiteral("disabled") : QStringLiteral("enabled");
  }
  return {};
}

QString newsOf(const ChangeSet& set, const AuditEntry& entry) {
  if (entry.action == "config.set") return QStringLiteral("Setting %1 changed").arg(QString::fromUtf8(entry.object));
  QString word;
  if (entry.action.endsWith(".create")) word = QStringLiteral("created");
  if (entry.action.endsWith(".remove")) word = QStringLiteral("deleted");
  if (entry.action.endsWith(".set")) word = switchWord(entry);
  return word.isEmpty() ? QString() : nameOf(set, entry) + QLatin1Char(' ') + word;
}

}  // namespace

QStringList changeNews(const ChangeSet& set) {
  QStringList news;
  for (const AuditEntry& entry : set.audit) {
    const QString text = newsOf(set, entry);
    if (!text.isEmpty()) news.append(text);
  }
  return news;
}

}  // namespace Parlour::Server
