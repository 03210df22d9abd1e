// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>
#include <vector>

#include "protocol/xccos/Blocks.h"
#include "protocol/xccos/Names.h"

// The answers of a server, one struct for each reply of xccos 7. kId is the wire id.
namespace Parlour::Xccos {

// What every reply begins with: the command it answers and how that went (xccos 4, 5).
struct ReplyHeader {
  EnvId commandEnvId = 0;
  quint32 commandSeqId = 1;
  int code = 200;
  QString text = QStringLiteral("SUCCESS_OK");

  bool ok() const { return code == 200; }
  bool operator==(const ReplyHeader&) const = default;
};

// Members beside the header are filled only when header.ok(), and keep their defaults where a server
// leaves a block out.
struct RequestUriReply {
  static constexpr ReplyId kId = ReplyId::RequestUri;
  ReplyHeader header;
  QByteArray uri;  // may be a service address that is no user's
  bool operator==(const RequestUriReply&) const = default;
};
struct ServerInfoReply {
  static constexpr ReplyId kId = ReplyId::GetServerInfo;
  ReplyHeader header;
  ServerInfo info;
  bool operator==(const ServerInfoReply&) const = default;
};
// Rooms found or associated; `truncated` when the server's limit cut the list.
struct AssociationsReply {
  static constexpr ReplyId kId = ReplyId::GetAssociations;
  ReplyHeader header;
  std::vector<ChanInfo> rooms;
  std::optional<bool> truncated;
  bool operator==(const AssociationsReply&) const = default;
};
struct ChannelSearchReply {
  static constexpr ReplyId kId = ReplyId::ChannelSearch;
  ReplyHeader header;
  std::vector<ChanInfo> rooms;
  std::optional<bool> truncated;
  bool operator==(const ChannelSearchReply&) const = default;
};
// The participants of the rooms joined: `users` by their number, the rooms' mask maps name these.
struct JoinReply {
  static constexpr ReplyId kId = ReplyId::Join;
  ReplyHeader header;
  std::vector<UserInfo> users;
  std::vector<ChanInfo> rooms;
  bool operator==(const JoinReply&) const = default;
};
struct BatchJoinReply {
  static constexpr ReplyId kId = ReplyId::BatchJoin;
  ReplyHeader header;
  std::vector<UserInfo> users;
  std::vector<ChanInfo> rooms;
  std::vector<FailedItem> failed;
  bool operator==(const BatchJoinReply&) const = default;
};
struct GetUsersReply {
  static constexpr ReplyId kId = ReplyId::GetUsers;
  ReplyHeader header;
  std::vector<UserInfo> users;
  std::vector<ChanInfo> rooms;
  bool operator==(const GetUsersReply&) const = default;
};
struct PartReply {
  static constexpr ReplyId kId = ReplyId::Part;
  ReplyHeader header;
  RoomUri room;
  bool operator==(const PartReply&) const = default;
};
struct BackchatContextReply {
  static constexpr ReplyId kId = ReplyId::BackchatContext;
  ReplyHeader header;
  std::vector<RoomHistory> rooms;
  bool operator==(const BackchatContextReply&) const = default;
};
struct BackchatByDateReply {
  static constexpr ReplyId kId = ReplyId::BackchatByDate;
  ReplyHeader header;
  std::vector<RoomHistory> rooms;
  bool operator==(const BackchatByDateReply&) const = default;
};
struct BackchatByMessageReply {
  static constexpr ReplyId kId = ReplyId::BackchatByMessage;
  ReplyHeader header;
  std::vector<RoomHistory> rooms;
  bool operator==(const BackchatByMessageReply&) const = default;
};
struct BackchatQueryReply {
  static constexpr ReplyId kId = ReplyId::BackchatQuery;
  ReplyHeader header;
  std::vector<RoomHistory> rooms;
  bool operator==(const BackchatQueryReply&) const = default;
};
struct InvitationsReply {
  static constexpr ReplyId kId = ReplyId::GetInvitations;
  ReplyHeader header;
  std::vector<Invitation> invitations;
  bool operator==(const InvitationsReply&) const = default;
};
struct GetPreferenceReply {
  static constexpr ReplyId kId = ReplyId::GetPreference;
  ReplyHeader header;
  std::optional<PrefBlock> pref;
  bool operator==(const GetPreferenceReply&) const = default;
};
struct SetPreferenceReply {
  static constexpr ReplyId kId = ReplyId::SetPreference;
  ReplyHeader header;
  std::optional<PrefBlock> pref;
  bool operator==(const SetPreferenceReply&) const = default;
};
// Answers GetUploadToken and GetDownloadToken.
struct FileTokenReply {
  static constexpr ReplyId kId = ReplyId::FileToken;
  ReplyHeader header;
  FileTokenGrant grant;
  bool operator==(const FileTokenReply&) const = default;
};
struct CreatableNodesReply {
  static constexpr ReplyId kId = ReplyId::GetCreatableNodes;
  ReplyHeader header;
  std::vector<NodeInfo> nodes;
  bool operator==(const CreatableNodesReply&) const = default;
};
struct ChannelInfoReply {
  static constexpr ReplyId kId = ReplyId::GetChannelInfo;
  ReplyHeader header;
  ChanInfo room;
  bool operator==(const ChannelInfoReply&) const = default;
};
struct CreateChannelReply {
  static constexpr ReplyId kId = ReplyId::CreateChannel;
  ReplyHeader header;
  ChanInfo room;
  bool operator==(const CreateChannelReply&) const = default;
};
struct ModifyChannelReply {
  static constexpr ReplyId kId = ReplyId::ModifyChannel;
  ReplyHeader header;
  ChanInfo room;
  bool operator==(const ModifyChannelReply&) const = default;
};
struct DeleteChannelReply {
  static constexpr ReplyId kId = ReplyId::DeleteChannel;
  ReplyHeader header;
  RoomUri room;
  bool operator==(const DeleteChannelReply&) const = default;
};
struct SearchNodesReply {
  static constexpr ReplyId kId = ReplyId::SearchNodes;
  ReplyHeader header;
  std::vector<NodeInfo> nodes;
  bool operator==(const SearchNodesReply&) const = default;
};
struct NodeInfoReply {
  static constexpr ReplyId kId = ReplyId::GetNodeInfo;
  ReplyHeader header;
  NodeInfo node;
  bool operator==(const NodeInfoReply&) const = default;
};
struct CreateNodeReply {
  static constexpr ReplyId kId = ReplyId::CreateNode;
  ReplyHeader header;
  NodeInfo node;
  bool operator==(const CreateNodeReply&) const = default;
};
struct ModifyNodeReply {
  static constexpr ReplyId kId = ReplyId::ModifyNode;
  ReplyHeader header;
  NodeInfo node;
  bool operator==(const ModifyNodeReply&) const = default;
};
struct DeleteNodeReply {
  static constexpr ReplyId kId = ReplyId::DeleteNode;
  ReplyHeader header;
  CategoryUri node;
  bool operator==(const DeleteNodeReply&) const = default;
};
struct SearchUsersReply {
  static constexpr ReplyId kId = ReplyId::SearchUsers;
  ReplyHeader header;
  std::vector<UserInfo> users;
  std::optional<bool> truncated;
  bool operator==(const SearchUsersReply&) const = default;
};
struct UserInfoReply {
  static constexpr ReplyId kId = ReplyId::GetUserInfo;
  ReplyHeader header;
  std::vector<UserInfo> users;
  bool operator==(const UserInfoReply&) const = default;
};
struct GetRolesReply {
  static constexpr ReplyId kId = ReplyId::GetRoles;
  ReplyHeader header;
  NodeRef node;
  std::vector<RoleList> roles;
  bool operator==(const GetRolesReply&) const = default;
};
struct SetRolesReply {
  static constexpr ReplyId kId = ReplyId::SetRoles;
  ReplyHeader header;
  NodeRef node;
  std::vector<RoleList> roles;
  bool operator==(const SetRolesReply&) const = default;
};
// `room.users` holds the caller with `mask` set.
struct PermissionsReply {
  static constexpr ReplyId kId = ReplyId::GetPermissions;
  ReplyHeader header;
  RoomUsers room;
  bool operator==(const PermissionsReply&) const = default;
};
struct AddInsReply {
  static constexpr ReplyId kId = ReplyId::GetAddIns;
  ReplyHeader header;
  std::vector<AddIn> addIns;
  bool operator==(const AddInsReply&) const = default;
};
struct DeleteMessagesReply {
  static constexpr ReplyId kId = ReplyId::DeleteMessages;
  ReplyHeader header;
  DeletedMessages messages;
  bool operator==(const DeleteMessagesReply&) const = default;
};
// Holds the request as it is now.
struct AskToJoinReply {
  static constexpr ReplyId kId = ReplyId::AskToJoin;
  ReplyHeader header;
  std::vector<JoinRequest> requests;
  bool operator==(const AskToJoinReply&) const = default;
};
struct JoinRequestsReply {
  static constexpr ReplyId kId = ReplyId::GetJoinRequests;
  ReplyHeader header;
  std::vector<JoinRequest> requests;
  bool operator==(const JoinRequestsReply&) const = default;
};
// Holds the request with its end.
struct AnswerJoinRequestReply {
  static constexpr ReplyId kId = ReplyId::AnswerJoinRequest;
  ReplyHeader header;
  std::vector<JoinRequest> requests;
  bool operator==(const AnswerJoinRequestReply&) const = default;
};
// A reply with an id of its own; also how a server answers an UnknownCommand: id "rpl:<name>".
struct UnknownReply {
  ReplyHeader header;
  QByteArray id;
  bool operator==(const UnknownReply&) const = default;
};

using Reply =
    std::variant<RequestUriReply, ServerInfoReply, AssociationsReply, JoinReply, BatchJoinReply, PartReply,
                 BackchatContextReply, BackchatByDateReply, BackchatByMessageReply, BackchatQueryReply,
                 ChannelSearchReply, InvitationsReply, GetPreferenceReply, SetPreferenceReply, FileTokenReply,
                 CreatableNodesReply, ChannelInfoReply, CreateChannelReply, ModifyChannelReply, DeleteChannelReply,
                 SearchNodesReply, NodeInfoReply, CreateNodeReply, ModifyNodeReply, DeleteNodeReply, SearchUsersReply,
                 UserInfoReply, GetRolesReply, SetRolesReply, PermissionsReply, GetUsersReply, AddInsReply,
                 DeleteMessagesReply, AskToJoinReply, JoinRequestsReply, AnswerJoinRequestReply, UnknownReply>;

}  // namespace Parlour::Xccos
