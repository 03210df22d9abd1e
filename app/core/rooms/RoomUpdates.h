// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/rooms/CategoryNames.h"
#include "app/core/rooms/Invitations.h"
#include "app/core/rooms/JoinRequests.h"
#include "app/core/rooms/ReadMarks.h"
#include "app/core/rooms/RoomList.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Core {

// Applies what the chat service tells unasked to the rooms: live messages and notices (xccos 8, 11). The same goes for
// what the person changes here as a manager. GUI thread.
class RoomUpdates {
 public:
  RoomUpdates(RoomList& rooms, Invitations& invitations, JoinRequests& joinRequests, ReadMarks& readMarks,
              CategoryNames& categories, Account& account)
      : rooms_(rooms),
        invitations_(invitations),
        joinRequests_(joinRequests),
        readMarks_(readMarks),
        categories_(categories),
        account_(account) {}

  void chat(const Xccos::ChatMessage& chat);
  void notice(const Xccos::Notice& notice);
  void describe(Room& room, const RoomSummary& summary);  // takes over what the room is now
  void roomDeleted(const RoomUri& uri);

  std::function<void(const Message&)> onLive;            // each that comes live, also copies of own posts
  std::function<void(const RoomUri&, const QList<ChatId>&, const std::optional<QString>&)> onMessagesRemoved;
  std::function<void(Room&, const Message&)> onMessage;  // new, not the copy of a post from here
  std::function<void(const RoomUri&)> onReturned;        // enabled again, or invited again after a removal
  std::function<void(const RoomUri&)> onDeleted;

 private:
  void joined(const std::vector<Xccos::UserInfo>& users);
  void parted(const Xccos::PartNotice& notice);
  void invited(const Xccos::InviteNotice& notice);
  void leftByServer(Room& room);
  void rememberManagers(Room& room);
  void modified(const Xccos::ChannelModifiedNotice& notice);
  void permissions(const Xccos::PermissionsNotice& notice);
  void messagesDeleted(const Xccos::MessagesDeletedNotice& notice);

  RoomList& rooms_;
  Invitations& invitations_;
  JoinRequests& joinRequests_;
  ReadMarks& readMarks_;
  CategoryNames& categories_;
  Account& account_;
};

}  // namespace Parlour::Core
