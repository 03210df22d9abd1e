// SPDX-License-Identifier: Apache-2.0
// What a running server says about itself.
#include <array>

#include "server-sim/control/AdminJson.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

void showStatus(const AdminContext& context, const AdminCall& call) {
  if (!context.live.status) {
    return call.fail(Error::make(ErrorCode::NotSupported, QStringLiteral("This needs a running server.")));
  }
  call.succeed(context.live.status());
}

QJsonArray roomNames(const ChannelState& state, const std::vector<RoomId>& rooms) {
  QJsonArray names;
  for (const RoomId id : rooms) {
    if (const Room* room = state.rooms().find(id)) names.append(room->name);
  }
  return names;
}

void listSessions(const AdminContext& context, const AdminCall& call) {
  QJsonArray lines;
  for (const OpenSession& session : context.service.sessions()) {
    lines.append(QJsonObject{{QStringLiteral("session"), static_cast<qint64>(session.id)},
                             {QStringLiteral("user"), QString::fromUtf8(session.user.address())},
                             {QStringLiteral("device"), QString::fromUtf8(session.epid)},
                             {QStringLiteral("address"), QString::fromUtf8(session.facts.address)},
                             {QStringLiteral("client"), QString::fromUtf8(session.facts.agent)},
                             {QStringLiteral("since"), AdminJson::time(session.facts.since)},
                             {QStringLiteral("unanswered"), session.facts.unanswered},
                             {QStringLiteral("unansweredBytes"), session.facts.unansweredBytes},
                             {QStringLiteral("rooms"), roomNames(context.state(), session.rooms)}});
  }
  call.succeed(lines);
}

constexpr std::array kStatusVerbs{VerbRow{"status", showStatus}, VerbRow{"sessions", listSessions}};

}  // namespace

Run statusVerb(const QString& name) { return runOf(kStatusVerbs, name); }

}  // namespace Parlour::Server::Verbs
