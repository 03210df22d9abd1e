// SPDX-License-Identifier: Apache-2.0
// What only reads: audit trail, invitations, the server's state.
#include <algorithm>
#include <array>

#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/MessageTest.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

constexpr qint64 kAuditLines = 100;
constexpr qint64 kMostAuditLines = 10'000;

// Objects are written down by address; what names one is turned into that.
QByteArray auditedObject(const ChannelState& state, const QString& text) {
  if (const auto room = AdminLookup::room(state, text)) return (*room)->uri.bytes();
  if (const auto category = AdminLookup::category(state, text)) return (*category)->uri.bytes();
  if (const auto addIn = AdminLookup::addIn(state, text)) return (*addIn)->guid;
  if (const auto principal = AdminLookup::principal(state, text)) return (*principal)->uri;
  return text.toUtf8();
}

QByteArray auditedActor(const ChannelState& state, const QString& text) {
  const auto person = AdminLookup::person(state, text);
  return person ? (*person)->uri : text.toUtf8();
}

void listAudit(const AdminContext& context, const AdminCall& call) {
  AuditQuery query;
  if (call.arguments.has("actor")) query.actor = auditedActor(context.state(), call.arguments.text("actor"));
  if (call.arguments.has("object")) query.object = auditedObject(context.state(), call.arguments.text("object"));
  query.action = call.arguments.text("action").toUtf8();
  query.from = call.arguments.time("from").value_or(Timestamp{});
  query.to = call.arguments.time("to").value_or(Timestamp{});
  const qint64 limit = std::min(call.arguments.number("limit").value_or(kAuditLines), kMostAuditLines - 1);
  query.limit = static_cast<int>(limit + 1);
  const auto answer = [call, limit](const std::vector<AuditEntry>& entries) {
    QJsonArray lines;
    for (const AuditEntry& entry : entries) {
      if (lines.size() == limit) break;
      lines.append(QJsonObject{{QStringLiteral("time"), AdminJson::time(entry.time)},
                               {QStringLiteral("actor"), QString::fromUtf8(entry.actor)},
                               {QStringLiteral("action"), QString::fromUtf8(entry.action)},
                               {QStringLiteral("object"), QString::fromUtf8(entry.object)},
                               {QStringLiteral("before"), QString::fromUtf8(entry.before)},
                               {QStringLiteral("after"), QString::fromUtf8(entry.after)}});
    }
    call.succeedInPart(lines, static_cast<qint64>(entries.size()) > limit);
  };
  context.store.auditTrail(query, context.answering<std::vector<AuditEntry>>(call, answer));
}

void listInvitations(const AdminContext& context, const AdminCall& call) {
  const auto user = AdminLookup::person(context.state(), call.arguments.text("user"));
  if (!user) return call.fail(user.error());
  const auto answer = [&context, call](const std::vector<StoredInvitation>& invitations) {
    QJsonArray lines;
    for (const StoredInvitation& invitation : invitations) {
      const Room* room = context.state().rooms().find(invitation.room);
      lines.append(QJsonObject{{QStringLiteral("id"), static_cast<qint64>(invitation.number)},
                               {QStringLiteral("time"), AdminJson::time(invitation.createdOn)},
                               {QStringLiteral("room"), room ? room->name : QString()}});
    }
    const qint64 limit = call.arguments.number("limit").value_or(lines.size());
    const bool truncated = lines.size() > limit;
    while (lines.size() > limit) lines.removeFirst();
    call.succeedInPart(lines, truncated);
  };
  context.store.invitationsAfter((*user)->id, 0, context.answering<std::vector<StoredInvitation>>(call, answer));
}

void testMessage(const AdminContext& context, const AdminCall& call) {
  const auto first = AdminLookup::person(context.state(), call.arguments.text("first"));
  if (!first) return call.fail(first.error());
  const auto second = AdminLookup::person(context.state(), call.arguments.text("second"));
  if (!second) return call.fail(second.error());
  const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
  if (!room) return call.fail(room.error());
  if (!context.live.messageTest || call.dryRun) {
    return call.fail(Error::make(ErrorCode::NotSupported,
                                 QStringLiteral("This needs a running server, and there is no dry run of it.")));
  }
  context.live.messageTest->run(
      SipUri::fromTrusted((*first)->uri), SipUri::fromTrusted((*second)->uri), (*room)->uri,
      context.answering<QJsonObject>(call, [call](const QJsonObject& result) { call.succeed(result); }));
}

void poolStatus(const AdminContext& context, const AdminCall& call) {
  const ChannelState& state = context.state();
  const auto principals = state.directory().all();
  const auto people = std::count_if(principals.begin(), principals.end(),
                                    [](const Principal* principal) { return principal->isUser(); });
  const auto& rooms = state.rooms().byName();
  const auto disabled =
      std::count_if(rooms.begin(), rooms.end(), [](const IndexedRoom* indexed) { return indexed->room.disabled; });
  QJsonObject object = context.facts;
  object.insert(QStringLiteral("domain"), QString::fromUtf8(state.domain()));
  object.insert(QStringLiteral("database"), QString::fromUtf8(state.databaseVersion()));
  object.insert(QStringLiteral("uptimeSeconds"), (context.clock.monotonicMs() - context.startedMs) / 1000);
  object.insert(QStringLiteral("sessions"), static_cast<qint64>(context.service.sessionCount()));
  object.insert(QStringLiteral("people"), static_cast<qint64>(people));
  object.insert(QStringLiteral("groups"), static_cast<qint64>(principals.size()) - people);
  object.insert(QStringLiteral("categories"), static_cast<qint64>(state.categories().size()));
  object.insert(QStringLiteral("rooms"), static_cast<qint64>(rooms.size()));
  object.insert(QStringLiteral("disabledRooms"), static_cast<qint64>(disabled));
  object.insert(QStringLiteral("waitingPosts"), static_cast<qint64>(context.store.waitingPosts()));
  object.insert(QStringLiteral("waitingChanges"), static_cast<qint64>(context.service.changes().waiting()));
  call.succeed(object);
}

constexpr std::array kReportVerbs{VerbRow{"audit list", listAudit}, VerbRow{"invitation list", listInvitations},
                                  VerbRow{"test message", testMessage}, VerbRow{"pool status", poolStatus}};

}  // namespace

Run reportVerb(const QString& name) { return runOf(kReportVerbs, name); }

}  // namespace Parlour::Server::Verbs
