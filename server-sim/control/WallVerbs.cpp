// SPDX-License-Identifier: Apache-2.0
// Who gets to see what: walls between people, and the readers of a room.
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "server-sim/channel/AccessPolicy.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

// Beyond this a running server would stand still for too long.
constexpr size_t kMostDecisions = 3'000'000;
constexpr int kMostAuditLines = 10'000;

// One side of a wall.
struct WallSide {
  const Principal* named = nullptr;
  std::vector<PrincipalId> users;  // ascending
};

Result<WallSide> sideOf(const ChannelState& state, const QString& text) {
  const auto principal = AdminLookup::principal(state, text);
  if (!principal) return principal.error();
  return WallSide{*principal, state.directory().usersIn({(*principal)->id})};
}

const char* wayIn(const Standing& standing, const Room& room) {
  if (standing.presenter) return "presenter";
  if (standing.manager) return "manager";
  if (standing.member) return "member";
  return room.privacy == Privacy::Open ? "open room" : "administrator";
}

// The first of a side who gets in, with the way in.
std::optional<QString> whoGetsIn(const ChannelState& state, const WallSide& side, const Room& room) {
  const Category* category = state.category(room.category);
  for (const PrincipalId user : side.users) {
    const Standing inCategory = category ? state.standing(user, *category) : Standing{};
    const Standing standing = state.standing(user, room, inCategory);
    if (!AccessPolicy::join(standing, RoomTraits::of(room)).allowed()) continue;
    return QStringLiteral("%1 (%2)").arg(ChangeWords::nameOf(state, user), QLatin1String(wayIn(standing, room)));
  }
  return std::nullopt;
}

std::optional<QString> whoIsInScope(const ChannelState& state, const WallSide& side, const Category& category) {
  for (const PrincipalId user : side.users) {
    if (state.inScope(user, category)) return ChangeWords::nameOf(state, user);
  }
  return std::nullopt;
}

QJsonArray breachingRooms(const ChannelState& state, const WallSide& a, const WallSide& b) {
  QJsonArray rooms;
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    if (indexed->room.disabled) continue;
    const auto first = whoGetsIn(state, a, indexed->room);
    if (!first) continue;
    const auto second = whoGetsIn(state, b, indexed->room);
    if (second) rooms.append(QStringLiteral("%1: %2 and %3").arg(indexed->room.name, *first, *second));
  }
  return rooms;
}

QJsonArray breachingCategories(const ChannelState& state, const WallSide& a, const WallSide& b) {
  QJsonArray categories;
  for (const Category& category : state.categories()) {
    const auto first = whoIsInScope(state, a, category);
    const auto second = first ? whoIsInScope(state, b, category) : std::nullopt;
    if (second) categories.append(QStringLiteral("%1: %2 and %3 are in its scope").arg(category.name, *first, *second));
  }
  return categories;
}

void checkWall(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  const auto a = sideOf(state, call.arguments.text("a"));
  if (!a) return call.fail(a.error());
  const auto b = sideOf(state, call.arguments.text("b"));
  if (!b) return call.fail(b.error());
  const size_t decisions = (a->users.size() + b->users.size()) * (state.rooms().byName().size() + 1);
  if (context.live.status && decisions > kMostDecisions) {
    return call.fail(Error::make(ErrorCode::LimitExceeded,
                                 QStringLiteral("The sides are too large to check while the server runs; check "
                                                "smaller groups, or a backup.")));
  }
  std::vector<PrincipalId> both;
  std::set_intersection(a->users.begin(), a->users.end(), b->users.begin(), b->users.end(), std::back_inserter(both));
  QJsonArray people;
  for (const PrincipalId user : both) people.append(ChangeWords::nameOf(state, user));
  const QJsonArray rooms = breachingRooms(state, *a, *b);
  const QJsonArray categories = breachingCategories(state, *a, *b);
  const auto sideText = [](const WallSide& side) {
    return QStringLiteral("%1, %2 people").arg(AdminJson::named(*side.named)).arg(side.users.size());
  };
  call.succeed(QJsonObject{{QStringLiteral("a"), sideText(*a)},
                           {QStringLiteral("b"), sideText(*b)},
                           {QStringLiteral("onBothSides"), people},
                           {QStringLiteral("rooms"), rooms},
                           {QStringLiteral("categories"), categories},
                           {QStringLiteral("failed"), people.size() + rooms.size() + categories.size()}});
}

// What the audit trail says that lists of the room, its category and its groups lost: addresses with the latest time.
std::map<QByteArray, Timestamp> takenOff(const std::vector<AuditEntry>& entries, const QList<QByteArray>& objects) {
  std::map<QByteArray, Timestamp> taken;
  for (const AuditEntry& entry : entries) {
    if (!objects.contains(entry.object)) continue;
    const QJsonObject before = QJsonDocument::fromJson(entry.before).object();
    for (const QJsonValue& value : before) {
      for (const auto& item : value.toArray()) {
        Timestamp& latest = taken[item.toString().toUtf8()];
        latest = std::max(latest, entry.time);
      }
    }
  }
  return taken;
}

QJsonObject readerLine(const Principal& user, bool now, const QString& why) {
  return {{QStringLiteral("user"), user.displayName},
          {QStringLiteral("address"), QString::fromUtf8(user.uri)},
          {QStringLiteral("now"), now},
          {QStringLiteral("why"), why}};
}

QJsonArray readersOf(const ChannelState& state, const Room& room, const std::vector<AuditEntry>& entries) {
  QJsonArray lines;
  std::set<PrincipalId> listed;
  for (const Principal* user : state.directory().all()) {
    if (!user->isUser()) continue;
    const Standing standing = state.standing(user->id, room);
    if (!AccessPolicy::join(standing, RoomTraits::of(room)).allowed()) continue;
    listed.insert(user->id);
    lines.append(readerLine(*user, true, QLatin1String(wayIn(standing, room))));
  }
  QList<QByteArray> objects{room.uri.bytes()};
  if (const Category* category = state.category(room.category)) objects.append(category->uri.bytes());
  for (const Principal* principal : state.directory().all()) {
    if (!principal->isUser()) objects.append(principal->uri);
  }
  for (const auto& [address, time] : takenOff(entries, objects)) {
    const Principal* principal = state.directory().find(address);
    if (!principal) continue;
    for (const PrincipalId id : state.directory().usersIn({principal->id})) {
      const Principal* user = state.directory().find(id);
      if (!listed.insert(id).second) continue;
      QJsonObject line = readerLine(*user, false, QStringLiteral("until %1").arg(AdminJson::time(time)));
      line.insert(QStringLiteral("until"), QString::fromLatin1(time.toXccos()));
      lines.append(line);
    }
  }
  return lines;
}

void listReaders(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  AuditQuery query;
  query.limit = kMostAuditLines;
  const auto answer = [&context, call, id = (*room)->id](const std::vector<AuditEntry>& entries) {
    const Room* found = context.state().rooms().find(id);
    if (!found) return call.fail(Error::make(ErrorCode::NotFound, QStringLiteral("The room is gone.")));
    call.succeedInPart(readersOf(context.state(), *found, entries), entries.size() == kMostAuditLines);
  };
  context.store.auditTrail(query, context.answering<std::vector<AuditEntry>>(call, answer));
}

constexpr std::array kWallVerbs{VerbRow{"wall check", checkWall}, VerbRow{"room readers", listReaders}};

}  // namespace

Run wallVerb(const QString& name) { return runOf(kWallVerbs, name); }

}  // namespace Parlour::Server::Verbs
