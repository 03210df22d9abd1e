// SPDX-License-Identifier: Apache-2.0
// Legal holds, and notes about what leaves the archive.
#include <array>

#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/channel/changes/HoldPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

Result<LegalHold> wantedHold(const ChannelState& state, const AdminArguments& arguments) {
  LegalHold hold;
  hold.name = arguments.text("name");
  hold.reason = arguments.text("reason");
  hold.from = arguments.time("from").value_or(Timestamp{});
  hold.to = arguments.time("to").value_or(Timestamp{});
  if (arguments.has("room")) {
    const auto room = AdminLookup::room(state, arguments.text("room"));
    if (!room) return room.error();
    hold.room = (*room)->id;
  }
  if (arguments.has("user")) {
    const auto user = AdminLookup::person(state, arguments.text("user"));
    if (!user) return user.error();
    hold.user = (*user)->id;
  }
  return hold;
}

void placeHold(const AdminContext& context, const AdminCall& call) {
  const auto hold = wantedHold(context.state(), call.arguments);
  if (!hold) return call.fail(hold.error());
  context.change(call, [hold = *hold, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return addHold(state, actor, hold, now);
  });
}

void releaseHold(const AdminContext& context, const AdminCall& call) {
  context.change(call, [name = call.arguments.text("name"), actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return removeHold(state, actor, name, now); });
}

void listHolds(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  QJsonArray lines;
  for (const LegalHold& hold : state.holds()) {
    const Room* room = state.rooms().find(hold.room);
    const QString gone = hold.room == 0 ? QString() : QStringLiteral("(room %1)").arg(hold.room);
    lines.append(
        QJsonObject{{QStringLiteral("name"), hold.name},
                    {QStringLiteral("room"), room ? room->name : gone},
                    {QStringLiteral("user"), hold.user == 0 ? QString() : ChangeWords::nameOf(state, hold.user)},
                    {QStringLiteral("from"), AdminJson::time(hold.from)},
                    {QStringLiteral("to"), AdminJson::time(hold.to)},
                    {QStringLiteral("reason"), hold.reason},
                    {QStringLiteral("by"), QString::fromUtf8(hold.createdBy)},
                    {QStringLiteral("since"), AdminJson::time(hold.createdOn)}});
  }
  call.succeed(lines);
}

// Answered when it is on disk, so that whoever waits for it can take something out afterwards.
void noteExport(const AdminContext& context, const AdminCall& call) {
  const ChatRecorder& recorder = context.service.recorder();
  if (call.dryRun || !recorder.isRecording()) {
    return call.succeed(QJsonObject{{QStringLiteral("recorded"), false}});
  }
  ComplianceEvent event = recorder.byAdministrator(ComplianceKind::Export, call.actor.name, nullptr);
  event.content = call.arguments.text("text").toUtf8();
  context.store.recordEvents({event}, context.answering<Done>(call, [call](const Done&) {
    call.succeed(QJsonObject{{QStringLiteral("recorded"), true}});
  }));
}

constexpr std::array kHoldVerbs{VerbRow{"hold add", placeHold}, VerbRow{"hold list", listHolds},
                                VerbRow{"hold rm", releaseHold}, VerbRow{"archive note", noteExport}};

}  // namespace

Run holdVerb(const QString& name) { return runOf(kHoldVerbs, name); }

}  // namespace Parlour::Server::Verbs
