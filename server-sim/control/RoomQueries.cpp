// SPDX-License-Identifier: Apache-2.0
// What asks about rooms.
#include <array>
#include <unordered_map>

#include "server-sim/channel/AccessActions.h"
#include "server-sim/channel/DirectorySearch.h"
#include "server-sim/channel/Eligible.h"
#include "server-sim/channel/TypeWords.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

constexpr qint64 kBytesOfMegabyte = 1024 * 1024;
constexpr qint64 kRoomsListed = 1'000;
constexpr qint64 kMostEligible = 1'000;

// The filters of "room list", prepared once.
struct RoomListFilter {
  QString name;
  QString description;
  CategoryId category = 0;
  std::vector<PrincipalId> members;
  std::vector<PrincipalId> managers;
  std::optional<QByteArray> addIn;  // empty: without any
  std::optional<bool> disabled;
  std::optional<Privacy> privacy;
  std::optional<RoomType> type;
  std::optional<bool> invitations;  // as they take effect
  std::optional<qint64> largerThan;
  qint64 limit = kRoomsListed;

  bool accepts(const ChannelState& state, const IndexedRoom& indexed) const {
    const Room& room = indexed.room;
    return indexed.foldedName.contains(name) && indexed.foldedDescription.contains(description) &&
           (category == 0 || room.category == category) && hasAll(state, room.members, members) &&
           hasAll(state, room.managers, managers) && (!addIn || room.addIn == *addIn) &&
           (!disabled || room.disabled == *disabled) && (!privacy || room.privacy == *privacy) &&
           (!type || room.type == *type) && (!invitations || state.invites(room) == *invitations);
  }

  // Directly or through groups.
  static bool hasAll(const ChannelState& state, const std::vector<PrincipalId>& list,
                     const std::vector<PrincipalId>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](PrincipalId principal) { return state.directory().isIn(principal, list); });
  }
};

Status readPrincipals(const ChannelState& state, const QStringList& texts, std::vector<PrincipalId>& list) {
  for (const QString& text : texts) {
    const auto found = AdminLookup::principal(state, text);
    if (!found) return found.error();
    list.push_back((*found)->id);
  }
  return success();
}

Result<RoomListFilter> roomListFilter(const ChannelState& state, const AdminArguments& arguments) {
  RoomListFilter filter;
  filter.name = arguments.text("name").toCaseFolded();
  filter.description = arguments.text("description").toCaseFolded();
  if (arguments.has("category")) {
    const auto category = AdminLookup::category(state, arguments.text("category"));
    if (!category) return category.error();
    filter.category = (*category)->id;
  }
  if (arguments.text("addin") == QLatin1String("none")) {
    filter.addIn = QByteArray();
  } else if (arguments.has("addin")) {
    const auto addIn = AdminLookup::addIn(state, arguments.text("addin"));
    if (!addIn) return addIn.error();
    filter.addIn = (*addIn)->guid;
  }
  const Status members = readPrincipals(state, arguments.list("member"), filter.members);
  if (!members) return members.error();
  const Status managers = readPrincipals(state, arguments.list("manager"), filter.managers);
  if (!managers) return managers.error();
  filter.disabled = arguments.onOff("disabled");
  filter.privacy = TypeWords::privacyOf(arguments.text("privacy"));
  filter.type = TypeWords::typeOf(arguments.text("type"));
  filter.invitations = arguments.onOff("invitations");
  filter.largerThan = arguments.number("larger");
  filter.limit = arguments.number("limit").value_or(kRoomsListed);
  return filter;
}

using RoomBytes = std::unordered_map<RoomId, RoomSize>;

void answerRooms(const ChannelState& state, const AdminCall& call, const RoomListFilter& filter,
                 const RoomBytes* sizes) {
  QJsonArray lines;
  bool truncated = false;
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    if (!filter.accepts(state, *indexed)) continue;
    QJsonObject line = AdminJson::line(state, indexed->room);
    if (sizes) {
      const auto size = sizes->find(indexed->room.id);
      const qint64 bytes = size == sizes->end() ? 0 : size->second.bytes;
      if (bytes <= *filter.largerThan * kBytesOfMegabyte) continue;
      line.insert(QStringLiteral("bytes"), bytes);
      line.insert(QStringLiteral("messages"), size->second.messages);
    }
    truncated = lines.size() == filter.limit;
    if (truncated) break;
    lines.append(line);
  }
  call.succeedInPart(lines, truncated);
}

void listRooms(const AdminContext& context, const AdminCall& call) {
  const auto filter = roomListFilter(context.state(), call.arguments);
  if (!filter) return call.fail(filter.error());
  if (!filter->largerThan) return answerRooms(context.state(), call, *filter, nullptr);
  context.store.roomSizes(context.answering<std::vector<RoomSize>>(
      call, [&context, call, filter = *filter](const std::vector<RoomSize>& sizes) {
        RoomBytes byRoom;
        for (const RoomSize& size : sizes) byRoom.emplace(size.room, size);
        answerRooms(context.state(), call, filter, &byRoom);
      }));
}

void showRoom(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  QJsonObject object = AdminJson::whole(context.state(), **room);
  object.insert(QStringLiteral("present"), AdminJson::named(context.state(), context.service.present((*room)->id)));
  call.succeed(object);
}

Xccos::RoleType roleGiven(const AdminArguments& arguments) {
  const QString role = arguments.text("role");
  if (role == QLatin1String("manager")) return Xccos::RoleType::Manager;
  if (role == QLatin1String("presenter")) return Xccos::RoleType::Presenter;
  return role == QLatin1String("creator") ? Xccos::RoleType::Creator : Xccos::RoleType::Member;
}

Result<EligibleTest> eligibleTest(const ChannelState& state, const AdminArguments& arguments) {
  const Xccos::RoleType role = roleGiven(arguments);
  if (arguments.has("room") == arguments.has("category")) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("Say for which --room or --category."));
  }
  if (arguments.has("category")) {
    const auto category = AdminLookup::category(state, arguments.text("category"));
    return category ? Result<EligibleTest>(eligibleInCategory(state, **category, role)) : category.error();
  }
  const auto room = AdminLookup::room(state, arguments.text("room"));
  if (!room) return room.error();
  EligibleTest test = eligibleInRoom(state, **room, role);
  if (test) return test;
  return Error::make(ErrorCode::InvalidArgument, QStringLiteral("A room has no creators; ask for a --category."));
}

void listEligible(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  const auto test = eligibleTest(state, call.arguments);
  if (!test) return call.fail(test.error());
  DirectorySearch directory;
  directory.follow(state.directory().all());
  const qint64 limit = std::min(call.arguments.number("limit").value_or(kMostEligible), kMostEligible);
  const DirectoryQuery query{call.arguments.text("words"), {}, {}, {}, static_cast<size_t>(limit)};
  QJsonArray lines;
  const DirectoryMatches matches = directory.find(query, *test);
  for (const PrincipalId id : matches.principals) lines.append(AdminJson::line(*state.directory().find(id)));
  call.succeedInPart(lines, matches.truncated);
}

QStringList managerNames(const ChannelState& state, const Room& room) {
  QStringList names;
  for (const PrincipalId id : room.managers) names.append(ChangeWords::nameOf(state, id));
  return names;
}

void explainRoom(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  const auto room = AdminLookup::room(state, call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  const auto user = AdminLookup::person(state, call.arguments.text("user"));
  if (!user) return call.fail(user.error());
  const Standing standing = state.standing((*user)->id, **room);
  QJsonArray lines;
  for (const AccessAction& action : accessActions()) {
    if (action.ofDisabledRooms && !(*room)->disabled) continue;
    const Decision decision = action.decide(standing, RoomTraits::of(**room));
    lines.append(QJsonObject{{QStringLiteral("action"), QLatin1String(action.words)},
                             {QStringLiteral("name"), QLatin1String(action.name)},
                             {QStringLiteral("may"), decision.allowed()},
                             {QStringLiteral("reason"), explain(decision, managerNames(state, **room))}});
  }
  call.succeed(lines);
}

constexpr std::array kRoomQueries{VerbRow{"room list", listRooms}, VerbRow{"room show", showRoom},
                                  VerbRow{"room eligible", listEligible}, VerbRow{"room why", explainRoom}};

}  // namespace

Run roomQuery(const QString& name) { return runOf(kRoomQueries, name); }

}  // namespace Parlour::Server::Verbs
