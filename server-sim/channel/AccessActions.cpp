// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/AccessActions.h"

#include <array>

namespace Parlour::Server {
namespace {

constexpr int kNamesGiven = 3;

bool mayJoin(const Standing& user, const RoomTraits& room) { return AccessPolicy::join(user, room).allowed(); }

constexpr std::array kAccessActions{
    AccessAction{"find", "Find it in a search",
                 [](const Standing& user, const RoomTraits& room) { return AccessPolicy::find(user, room); }},
    AccessAction{"find-disabled", "Find it among disabled rooms",
                 [](const Standing& user, const RoomTraits& room) { return AccessPolicy::find(user, room, true); },
                 true},
    AccessAction{"see", "See its properties", AccessPolicy::see},
    AccessAction{"join", "Join it", AccessPolicy::join},
    AccessAction{
        "history", "Read its history without joining",
        [](const Standing& user, const RoomTraits& room) { return AccessPolicy::readHistory(user, room, false); }},
    AccessAction{"participants", "See who is in it", AccessPolicy::seeParticipants},
    AccessAction{"post", "Post",
                 [](const Standing& user, const RoomTraits& room) {
                   return AccessPolicy::post(user, room, mayJoin(user, room));
                 }},
    AccessAction{"members", "See its members and managers", AccessPolicy::seeMembers},
    AccessAction{"presenters", "See its presenters", AccessPolicy::seePresenters},
    AccessAction{"manage", "Change its properties and lists", AccessPolicy::manage},
    AccessAction{"enable", "Enable it again", AccessPolicy::enable, true},
    AccessAction{"remove", "Remove it or its messages", AccessPolicy::remove},
};

QString askedPeople(const QStringList& names) {
  if (names.isEmpty()) return QStringLiteral("one of its managers");
  if (names.size() == 1) return names.first();
  const bool more = names.size() > kNamesGiven;
  const QStringList given = more ? names.mid(0, kNamesGiven) : names.mid(0, names.size() - 1);
  return given.join(QStringLiteral(", ")) + QStringLiteral(" or ") +
         (more ? QStringLiteral("another manager") : names.last());
}

}  // namespace

std::span<const AccessAction> accessActions() { return kAccessActions; }

QString explain(const Decision& decision, const QStringList& managers) {
  const QString reason = QString::fromUtf8(decision.reason);
  switch (decision.remedy) {
    case Remedy::Managers:
      return QStringLiteral("%1 Ask %2.").arg(reason, askedPeople(managers));
    case Remedy::Administrators:
      return QStringLiteral("%1 Ask an administrator.").arg(reason);
    case Remedy::None:
      break;
  }
  return reason;
}

}  // namespace Parlour::Server
