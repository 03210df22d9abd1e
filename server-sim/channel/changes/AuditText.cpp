// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <set>

#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server::Planning {
namespace {

QJsonArray addresses(const ChannelState& state, const std::vector<PrincipalId>& list) {
  std::set<QByteArray> uris;
  for (const PrincipalId id : list) {
    if (const Principal* principal = state.directory().find(id)) uris.insert(principal->uri);
  }
  QJsonArray array;
  for (const QByteArray& uri : uris) array.append(QString::fromUtf8(uri));
  return array;
}

QJsonArray without(const QJsonArray& items, const QJsonArray& others) {
  std::set<QString> known;
  for (const auto& other : others) known.insert(other.toString());
  QJsonArray left;
  for (const auto& item : items) {
    if (!known.contains(item.toString())) left.append(item);
  }
  return left;
}

void keepDifferences(QJsonObject& before, QJsonObject& after) {
  for (const QString& key : before.keys()) {
    const QJsonValue old = before.value(key);
    const QJsonValue current = after.value(key);
    if (old == current) {
      before.remove(key);
      after.remove(key);
    } else if (old.isArray() && current.isArray()) {
      before.insert(key, without(old.toArray(), current.toArray()));
      after.insert(key, without(current.toArray(), old.toArray()));
    }
  }
}

QByteArray compact(const QJsonObject& object) {
  return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}  // namespace

QJsonObject describe(const ChannelState& state, const Room& room) {
  const Category* category = state.category(room.category);
  return {{QStringLiteral("name"), room.name},
          {QStringLiteral("description"), room.description},
          {QStringLiteral("topic"), room.topic},
          {QStringLiteral("category"), category ? category->name : QString()},
          {QStringLiteral("type"), TypeWords::word(room.type)},
          {QStringLiteral("privacy"), TypeWords::word(room.privacy)},
          {QStringLiteral("invitations"), room.inheritInvitations ? QStringLiteral("inherit") : QStringLiteral("off")},
          {QStringLiteral("disabled"), room.disabled},
          {QStringLiteral("addIn"), QString::fromUtf8(room.addIn)},
          {QStringLiteral("members"), addresses(state, room.members)},
          {QStringLiteral("managers"), addresses(state, room.managers)},
          {QStringLiteral("presenters"), addresses(state, room.presenters)}};
}

QJsonObject describe(const ChannelState& state, const Category& category) {
  return {{QStringLiteral("name"), category.name},
          {QStringLiteral("description"), category.description},
          {QStringLiteral("invitations"), category.invitations},
          {QStringLiteral("files"), category.files},
          {QStringLiteral("history"), category.history},
          {QStringLiteral("allowed"), addresses(state, category.allowed)},
          {QStringLiteral("denied"), addresses(state, category.denied)},
          {QStringLiteral("creators"), addresses(state, category.creators)}};
}

AuditEntry entry(const Actor& actor, Timestamp now, const QByteArray& action, const QByteArray& object,
                 QJsonObject before, QJsonObject after) {
  if (!before.isEmpty() && !after.isEmpty()) keepDifferences(before, after);
  return AuditEntry{now, actor.name, action, object, compact(before), compact(after)};
}

}  // namespace Parlour::Server::Planning
