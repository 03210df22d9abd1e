// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/RoomUpdates.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

template <typename... F>
struct NoticeVisitor : F... {
  using F::operator()...;
};
template <typename... F>
NoticeVisitor(F...) -> NoticeVisitor<F...>;

}  // namespace

void RoomUpdates::chat(const Xccos::ChatMessage& chat) {
  Room* room = rooms_.find(chat.chanUri);
  if (room == nullptr) return;
  account_.learnName(chat.author, QString::fromUtf8(chat.authDisp));
  const Message message = toMessage(chat, account_);
  const bool allRead = room->unreadCount() == 0;
  room->noteMessages({message});
  const bool fresh = room->timeline().addLive(message);
  if (message.own && allRead) readMarks_.mark(*room, message.chatId);
  if (!fresh) return;
  room->announce(message);
  if (onMessage) onMessage(*room, message);
}

void RoomUpdates::notice(const Xccos::Notice& notice) {
  const auto isInRoom = [this](const RoomUri& uri) { return rooms_.find(uri) != nullptr; };
  std::visit(NoticeVisitor{
                 [this](const Xccos::JoinNotice& n) { joined(n.users); },
                 [this](const Xccos::BatchJoinNotice& n) { joined(n.users); },
                 [this](const Xccos::PartNotice& n) { parted(n); },
                 [&](const Xccos::InviteNotice& n) { invitations_.add(n.invitations, isInRoom); },
                 [this](const Xccos::ChannelModifiedNotice& n) { modified(n); },
                 [this](const Xccos::ChannelDeletedNotice& n) { deleted(n); },
                 [this](const Xccos::PermissionsNotice& n) { permissions(n); },
                 [this](const Xccos::MessagesDeletedNotice& n) { messagesDeleted(n); },
                 [](const Xccos::UnknownNotice&) {},
             },
             notice);
}

void RoomUpdates::joined(const std::vector<Xccos::UserInfo>& users) {
  for (const Xccos::UserInfo& user : users) {
    for (const Xccos::RoomEntry& entry : user.entered) {
      Room* room = rooms_.find(entry.room);
      if (room != nullptr && !room->rosterHidden()) room->participantJoined(toParticipant(user, entry.mask));
    }
  }
}

void RoomUpdates::parted(const Xccos::PartNotice& notice) {
  for (const Xccos::RoomUsers& left : notice.rooms) {
    Room* room = rooms_.find(left.room);
    if (room == nullptr) continue;
    for (const Xccos::UserInfo& user : left.users) {
      if (user.sipUri() == account_.me) {
        leftByServer(*room);
      } else {
        room->participantLeft(user.sipUri());
      }
    }
  }
}

// Our own part without our asking: removed from the room, or the room is closed (xccos 11.1).
void RoomUpdates::leftByServer(Room& room) {
  if (room.joinState() != JoinState::Joined) return;
  room.setParticipants({}, false);
  room.setOwnMask(0);
  const bool disabled = room.summary().disabled;
  room.setJoinState(JoinState::Failed,
                    disabled ? Error::make(ErrorCode::Disabled, Words::tr("This room was disabled by a manager."))
                             : Error::make(ErrorCode::PermissionDenied, Words::tr("You are no longer in this room.")));
}

void RoomUpdates::modified(const Xccos::ChannelModifiedNotice& notice) {
  for (const Xccos::ChanInfo& info : notice.rooms) {
    Room* room = rooms_.find(info.uri);
    if (room == nullptr) continue;
    const bool was = room->summary().disabled;
    room->setSummary(mergedSummary(room->summary(), info));
    if (!was && room->summary().disabled && room->joinState() == JoinState::Failed) {
      room->setJoinState(JoinState::Failed,
                         Error::make(ErrorCode::Disabled, Words::tr("This room was disabled by a manager.")));
    }
  }
}

void RoomUpdates::deleted(const Xccos::ChannelDeletedNotice& notice) {
  for (const RoomUri& uri : notice.rooms) {
    Room* room = rooms_.find(uri);
    if (room == nullptr) continue;
    room->setParticipants({}, false);
    room->setJoinState(JoinState::Failed, Error::make(ErrorCode::NotFound, Words::tr("This room was deleted.")));
  }
}

void RoomUpdates::permissions(const Xccos::PermissionsNotice& notice) {
  for (const Xccos::RoomUsers& changed : notice.rooms) {
    Room* room = rooms_.find(changed.room);
    if (room == nullptr) continue;
    for (const Xccos::UserInfo& user : changed.users) {
      if (!user.mask) continue;
      if (user.sipUri() == account_.me) room->setOwnMask(*user.mask);
      const auto present = [&](const Participant& other) { return other.uri == user.sipUri(); };
      const QList<Participant>& all = room->participants();
      const auto it = std::find_if(all.begin(), all.end(), present);
      if (it == all.end()) continue;
      Participant participant = toParticipant(user, *user.mask);
      participant.name = it->name;
      participant.presence = it->presence;
      room->participantJoined(participant);
    }
  }
}

void RoomUpdates::messagesDeleted(const Xccos::MessagesDeletedNotice& notice) {
  for (const Xccos::DeletedMessages& deletion : notice.rooms) {
    Room* room = rooms_.find(deletion.room);
    if (room == nullptr) continue;
    room->timeline().applyDeletion(QList<ChatId>(deletion.chatIds.begin(), deletion.chatIds.end()),
                                   deletion.replacement);
  }
}

}  // namespace Parlour::Core
