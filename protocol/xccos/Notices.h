// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>
#include <vector>

#include "protocol/xccos/Blocks.h"
#include "protocol/xccos/Names.h"

// What a server says unasked: notices (xccos 11) and errors that have no reply (xccos 10).
namespace Parlour::Xccos {

struct JoinNotice {
  static constexpr NoticeId kId = NoticeId::Join;
  std::vector<UserInfo> users;  // each with `entered`
  bool operator==(const JoinNotice&) const = default;
};
struct BatchJoinNotice {
  static constexpr NoticeId kId = NoticeId::BatchJoin;
  std::vector<UserInfo> users;
  bool operator==(const BatchJoinNotice&) const = default;
};
struct PartNotice {
  static constexpr NoticeId kId = NoticeId::Part;
  std::vector<RoomUsers> rooms;
  bool operator==(const PartNotice&) const = default;
};
struct InviteNotice {
  static constexpr NoticeId kId = NoticeId::Invite;
  std::vector<Invitation> invitations;
  bool operator==(const InviteNotice&) const = default;
};
struct ChannelModifiedNotice {
  static constexpr NoticeId kId = NoticeId::ChannelModified;
  std::vector<ChanInfo> rooms;  // the complete new set of properties
  bool operator==(const ChannelModifiedNotice&) const = default;
};
struct ChannelDeletedNotice {
  static constexpr NoticeId kId = NoticeId::ChannelDeleted;
  std::vector<RoomUri> rooms;
  bool operator==(const ChannelDeletedNotice&) const = default;
};
struct PermissionsNotice {
  static constexpr NoticeId kId = NoticeId::Permissions;
  std::vector<RoomUsers> rooms;  // users with `mask`
  bool operator==(const PermissionsNotice&) const = default;
};
struct MessagesDeletedNotice {
  static constexpr NoticeId kId = NoticeId::MessagesDeleted;
  std::vector<DeletedMessages> rooms;
  bool operator==(const MessagesDeletedNotice&) const = default;
};
// To the managers of the room and to the one who asked, in sessions that have sent GetJoinRequests.
struct JoinRequestNotice {
  static constexpr NoticeId kId = NoticeId::JoinRequest;
  std::vector<JoinRequest> requests;
  bool operator==(const JoinRequestNotice&) const = default;
};
struct UnknownNotice {
  QByteArray id;
  bool operator==(const UnknownNotice&) const = default;
};

using Notice =
    std::variant<JoinNotice, BatchJoinNotice, PartNotice, InviteNotice, ChannelModifiedNotice, ChannelDeletedNotice,
                 PermissionsNotice, MessagesDeletedNotice, JoinRequestNotice, UnknownNotice>;

struct CommandRef {
  EnvId envId = 0;
  quint32 seqId = 1;
  bool operator==(const CommandRef&) const = default;
};
struct ErrorReport {
  ErrId id = ErrId::General;  // ids we do not know read as General
  std::optional<CommandRef> command;
  int code = 500;
  QString text;
  bool operator==(const ErrorReport&) const = default;
};

}  // namespace Parlour::Xccos
