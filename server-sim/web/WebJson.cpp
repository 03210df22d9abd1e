// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebJson.h"

#include <algorithm>

#include "server-sim/control/AdminJson.h"

namespace Parlour::Server::WebJson {
namespace {

constexpr size_t kManagersInLine = 5;

QJsonArray people(const ChannelState& state, const std::vector<PrincipalId>& list) {
  QList<std::pair<QString, QJsonObject>> sorted;
  for (const PrincipalId id : list) {
    if (const Principal* found = state.directory().find(id)) {
      sorted.append({found->displayName.toCaseFolded(), person(*found)});
    }
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  QJsonArray lines;
  for (const auto& item : sorted) lines.append(item.second);
  return lines;
}

QString keyOf(const Category* category) { return category ? QString::fromUtf8(category->uri.key()) : QString(); }

}  // namespace

QJsonObject line(const ChannelState& state, const Room& room) {
  QJsonObject object = AdminJson::line(state, room);
  object.insert(QStringLiteral("key"), QString::fromUtf8(room.uri.key()));
  object.insert(QStringLiteral("categoryKey"), keyOf(state.category(room.category)));
  object.insert(QStringLiteral("description"), room.description);
  object.insert(QStringLiteral("lastMessageOn"), AdminJson::time(room.lastTime));
  QJsonArray managers;
  for (size_t i = 0; i < std::min(room.managers.size(), kManagersInLine); ++i) {
    const Principal* manager = state.directory().find(room.managers[i]);
    if (manager) managers.append(manager->displayName);
  }
  object.insert(QStringLiteral("managerNames"), managers);
  return object;
}

QJsonObject whole(const ChannelState& state, const Room& room) {
  QJsonObject object = AdminJson::whole(state, room);
  object.insert(QStringLiteral("key"), QString::fromUtf8(room.uri.key()));
  object.insert(QStringLiteral("categoryKey"), keyOf(state.category(room.category)));
  object.insert(QStringLiteral("asOf"), QString::number(room.audit.updatedOn.ticks));
  object.insert(QStringLiteral("members"), people(state, room.members));
  object.insert(QStringLiteral("managers"), people(state, room.managers));
  object.insert(QStringLiteral("presenters"), people(state, room.presenters));
  object.insert(QStringLiteral("addIns"), addIns(state));
  return object;
}

QJsonObject whole(const ChannelState& state, const Category& category) {
  QJsonObject object = AdminJson::line(state, category);
  object.insert(QStringLiteral("key"), QString::fromUtf8(category.uri.key()));
  object.insert(QStringLiteral("allowed"), people(state, category.allowed));
  object.insert(QStringLiteral("denied"), people(state, category.denied));
  object.insert(QStringLiteral("creators"), people(state, category.creators));
  return object;
}

QJsonObject choice(const Category& category) {
  return {{QStringLiteral("name"), category.name},
          {QStringLiteral("key"), QString::fromUtf8(category.uri.key())},
          {QStringLiteral("invitations"), category.invitations}};
}

QJsonObject person(const Principal& principal) {
  const QJsonObject known = AdminJson::line(principal);
  return {{QStringLiteral("name"), known.value(QStringLiteral("name"))},
          {QStringLiteral("address"), known.value(QStringLiteral("address"))},
          {QStringLiteral("kind"), known.value(QStringLiteral("kind"))}};
}

QJsonArray addIns(const ChannelState& state) {
  QJsonArray names;
  for (const AddIn& addIn : state.addIns()) names.append(addIn.name);
  return names;
}

}  // namespace Parlour::Server::WebJson
