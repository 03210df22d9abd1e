// SPDX-License-Identifier: Apache-2.0
// Requests to join closed rooms.
#include <array>

#include "server-sim/channel/changes/JoinRequestPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

void listRequests(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  RoomId wanted = 0;
  if (call.arguments.has("room")) {
    const auto room = AdminLookup::room(state, call.arguments.text("room"));
    if (!room) return call.fail(room.error());
    wanted = (*room)->id;
  }
  QJsonArray lines;
  for (const JoinRequest& request : state.joinRequests().all()) {
    const Room* room = state.rooms().find(request.room);
    if (!room || (wanted != 0 && wanted != room->id)) continue;
    lines.append(QJsonObject{{QStringLiteral("time"), AdminJson::time(request.askedOn)},
                             {QStringLiteral("room"), room->name},
                             {QStringLiteral("user"), ChangeWords::nameOf(state, request.user)},
                             {QStringLiteral("words"), request.words}});
  }
  const qint64 limit = call.arguments.number("limit").value_or(lines.size());
  const bool truncated = lines.size() > limit;
  while (lines.size() > limit) lines.removeLast();
  call.succeedInPart(lines, truncated);
}

template <RequestEnd end>
void endRequest(const AdminContext& context, const AdminCall& call) {
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  const auto user = AdminLookup::person(context.state(), call.arguments.text("user"));
  if (!user) return call.fail(user.error());
  context.change(call, [uri = (*room)->uri, address = (*user)->uri, actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return endJoinRequest(state, actor, uri, address, end, now); });
}

constexpr std::array kRequestVerbs{VerbRow{"request list", listRequests},
                                   VerbRow{"request grant", endRequest<RequestEnd::Granted>},
                                   VerbRow{"request decline", endRequest<RequestEnd::Declined>}};

}  // namespace

Run requestVerb(const QString& name) { return runOf(kRequestVerbs, name); }

}  // namespace Parlour::Server::Verbs
