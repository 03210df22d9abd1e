// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/Invitations.h"

#include <QVariantMap>
#include <algorithm>

#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

QString lastInvitationKey() { return QStringLiteral("lastInvitation"); }
QString openInvitationsKey() { return QStringLiteral("invitations"); }

QVariantMap toFields(const Invitation& invitation) {
  return {{QStringLiteral("number"), invitation.number},
          {QStringLiteral("createdOn"), invitation.createdOn.ticks},
          {QStringLiteral("uri"), invitation.room.uri.toString()},
          {QStringLiteral("name"), invitation.room.name},
          {QStringLiteral("description"), invitation.room.description}};
}

Invitation fromFields(const QVariantMap& fields) {
  Invitation invitation;
  invitation.number = fields.value(QStringLiteral("number")).toULongLong();
  invitation.createdOn.ticks = fields.value(QStringLiteral("createdOn")).toLongLong();
  const auto uri = RoomUri::parse(fields.value(QStringLiteral("uri")).toString().toUtf8());
  if (uri) invitation.room.uri = *uri;
  invitation.room.name = fields.value(QStringLiteral("name")).toString();
  invitation.room.description = fields.value(QStringLiteral("description")).toString();
  return invitation;
}

}  // namespace

void Invitations::readSettings() {
  lastSeen_ = settings_.value(lastInvitationKey()).toUInt();
  list_.clear();
  for (const QVariant& item : settings_.value(openInvitationsKey()).toList()) {
    const Invitation invitation = fromFields(item.toMap());
    if (!invitation.room.uri.isEmpty()) list_.append(invitation);
  }
  if (onChanged) onChanged();
}

void Invitations::add(const std::vector<Xccos::Invitation>& invitations,
                      const std::function<bool(const RoomUri&)>& isInRoom) {
  bool fresher = false;
  for (const Xccos::Invitation& invitation : invitations) {
    if (invitation.inviteId <= lastSeen_) continue;
    const Invitation fresh = toInvitation(invitation);
    if (fresh.room.uri.isEmpty() || isInRoom(fresh.room.uri)) continue;
    list_.removeIf([&](const Invitation& older) { return older.room.uri == fresh.room.uri; });
    list_.append(fresh);
    fresher = true;
  }
  const quint32 seenBefore = lastSeen_;
  for (const Xccos::Invitation& invitation : invitations) lastSeen_ = std::max(lastSeen_, invitation.inviteId);
  if (lastSeen_ != seenBefore) settings_.setValue(lastInvitationKey(), lastSeen_);
  if (fresher) changed();
}

void Invitations::dismiss(quint64 number) {
  if (list_.removeIf([&](const Invitation& invitation) { return invitation.number == number; }) > 0) changed();
}

void Invitations::forget(const RoomUri& room) {
  if (list_.removeIf([&](const Invitation& invitation) { return invitation.room.uri == room; }) > 0) changed();
}

void Invitations::changed() {
  QVariantList items;
  for (const Invitation& invitation : list_) items.append(toFields(invitation));
  settings_.setValue(openInvitationsKey(), items);
  if (onChanged) onChanged();
}

}  // namespace Parlour::Core
