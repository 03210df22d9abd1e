// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/HoldPlans.h"

#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;

QJsonObject describeHold(const ChannelState& state, const LegalHold& hold) {
  QJsonObject object{{QStringLiteral("name"), hold.name}, {QStringLiteral("reason"), hold.reason}};
  const Room* room = state.rooms().find(hold.room);
  const Principal* user = state.directory().find(hold.user);
  if (room) object.insert(QStringLiteral("room"), room->uri.toString());
  if (user) object.insert(QStringLiteral("user"), QString::fromUtf8(user->uri));
  if (!hold.from.isNull()) object.insert(QStringLiteral("from"), QString::fromLatin1(hold.from.toXccos()));
  if (!hold.to.isNull()) object.insert(QStringLiteral("to"), QString::fromLatin1(hold.to.toXccos()));
  return object;
}

Checked checkHold(const ChannelState& state, const LegalHold& hold) {
  if (hold.name.isEmpty() || hold.name.size() > kMaxHoldName || hold.reason.size() > kMaxHoldReason) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("A hold needs a name of at most %1 characters, and a reason of at most %2.")
                       .arg(kMaxHoldName)
                       .arg(kMaxHoldReason));
  }
  if (hold.room == 0 && hold.user == 0 && hold.from.isNull() && hold.to.isNull()) {
    return refusal(Code::InvalidArgument, QStringLiteral("A hold is on a room, a person or a time."));
  }
  if (!hold.to.isNull() && hold.to < hold.from) {
    return refusal(Code::InvalidArgument, QStringLiteral("The hold would end before it begins."));
  }
  const LegalHold* known = state.hold(hold.name);
  if (!known) return std::nullopt;
  return refusal(Code::InvalidArgument, QStringLiteral("There is already a hold %1.").arg(quoted(known->name)));
}

}  // namespace

Plan addHold(const ChannelState& state, const Actor& actor, LegalHold wanted, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("place legal holds"))) return *refused;
  wanted.name = wanted.name.trimmed();
  wanted.reason = wanted.reason.trimmed();
  if (auto refused = checkHold(state, wanted)) return *refused;
  wanted.createdBy = actor.name;
  wanted.createdOn = now;
  ChangeSet set;
  set.audit.push_back(Planning::entry(actor, now, "hold.add", wanted.name.toUtf8(), {}, describeHold(state, wanted)));
  set.holds.push_back(std::move(wanted));
  return set;
}

Plan removeHold(const ChannelState& state, const Actor& actor, const QString& name, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("release legal holds"))) return *refused;
  const LegalHold* known = state.hold(name.trimmed());
  if (!known) return refusal(Code::InvalidArgument, QStringLiteral("There is no hold %1.").arg(quoted(name)));
  ChangeSet set;
  set.removedHolds.push_back(known->name);
  set.audit.push_back(
      Planning::entry(actor, now, "hold.remove", known->name.toUtf8(), describeHold(state, *known), {}));
  return set;
}

std::optional<Refusal> refuseHeldRoom(const ChannelState& state, const Room& room, bool anyPart) {
  for (const LegalHold& hold : state.holds()) {
    const bool open = hold.user == 0 && hold.from.isNull() && hold.to.isNull();
    if (hold.room != room.id || (!open && !anyPart)) continue;
    return refusal(Code::InvalidArgument, QStringLiteral("The legal hold %1 keeps the messages of the room %2.")
                                              .arg(quoted(hold.name), quoted(room.name)));
  }
  return std::nullopt;
}

}  // namespace Parlour::Server
