// SPDX-License-Identifier: Apache-2.0
#include <type_traits>

#include "protocol/xccos/BlockWriter.h"

namespace Parlour::Xccos {
namespace {

// Replies and notices of the same shape share a writer: the shape is told by the names of members.
template <typename Message>
concept HasHistory = requires(const Message& message) {
  message.rooms.front().messages;
};
template <typename Message>
concept HasRoomList = requires(const Message& message) {
  message.rooms.front().maskMap;
};
template <typename Message>
concept HasUsers = requires(const Message& message) {
  message.users;
};
template <typename Message>
concept HasFailed = requires(const Message& message) {
  message.failed;
};
template <typename Message>
concept HasInvitations = requires(const Message& message) {
  message.invitations;
};
template <typename Message>
concept HasJoinRequests = requires(const Message& message) {
  message.requests;
};
template <typename Message>
concept HasNodes = requires(const Message& message) {
  message.nodes;
};
template <typename Message>
concept HasPref = requires(const Message& message) {
  message.pref;
};
template <typename Message>
concept HasRoles = requires(const Message& message) {
  message.node;
  message.roles;
};

struct ReplyData {
  XmlWriter& xml;

  template <typename Message>
  void operator()(const Message& message) {
    if constexpr (HasHistory<Message>) {
      for (const RoomHistory& room : message.rooms) writeHistory(xml, room);
    } else if constexpr (HasInvitations<Message>) {
      for (const Invitation& invitation : message.invitations) writeInvitation(xml, invitation);
    } else if constexpr (HasJoinRequests<Message>) {
      for (const JoinRequest& request : message.requests) writeJoinRequest(xml, request);
    } else if constexpr (HasNodes<Message>) {
      for (const NodeInfo& node : message.nodes) writeNode(xml, node);
    } else if constexpr (HasPref<Message>) {
      if (message.pref) writePref(xml, *message.pref);
    } else if constexpr (HasRoles<Message>) {
      writeNodeRef(xml, message.node);
      for (const RoleList& role : message.roles) writeRole(xml, role);
    } else {
      writeLists(message);
    }
  }

  void operator()(const UnknownReply&) {}
  void operator()(const RequestUriReply& reply) {
    if (reply.uri.isEmpty()) return;
    UserInfo service;
    service.uri = reply.uri;
    writeUser(xml, service);
  }
  void operator()(const ServerInfoReply& reply) { writeServerInfo(xml, reply.info); }
  void operator()(const PartReply& reply) { writeRoomRef(xml, reply.room); }
  void operator()(const FileTokenReply& reply) { writeFileGrant(xml, reply.grant); }
  void operator()(const ChannelInfoReply& reply) { writeChannel(xml, reply.room, Side::Server); }
  void operator()(const CreateChannelReply& reply) { writeChannel(xml, reply.room, Side::Server); }
  void operator()(const ModifyChannelReply& reply) { writeChannel(xml, reply.room, Side::Server); }
  void operator()(const DeleteChannelReply& reply) { writeRoomRef(xml, reply.room); }
  void operator()(const NodeInfoReply& reply) { writeNode(xml, reply.node); }
  void operator()(const CreateNodeReply& reply) { writeNode(xml, reply.node); }
  void operator()(const ModifyNodeReply& reply) { writeNode(xml, reply.node); }
  void operator()(const DeleteNodeReply& reply) { writeNodeRef(xml, reply.node); }
  void operator()(const PermissionsReply& reply) { writeRoomUsers(xml, reply.room); }
  void operator()(const AddInsReply& reply) {
    for (const AddIn& addIn : reply.addIns) writeAddIn(xml, addIn);
  }
  void operator()(const DeleteMessagesReply& reply) { writeDeleted(xml, reply.messages); }

 private:
  // Principals, then rooms, then failed rooms: the order of a join reply.
  template <typename Message>
  void writeLists(const Message& message) {
    static_assert(HasUsers<Message> || HasRoomList<Message>);
    if constexpr (HasUsers<Message>) writeUsers(xml, message.users);
    if constexpr (HasRoomList<Message>) {
      for (const ChanInfo& room : message.rooms) writeChannel(xml, room, Side::Server);
    }
    if constexpr (HasFailed<Message>) {
      for (const FailedItem& item : message.failed) writeFailed(xml, item);
    }
  }
};

struct NoticeData {
  XmlWriter& xml;

  void operator()(const JoinNotice& notice) { writeUsers(xml, notice.users); }
  void operator()(const BatchJoinNotice& notice) { writeUsers(xml, notice.users); }
  void operator()(const PartNotice& notice) { writeRooms(notice.rooms); }
  void operator()(const PermissionsNotice& notice) { writeRooms(notice.rooms); }
  void operator()(const InviteNotice& notice) {
    for (const Invitation& invitation : notice.invitations) writeInvitation(xml, invitation);
  }
  void operator()(const ChannelModifiedNotice& notice) {
    for (const ChanInfo& room : notice.rooms) writeChannel(xml, room, Side::Server);
  }
  void operator()(const ChannelDeletedNotice& notice) {
    for (const RoomUri& room : notice.rooms) writeRoomRef(xml, room);
  }
  void operator()(const MessagesDeletedNotice& notice) {
    for (const DeletedMessages& messages : notice.rooms) writeDeleted(xml, messages);
  }
  void operator()(const JoinRequestNotice& notice) {
    for (const JoinRequest& request : notice.requests) writeJoinRequest(xml, request);
  }
  void operator()(const UnknownNotice&) {}

 private:
  void writeRooms(const std::vector<RoomUsers>& rooms) {
    for (const RoomUsers& room : rooms) writeRoomUsers(xml, room);
  }
};

}  // namespace

void writeReplyData(XmlWriter& xml, const Reply& reply) {
  if (headerOf(reply).ok()) std::visit(ReplyData{xml}, reply);
}

void writeNoticeData(XmlWriter& xml, const Notice& notice) { std::visit(NoticeData{xml}, notice); }

}  // namespace Parlour::Xccos
