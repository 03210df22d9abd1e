// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/Conversions.h"

#include <QHash>
#include <algorithm>

#include "app/core/timeline/Mentions.h"
#include "protocol/xccos/ChatText.h"
#include "protocol/xccos/Permissions.h"

namespace Parlour::Core {

namespace {

Privacy toPrivacy(Xccos::Visibility visibility) {
  switch (visibility) {
    case Xccos::Visibility::Open:
      return Privacy::Open;
    case Xccos::Visibility::Scoped:
      return Privacy::Closed;
    case Xccos::Visibility::Private:
      return Privacy::Secret;
  }
  return Privacy::Unknown;
}

void mergeAudit(RoomSummary& summary, const Xccos::Audit& audit) {
  if (!audit.createdBy.isEmpty()) summary.createdBy = audit.createdBy;
  if (audit.createdOn) summary.createdOn = *audit.createdOn;
  if (!audit.updatedBy.isEmpty()) summary.updatedBy = audit.updatedBy;
  if (audit.updatedOn) summary.updatedOn = *audit.updatedOn;
}

QString nameOf(const Xccos::UserInfo& user) {
  if (!user.dispname.isEmpty()) return user.dispname;
  return user.uname.isEmpty() ? QString::fromUtf8(user.sipUri().user()) : user.uname;
}

void mergeManagers(RoomSummary& summary, const std::vector<Xccos::RoleList>& roles) {
  for (const Xccos::RoleList& role : roles) {
    if (role.type != Xccos::RoleType::Manager) continue;
    summary.managers.clear();
    for (const Xccos::UserInfo& user : role.users) summary.managers.append(nameOf(user));
  }
}

}  // namespace

std::optional<Xccos::Visibility> toVisibility(Privacy privacy) {
  switch (privacy) {
    case Privacy::Open:
      return Xccos::Visibility::Open;
    case Privacy::Closed:
      return Xccos::Visibility::Scoped;
    case Privacy::Secret:
      return Xccos::Visibility::Private;
    case Privacy::Unknown:
      break;
  }
  return std::nullopt;
}

Message toMessage(const Xccos::ChatMessage& chat, const Account& account) {
  Message message;
  message.room = chat.chanUri;
  message.chatId = chat.chatId;
  message.author = chat.author;
  message.authorName = QString::fromUtf8(chat.authDisp);
  if (message.authorName.isEmpty()) message.authorName = QString::fromUtf8(chat.author.user());
  message.time = chat.ts;
  message.alert = chat.isAlert();
  message.text = QString::fromUtf8(chat.chat);
  message.rtf = chat.rtf.value_or(QByteArray());
  message.own = chat.author == account.me;
  if (message.own) return message;
  const QString plain = Xccos::parseChatText(message.text).plainText();
  message.mentionsMe = mentions(plain, QString::fromUtf8(account.me.user()), account.name);
  return message;
}

QList<Message> toMessages(const std::vector<Xccos::ChatMessage>& chats, const Account& account) {
  QList<Message> messages;
  messages.reserve(static_cast<qsizetype>(chats.size()));
  for (const Xccos::ChatMessage& chat : chats) messages.append(toMessage(chat, account));
  std::stable_sort(messages.begin(), messages.end(),
                   [](const Message& a, const Message& b) { return a.chatId < b.chatId; });
  return messages;
}

RoomSummary mergedSummary(RoomSummary base, const Xccos::ChanInfo& room) {
  if (!room.uri.isEmpty()) base.uri = room.uri;
  if (room.name) base.name = *room.name;
  if (room.description) base.description = *room.description;
  if (room.topic) base.topic = *room.topic;
  if (!room.parent.isEmpty() && room.parent.bytes() != base.category) {
    base.category = room.parent.bytes();
    base.categoryName.clear();
  }
  if (room.visibility) base.privacy = toPrivacy(*room.visibility);
  if (room.behavior) {
    base.kind = *room.behavior == Xccos::Behavior::Auditorium ? RoomKind::Auditorium : RoomKind::Normal;
  }
  if (room.disabled) base.disabled = *room.disabled;
  if (room.participantCount) base.participants = static_cast<int>(*room.participantCount);
  if (room.filePost) base.filesAllowed = room.filePost;
  if (room.logged) base.historyKept = room.logged;
  if (room.audit) mergeAudit(base, *room.audit);
  mergeManagers(base, room.roles);
  return base;
}

Participant toParticipant(const Xccos::UserInfo& user, quint32 mask) {
  Participant participant;
  participant.uri = user.sipUri();
  participant.name = nameOf(user);
  participant.mask = mask;
  participant.manager = Xccos::Permission::isManager(mask);
  participant.presenter = Xccos::Permission::isPresenter(mask);
  return participant;
}

QList<Participant> participantsOf(const Xccos::ChanInfo& room, const std::vector<Xccos::UserInfo>& users) {
  QHash<quint32, const Xccos::UserInfo*> byId;
  for (const Xccos::UserInfo& user : users) {
    if (user.id) byId.insert(*user.id, &user);
  }
  QList<Participant> participants;
  for (const Xccos::MaskEntry& entry : room.maskMap) {
    for (const quint32 id : entry.userIds) {
      if (const Xccos::UserInfo* user = byId.value(id)) participants.append(toParticipant(*user, entry.mask));
    }
  }
  return participants;
}

Invitation toInvitation(const Xccos::Invitation& invitation) {
  return {invitation.inviteId, invitation.createdOn.value_or(Timestamp()), toSummary(invitation.room)};
}

}  // namespace Parlour::Core
