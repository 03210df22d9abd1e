// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>
#include <vector>

#include "protocol/xccos/Blocks.h"
#include "protocol/xccos/Names.h"

// What a client asks of the server, one struct for each command of xccos 7. kId is the wire id.
namespace Parlour::Xccos {

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
// Parlour's own (README). Asks to become a member of a closed room; asking again replaces the words.
struct AskToJoin {
  static constexpr CommandId kId = CommandId::AskToJoin;
  JoinRequest request;  // room and words
  bool operator==(const AskToJoin&) const = default;
};
// The open requests of the user and those to rooms that the user manages; from then on the session gets notices.
struct GetJoinRequests {
  static constexpr CommandId kId = CommandId::GetJoinRequests;
  bool operator==(const GetJoinRequests&) const = default;
};
// A manager grants or declines, the one who asked withdraws.
struct AnswerJoinRequest {
  static constexpr CommandId kId = CommandId::AnswerJoinRequest;
  JoinRequest request;  // room, user and state
  bool operator==(const AnswerJoinRequest&) const = default;
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
                 GetRoles, SetRoles, GetPermissions, GetUsers, GetAddIns, DeleteMessages, AskToJoin, GetJoinRequests,
                 AnswerJoinRequest, UnknownCommand>;

}  // namespace Parlour::Xccos
