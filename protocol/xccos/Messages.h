// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>
#include <vector>

#include "protocol/xccos/Blocks.h"
#include "protocol/xccos/Names.h"

// One struct for each command, reply and notice of xccos 7 to 11. The trait kId gives its wire id.
namespace Parlour::Xccos {

// ---- commands: client to server

struct RequestUri {
  static constexpr CommandId kId = CommandId::RequestUri;
  bool operator==(const RequestUri&) const = default;
};
struct GetServerInfo {
  static constexpr CommandId kId = CommandId::GetServerInfo;
  QByteArray domain;
  QByteArray infoType = "123";
  bool operator==(const GetServerInfo&) const = default;
};
struct GetAssociations {
  static constexpr CommandId kId = CommandId::GetAssociations;
  QByteArray domain;
  AssociationType type = AssociationType::Member;
  std::optional<qint32> maxResults;
  bool operator==(const GetAssociations&) const = default;
};
struct Join {
  static constexpr CommandId kId = CommandId::Join;
  ChannelRef room;
  bool operator==(const Join&) const = default;
};
struct BatchJoin {
  static constexpr CommandId kId = CommandId::BatchJoin;
  std::vector<ChannelRef> rooms;
  // Numbers the rooms from 0.
  static BatchJoin of(const std::vector<RoomUri>& rooms);
  bool operator==(const BatchJoin&) const = default;
};
struct Part {
  static constexpr CommandId kId = CommandId::Part;
  RoomUri room;
  bool operator==(const Part&) const = default;
};
struct BackchatContext {
  static constexpr CommandId kId = CommandId::BackchatContext;
  RoomUri room;
  quint32 count = 0;  // 0: as many as the server thinks fit
  bool operator==(const BackchatContext&) const = default;
};
struct BackchatByDate {
  static constexpr CommandId kId = CommandId::BackchatByDate;
  std::vector<RoomUri> rooms;
  BackchatQuery query;  // with date
  bool operator==(const BackchatByDate&) const = default;
};
struct BackchatByMessage {
  static constexpr CommandId kId = CommandId::BackchatByMessage;
  std::vector<RoomUri> rooms;
  BackchatQuery query;  // with start
  bool operator==(const BackchatByMessage&) const = default;
};
struct BackchatQueryCommand {
  static constexpr CommandId kId = CommandId::BackchatQuery;
  std::vector<RoomUri> rooms;
  BackchatQuery query;  // with date or start
  bool operator==(const BackchatQueryCommand&) const = default;
};
struct ChannelSearch {
  static constexpr CommandId kId = CommandId::ChannelSearch;
  QueryFilter filter;
  bool operator==(const ChannelSearch&) const = default;
};
struct GetInvitations {
  static constexpr CommandId kId = CommandId::GetInvitations;
  quint32 afterId = 0;  // only invitations with a higher id are wanted
  QByteArray domain;
  bool operator==(const GetInvitations&) const = default;
};
struct GetPreference {
  static constexpr CommandId kId = CommandId::GetPreference;
  PrefBlock pref;
  bool operator==(const GetPreference&) const = default;
};
struct SetPreference {
  static constexpr CommandId kId = CommandId::SetPreference;
  PrefBlock pref;
  bool operator==(const SetPreference&) const = default;
};
struct GetUploadToken {
  static constexpr CommandId kId = CommandId::GetUploadToken;
  FileTokenRequest file;
  bool operator==(const GetUploadToken&) const = default;
};
struct GetDownloadToken {
  static constexpr CommandId kId = CommandId::GetDownloadToken;
  FileTokenRequest file;
  bool operator==(const GetDownloadToken&) const = default;
};
struct GetCreatableNodes {
  static constexpr CommandId kId = CommandId::GetCreatableNodes;
  bool operator==(const GetCreatableNodes&) const = default;
};
struct GetChannelInfo {
  static constexpr CommandId kId = CommandId::GetChannelInfo;
  RoomUri room;  // empty: look the room up by its exact name
  QString name;
  bool operator==(const GetChannelInfo&) const = default;
};
struct CreateChannel {
  static constexpr CommandId kId = CommandId::CreateChannel;
  ChanInfo room;  // name and parent are set
  bool operator==(const CreateChannel&) const = default;
};
struct ModifyChannel {
  static constexpr CommandId kId = CommandId::ModifyChannel;
  ChanInfo room;  // uri and what changes; audit.updatedOn as last read
  bool operator==(const ModifyChannel&) const = default;
};
struct DeleteChannel {
  static constexpr CommandId kId = CommandId::DeleteChannel;
  RoomUri room;
  bool operator==(const DeleteChannel&) const = default;
};
struct SearchNodes {
  static constexpr CommandId kId = CommandId::SearchNodes;
  QueryFilter filter;
  bool operator==(const SearchNodes&) const = default;
};
struct GetNodeInfo {
  static constexpr CommandId kId = CommandId::GetNodeInfo;
  CategoryUri node;
  bool operator==(const GetNodeInfo&) const = default;
};
struct CreateNode {
  static constexpr CommandId kId = CommandId::CreateNode;
  NodeInfo node;  // name is set
  bool operator==(const CreateNode&) const = default;
};
struct ModifyNode {
  static constexpr CommandId kId = CommandId::ModifyNode;
  NodeInfo node;  // uri and what changes
  bool operator==(const ModifyNode&) const = default;
};
struct DeleteNode {
  static constexpr CommandId kId = CommandId::DeleteNode;
  CategoryUri node;
  bool operator==(const DeleteNode&) const = default;
};
// With `eligibleFor` only principals are wanted that may get this role on that node.
struct Eligibility {
  NodeRef node;
  RoleType role = RoleType::Member;
  bool operator==(const Eligibility&) const = default;
};
struct SearchUsers {
  static constexpr CommandId kId = CommandId::SearchUsers;
  QueryFilter filter;
  std::optional<Eligibility> eligibleFor;
  bool operator==(const SearchUsers&) const = default;
};
struct GetUserInfo {
  static constexpr CommandId kId = CommandId::GetUserInfo;
  QByteArray uri;
  bool operator==(const GetUserInfo&) const = default;
};
struct GetRoles {
  static constexpr CommandId kId = CommandId::GetRoles;
  NodeRef node;
  std::vector<RoleType> roles;
  bool operator==(const GetRoles&) const = default;
};
struct SetRoles {
  static constexpr CommandId kId = CommandId::SetRoles;
  NodeRef node;
  std::vector<RoleList> roles;
  bool operator==(const SetRoles&) const = default;
};
struct GetPermissions {
  static constexpr CommandId kId = CommandId::GetPermissions;
  RoomUri room;
  bool operator==(const GetPermissions&) const = default;
};
struct GetUsers {
  static constexpr CommandId kId = CommandId::GetUsers;
  RoomUri room;
  bool operator==(const GetUsers&) const = default;
};
struct GetAddIns {
  static constexpr CommandId kId = CommandId::GetAddIns;
  bool operator==(const GetAddIns&) const = default;
};
struct DeleteMessages {
  static constexpr CommandId kId = CommandId::DeleteMessages;
  DeletedMessages messages;
  bool operator==(const DeleteMessages&) const = default;
};
// A command this program does not know; answered with 405 under its own name (xccos 7).
struct UnknownCommand {
  QByteArray id;
  bool operator==(const UnknownCommand&) const = default;
};

using Command =
    std::variant<RequestUri, GetServerInfo, GetAssociations, Join, BatchJoin, Part, BackchatContext, BackchatByDate,
                 BackchatByMessage, BackchatQueryCommand, ChannelSearch, GetInvitations, GetPreference, SetPreference,
                 GetUploadToken, GetDownloadToken, GetCreatableNodes, GetChannelInfo, CreateChannel, ModifyChannel,
                 DeleteChannel, SearchNodes, GetNodeInfo, CreateNode, ModifyNode, DeleteNode, SearchUsers, GetUserInfo,
                 GetRoles, SetRoles, GetPermissions, GetUsers, GetAddIns, DeleteMessages, UnknownCommand>;

// ---- replies: server to client

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
// A reply with an id of its own; also how a server answers an UnknownCommand: id "rpl:<name>".
struct UnknownReply {
  ReplyHeader header;
  QByteArray id;
  bool operator==(const UnknownReply&) const = default;
};

using Reply = std::variant<RequestUriReply, ServerInfoReply, AssociationsReply, JoinReply, BatchJoinReply, PartReply,
                           BackchatContextReply, BackchatByDateReply, BackchatByMessageReply, BackchatQueryReply,
                           ChannelSearchReply, InvitationsReply, GetPreferenceReply, SetPreferenceReply, FileTokenReply,
                           CreatableNodesReply, ChannelInfoReply, CreateChannelReply, ModifyChannelReply,
                           DeleteChannelReply, SearchNodesReply, NodeInfoReply, CreateNodeReply, ModifyNodeReply,
                           DeleteNodeReply, SearchUsersReply, UserInfoReply, GetRolesReply, SetRolesReply,
                           PermissionsReply, GetUsersReply, AddInsReply, DeleteMessagesReply, UnknownReply>;

// ---- notices: server to client, unasked

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
struct UnknownNotice {
  QByteArray id;
  bool operator==(const UnknownNotice&) const = default;
};

using Notice = std::variant<JoinNotice, BatchJoinNotice, PartNotice, InviteNotice, ChannelModifiedNotice,
                            ChannelDeletedNotice, PermissionsNotice, MessagesDeletedNotice, UnknownNotice>;

// ---- errors: server to client, for what has no reply (xccos 10)

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

// ---- the envelope

// A message with its number inside the envelope (1 in all traffic known).
template <typename Message>
struct Numbered {
  quint32 seqId = 1;
  Message message;
  bool operator==(const Numbered&) const = default;
};

// One XCCOS document: messages of one kind only, and at most one chat message (xccos 3.4).
struct Envelope {
  using Commands = std::vector<Numbered<Command>>;
  using Replies = std::vector<Numbered<Reply>>;
  using Notices = std::vector<Numbered<Notice>>;
  using Errors = std::vector<Numbered<ErrorReport>>;
  using Content = std::variant<Commands, Replies, Notices, Errors, ChatMessage>;

  EnvId envId = 0;
  Content content;
  int dropped = 0;  // parse only: siblings of other kinds and further chat messages that were left out

  const Commands* commands() const { return std::get_if<Commands>(&content); }
  const Replies* replies() const { return std::get_if<Replies>(&content); }
  const Notices* notices() const { return std::get_if<Notices>(&content); }
  const Errors* errors() const { return std::get_if<Errors>(&content); }
  const ChatMessage* chat() const { return std::get_if<ChatMessage>(&content); }

  static Envelope ofCommand(EnvId envId, Command command);
  static Envelope ofReply(EnvId envId, Reply reply);
  static Envelope ofNotice(EnvId envId, Notice notice);
  static Envelope ofError(EnvId envId, ErrorReport report);
  static Envelope ofChat(EnvId envId, ChatMessage message);

  bool operator==(const Envelope&) const = default;
};

// The wire id of any alternative, "cmd:join"; for unknown ones the id they carry.
QByteArray messageId(const Command& command);
QByteArray messageId(const Reply& reply);
QByteArray messageId(const Notice& notice);

const ReplyHeader& headerOf(const Reply& reply);

// The reply that says a command failed: of the command's own kind, without data.
Reply failedReply(const Command& command, const ReplyHeader& header);

}  // namespace Parlour::Xccos
