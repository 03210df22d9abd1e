// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/JoinRequestPlans.h"

#include <algorithm>

#include "server-sim/channel/changes/Planning.h"
#include "server-sim/channel/changes/RoomLists.h"
#include "server-sim/channel/changes/RoomPlans.h"

namespace Parlour::Server {
namespace {

using Code = Xccos::ResponseCode;
using Planning::refusal;

const char* actionOf(RequestEnd end) {
  switch (end) {
    case RequestEnd::Granted:
      return "joinrequest.grant";
    case RequestEnd::Declined:
      return "joinrequest.decline";
    case RequestEnd::Withdrawn:
      return "joinrequest.withdraw";
  }
  return "joinrequest.end";
}

QJsonObject describeRequest(const ChannelState& state, PrincipalId user, const QString& words) {
  const Principal* principal = state.directory().find(user);
  QJsonObject described{{QLatin1String("user"), QString::fromUtf8(principal ? principal->uri : QByteArray())}};
  if (!words.isEmpty()) described.insert(QLatin1String("words"), words);
  return described;
}

std::optional<Refusal> tooMany(const ChannelState& state, const Actor& actor, const Room& room) {
  const JoinRequests& requests = state.joinRequests();
  if (requests.find(actor.user, room.id)) return std::nullopt;
  if (requests.countOf(actor.user) >= kMaxRequestsPerUser) {
    return refusal(Code::LimitExceeded,
                   QStringLiteral("You have asked to join %1 rooms already. Wait for an answer, or withdraw a request.")
                       .arg(kMaxRequestsPerUser));
  }
  if (requests.ofRoom(room.id).size() >= kMaxRequestsPerRoom) {
    return refusal(Code::LimitExceeded,
                   QStringLiteral("Too many people ask to join the room %1 already.").arg(Planning::quoted(room.name)));
  }
  return std::nullopt;
}

// The plan that makes the user a member, with an invitation whatever the room's setting says.
Plan admit(const ChannelState& state, const Actor& actor, const Room& room, const Principal& user, Timestamp now) {
  Plan plan = ChangeSet{};
  const Standing standing = state.standing(user.id, room);
  if (!AccessPolicy::isMember(standing, RoomTraits::of(room))) {
    const RoleEdit edit{Role::Member, Xccos::RoleOp::Add, {user.uri}};
    plan = setRoomRoles(state, actor, room.uri, {edit}, std::nullopt, now);
  }
  auto* set = std::get_if<ChangeSet>(&plan);
  if (!set) return plan;
  const bool invited = std::any_of(set->invitations.begin(), set->invitations.end(),
                                   [&](const NewInvitation& each) { return each.user == user.id; });
  if (!invited) set->invitations.push_back({user.id, room.uri});
  std::erase_if(set->endedJoinRequests, [&](const EndedJoinRequest& each) { return each.user == user.id; });
  return plan;
}

}  // namespace

Plan askToJoin(const ChannelState& state, const Actor& actor, const RoomUri& uri, const QString& words, Timestamp now) {
  const Room* room = state.rooms().find(uri);
  if (!room) return Planning::noSuchRoom();
  const Decision allowed = AccessPolicy::askToJoin(state.standing(actor.user, *room), RoomTraits::of(*room));
  if (!allowed.allowed()) return refusal(allowed);
  if (auto refused = tooMany(state, actor, *room)) return *refused;
  QString checked = words;
  if (auto refused = Planning::checkText(checked, kMaxRequestWords, QStringLiteral("text of a request"))) {
    return *refused;
  }
  ChangeSet set;
  set.joinRequests.push_back({actor.user, room->id, checked, now});
  set.audit.push_back(
      Planning::entry(actor, now, "joinrequest.ask", uri.bytes(), {}, describeRequest(state, actor.user, checked)));
  return set;
}

bool answersRequests(const ChannelState& state, PrincipalId user, const Room& room) {
  const Standing standing = state.standing(user, room);
  if (!AccessPolicy::manage(standing, RoomTraits::of(room)).allowed()) return false;
  const Category* category = state.category(room.category);
  return standing.manager || !category || !RoomLists::hasActiveManager(state, *category, room);
}

Plan endJoinRequest(const ChannelState& state, const Actor& actor, const RoomUri& uri, const QByteArray& address,
                    RequestEnd end, Timestamp now) {
  const Room* room = state.rooms().find(uri);
  const Principal* user = state.directory().find(address);
  const bool own = user && actor.user == user->id && end == RequestEnd::Withdrawn;
  if (!room) return Planning::noSuchRoom();
  if (!own) {
    const Decision managed = AccessPolicy::manage(Planning::standingOf(state, actor, *room), RoomTraits::of(*room));
    if (!managed.allowed()) return refusal(managed);
    if (end == RequestEnd::Withdrawn) {
      return refusal(Code::Permission, QStringLiteral("Only the one who asked can withdraw a request."));
    }
  }
  const JoinRequest* request = user ? state.joinRequests().find(user->id, room->id) : nullptr;
  if (!request) {
    return refusal(Code::DataCollision,
                   QStringLiteral("There is no such request any more. Somebody may have answered it."));
  }
  Plan plan = end == RequestEnd::Granted ? admit(state, actor, *room, *user, now) : Plan(ChangeSet{});
  auto* set = std::get_if<ChangeSet>(&plan);
  if (!set) return plan;
  set->endedJoinRequests.push_back({user->id, room->id, end == RequestEnd::Withdrawn});
  set->audit.push_back(
      Planning::entry(actor, now, actionOf(end), uri.bytes(), describeRequest(state, user->id, request->words), {}));
  return plan;
}

}  // namespace Parlour::Server
