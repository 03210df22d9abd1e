// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/rooms/Invitations.h"
#include "app/core/rooms/ReadMarks.h"
#include "app/core/rooms/RoomList.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Core {

// Applies what the chat service tells unasked to the rooms: live messages and notices (xccos 8, 11). GUI thread.
class RoomUpdates {
 public:
  RoomUpdates(RoomList& rooms, Invitations& invitations, ReadMarks& readMarks, Account& account)
      : rooms_(rooms), invitations_(invitations), readMarks_(readMarks), account_(account) {}

  void chat(const Xccos::ChatMessage& chat);
  void notice(const Xccos::Notice& notice);

  std::function<void(Room&, const Message&)> onMessage;  // new, not the copy of a post from here

 private:
  void joined(const std::vector<Xccos::UserInfo>& users);
  void parted(const Xccos::PartNotice& notice);
  void leftByServer(Room& room);
  void modified(const Xccos::ChannelModifiedNotice& notice);
  void deleted(const Xccos::ChannelDeletedNotice& notice);
  void permissions(const Xccos::PermissionsNotice& notice);
  void messagesDeleted(const Xccos::MessagesDeletedNotice& notice);

  RoomList& rooms_;
  Invitations& invitations_;
  ReadMarks& readMarks_;
  Account& account_;
};

}  // namespace Parlour::Core
