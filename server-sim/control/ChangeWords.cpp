// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/ChangeWords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Parlour::Server::ChangeWords {
namespace {

QJsonObject parsed(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

// Addresses of principals become names; all else stays as it is.
QString wordOf(const ChannelState& state, const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
  if (value.isDouble()) return QString::number(value.toDouble(), 'f', 0);
  const QString text = value.toString();
  const Principal* principal = state.directory().find(text.toUtf8());
  if (principal && !principal->displayName.isEmpty()) return principal->displayName;
  return text.isEmpty() ? QStringLiteral("(empty)") : text;
}

QString listed(const ChannelState& state, const QJsonArray& items, const QString& sign) {
  QStringList words;
  for (const auto& item : items) words.append(sign + wordOf(state, item));
  return words.join(QStringLiteral(", "));
}

QString listDetail(const ChannelState& state, const QJsonArray& went, const QJsonArray& came) {
  QStringList parts;
  if (!came.isEmpty()) parts.append(listed(state, came, QStringLiteral("+ ")));
  if (!went.isEmpty()) parts.append(listed(state, went, QStringLiteral("\u2212 ")));
  return parts.join(QStringLiteral(", "));
}

QString valueDetail(const ChannelState& state, const QJsonValue& before, const QJsonValue& after) {
  if (before.isUndefined()) return wordOf(state, after);
  if (after.isUndefined()) return wordOf(state, before);
  return QStringLiteral("%1 \u2192 %2").arg(wordOf(state, before), wordOf(state, after));
}

bool isWorthTelling(const QJsonValue& value) {
  if (value.isArray()) return !value.toArray().isEmpty();
  return value.isBool() ? value.toBool() : !value.toString().isEmpty() || value.isDouble();
}

QJsonArray detailsOf(const ChannelState& state, const QJsonObject& before, const QJsonObject& after) {
  const bool created = before.isEmpty();
  QStringList keys = before.keys() + after.keys();
  keys.removeDuplicates();
  QJsonArray details;
  for (const QString& key : keys) {
    const QJsonValue old = before.value(key);
    const QJsonValue current = after.value(key);
    if (after.isEmpty() || (created && !isWorthTelling(current))) continue;
    const bool list = old.isArray() || current.isArray();
    const QString words = list ? listDetail(state, old.toArray(), current.toArray()) : valueDetail(state, old, current);
    details.append(QStringLiteral("%1: %2").arg(key, words));
  }
  return details;
}

// What the object is called now; of new and removed ones the audit line itself says it.
QString nameOfObject(const ChannelState& state, const QByteArray& object) {
  if (const auto room = RoomUri::parse(object)) {
    if (const Room* found = state.rooms().find(*room)) return found->name;
  }
  if (const auto uri = CategoryUri::parse(object)) {
    if (const Category* found = state.category(*uri)) return found->name;
  }
  const Principal* principal = state.directory().find(object);
  return principal ? principal->displayName : QString();
}

QString firstName(const ChannelState& state, const QByteArray& object, const QJsonObject& before,
                  const QJsonObject& after) {
  for (const QJsonObject& side : {before, after}) {
    const QString name = side.value(QStringLiteral("name")).toString();
    if (!name.isEmpty()) return name;
  }
  return nameOfObject(state, object);
}

QJsonArray namesOf(const ChannelState& state, const std::vector<PrincipalId>& list) {
  QJsonArray names;
  for (const PrincipalId id : list) names.append(nameOf(state, id));
  return names;
}

}  // namespace

QString nameOf(const ChannelState& state, PrincipalId principal) {
  const Principal* found = state.directory().find(principal);
  if (!found) return QString::number(principal);
  return found->displayName.isEmpty() ? QString::fromUtf8(found->uri) : found->displayName;
}

QJsonArray describe(const ChannelState& state, const ChangeSet& set) {
  QJsonArray changes;
  for (const AuditEntry& entry : set.audit) {
    const QJsonObject before = parsed(entry.before);
    const QJsonObject after = parsed(entry.after);
    changes.append(QJsonObject{{QStringLiteral("action"), QString::fromUtf8(entry.action)},
                               {QStringLiteral("object"), QString::fromUtf8(entry.object)},
                               {QStringLiteral("name"), firstName(state, entry.object, before, after)},
                               {QStringLiteral("details"), detailsOf(state, before, after)}});
  }
  return changes;
}

QJsonObject loss(const ChannelState& state, const Room& room, const MovePreview& lost) {
  QJsonObject object{{QStringLiteral("room"), room.name}};
  const auto add = [&](const char* key, const std::vector<PrincipalId>& list) {
    if (!list.empty()) object.insert(QLatin1String(key), namesOf(state, list));
  };
  add("members", lost.members);
  add("managers", lost.managers);
  add("presenters", lost.presenters);
  add("loseAccess", lost.losingAccess);
  return object;
}

}  // namespace Parlour::Server::ChangeWords
