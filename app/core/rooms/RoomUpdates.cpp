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
  if (onLive) onLive(message);
  const bool allRead = room->unreadCount() == 0;
  room->noteMessages({message});
  const bool fresh = room->timeline().addLive(message);
  if (message.own && allRead) readMarks_.mark(*room, message.chatId);
  if (!fresh) return;
  room->announce(message);
  if (onMessage) onMessage(*room, message);
}

void RoomUpdates::notice(const Xccos::Notice& notice) {
  std::visit(NoticeVisitor{
                 [this](const Xccos::JoinNotice& n) { joined(n.users); },
                 [this](const Xccos::BatchJoinNotice& n) { joined(n.users); },
                 [this](const Xccos::PartNotice& n) { parted(n); },
                 [this](const Xccos::InviteNotice& n) { invited(n); },
                 [this](const Xccos::ChannelModifiedNotice& n) { modified(n); },
                 [this](const Xccos::ChannelDeletedNotice& n) {
                   for (const RoomUri& uri : n.rooms) roomDeleted(uri);
                 },
                 [this](const Xccos::PermissionsNotice& n) { permissions(n); },
                 [this](const Xccos::MessagesDeletedNotice& n) { messagesDeleted(n); },
                 [this](const Xccos::JoinRequestNotice& n) { joinRequests_.notice(n); },
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

// Whom to ask, for the time when nobody of the room is seen any more.
void RoomUpdates::rememberManagers(Room& room) {
  RoomSummary summary = room.summary();
  if (!summary.managers.isEmpty()) return;
  for (const Participant& participant : room.participants()) {
    if (participant.manager && participant.uri != account_.me) summary.managers.append(participant.name);
  }
  room.setSummary(summary);
}

// Our own part without our asking: removed from the room, or the room is closed (xccos 11.1).
void RoomUpdates::leftByServer(Room& room) {
  if (room.joinState() != JoinState::Joined) return;
  rememberManagers(room);
  const RoomEnding ending = room.summary().disabled ? RoomEnding::Disabled : RoomEnding::Removed;
  room.setEnding(ending, Words::ending(ending));
}

// A notice has the complete set of properties, and what is empty may be left out of it (xccos 11.1).
void RoomUpdates::modified(const Xccos::ChannelModifiedNotice& notice) {
  for (const Xccos::ChanInfo& info : notice.rooms) {
    Room* room = rooms_.find(info.uri);
    if (room == nullptr) continue;
    RoomSummary summary = mergedSummary(room->summary(), info);
    const bool complete = info.name && info.behavior && info.visibility;
    if (complete && !info.topic) summary.topic.clear();
    if (complete && !info.description) summary.description.clear();
    describe(*room, summary);
  }
}

void RoomUpdates::describe(Room& room, const RoomSummary& summary) {
  const bool wasDisabled = room.summary().disabled;
  if (summary.category != room.summary().category) categories_.want(summary.category);
  room.setSummary(categories_.named(summary));
  if (summary.disabled && !wasDisabled && room.ending() == RoomEnding::Removed) {
    room.setEnding(RoomEnding::Disabled, Words::ending(RoomEnding::Disabled));
  }
  if (!summary.disabled && room.ending() == RoomEnding::Disabled && onReturned) onReturned(room.uri());
}

void RoomUpdates::roomDeleted(const RoomUri& uri) {
  invitations_.roomGone(uri);
  joinRequests_.roomGone(uri);
  if (Room* room = rooms_.find(uri)) room->setEnding(RoomEnding::Deleted, Words::ending(RoomEnding::Deleted));
  if (onDeleted) onDeleted(uri);
}

// To be invited to a room from which one was removed means to be a member again.
void RoomUpdates::invited(const Xccos::InviteNotice& notice) {
  invitations_.add(notice.invitations, [this](const RoomUri& uri) { return rooms_.find(uri) != nullptr; });
  for (const Xccos::Invitation& invitation : notice.invitations) {
    const Room* room = rooms_.find(invitation.room.uri);
    if (room != nullptr && room->ending() == RoomEnding::Removed && onReturned) onReturned(room->uri());
  }
}

void RoomUpdates::permissions(const Xccos::PermissionsNotice& notice) {
  for (const Xccos::RoomUsers& changed : notice.rooms) {
    Room* room = rooms_.find(changed.room);
    if (room == nullptr) continue;
    for (const Xccos::UserInfo& user : changed.users) {
      if (!user.mask) continue;
      if (user.sipUri() == account_.me) room->changeRights(*user.mask);
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
    const QList<ChatId> removed(deletion.chatIds.begin(), deletion.chatIds.end());
    if (onMessagesRemoved) onMessagesRemoved(deletion.room, removed, deletion.replacement);
    room->timeline().applyDeletion(removed, deletion.replacement);
    room->noteRemoved(removed, deletion.replacement.has_value());
  }
}

}  // namespace Parlour::Core
