// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "protocol/xccos/MessageReader.h"
#include "protocol/xccos/XmlCursor.h"

namespace Parlour::Xccos {
namespace {

std::vector<ChanInfo> takeRooms(DataBlock& data) {
  std::vector<ChanInfo> rooms;
  rooms.reserve(data.channels.size());
  for (ChannelBlock& block : data.channels) rooms.push_back(std::move(block.info));
  return rooms;
}

ChanInfo takeRoom(DataBlock& data) {
  return data.channels.empty() ? ChanInfo() : std::move(data.channels.front().info);
}

RoomUri roomUriOf(const DataBlock& data) { return data.channels.empty() ? RoomUri() : data.channels.front().info.uri; }

NodeInfo takeNode(DataBlock& data) { return data.nodes.empty() ? NodeInfo() : std::move(data.nodes.front()); }

NodeRef nodeRefOf(const DataBlock& data) {
  if (data.channels.empty() && !data.nodes.empty()) return data.nodes.front().uri;
  return roomUriOf(data);
}

std::vector<RoomHistory> takeHistory(DataBlock& data) {
  std::vector<RoomHistory> rooms;
  rooms.reserve(data.channels.size());
  for (ChannelBlock& block : data.channels) {
    rooms.push_back(
        {block.info.uri, std::move(block.info.name), block.matches, block.truncated, std::move(block.messages)});
  }
  return rooms;
}

DeletedMessages takeDeleted(ChannelBlock& block) {
  return {block.info.uri, std::move(block.messageIds), std::move(block.replacement)};
}

std::vector<RoomUsers> takeRoomUsers(DataBlock& data) {
  std::vector<RoomUsers> rooms;
  rooms.reserve(data.channels.size());
  for (ChannelBlock& block : data.channels) rooms.push_back({block.info.uri, std::move(block.users)});
  return rooms;
}

PermissionsReply makePermissions(const ReplyHeader& header, DataBlock& data) {
  PermissionsReply reply{header, {}};
  auto rooms = takeRoomUsers(data);
  if (!rooms.empty()) reply.room = std::move(rooms.front());
  return reply;
}

DeleteMessagesReply makeDeleted(const ReplyHeader& header, DataBlock& data) {
  return {header, data.channels.empty() ? DeletedMessages() : takeDeleted(data.channels.front())};
}

MessagesDeletedNotice makeDeletedNotice(DataBlock& data) {
  MessagesDeletedNotice notice;
  for (ChannelBlock& block : data.channels) notice.rooms.push_back(takeDeleted(block));
  return notice;
}

ChannelDeletedNotice makeChannelDeleted(const DataBlock& data) {
  ChannelDeletedNotice notice;
  for (const ChannelBlock& block : data.channels) notice.rooms.push_back(block.info.uri);
  return notice;
}

CommandRef readCommandRef(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  CommandRef ref;
  ref.envId = attributes.number<quint64>(Attribute::kEnvId, Presence::Required).value_or(0);
  ref.seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(1);
  cursor.skip();
  return ref;
}

// The parts that rpl and err have in common. A missing or unreadable code counts as 500 (xccos 5).
struct ResponseParts {
  std::optional<CommandRef> command;
  int code = 500;
  QString text;
  DataBlock data;
};

ResponseParts readResponseParts(XmlCursor& cursor) {
  ResponseParts parts;
  while (cursor.nextChild()) {
    if (cursor.at(Element::kCommandId)) {
      parts.command = readCommandRef(cursor);
    } else if (cursor.at(Element::kResponse)) {
      bool isNumber = false;
      const int code = AttributeReader(cursor).text(Attribute::kCode).trimmed().toInt(&isNumber);
      parts.code = isNumber && code >= 100 && code <= 999 ? code : 500;
      parts.text = cursor.readText().trimmed();
    } else if (cursor.at(Element::kData)) {
      parts.data = readData(cursor);
    } else {
      cursor.skip();
    }
  }
  return parts;
}

}  // namespace

Reply makeReply(ReplyId id, const ReplyHeader& h, DataBlock& data) {
  // clang-format off
  switch (id) {
    case ReplyId::RequestUri: return RequestUriReply{h, data.firstUserUri};
    case ReplyId::GetServerInfo: return ServerInfoReply{h, data.serverInfo.value_or(ServerInfo())};
    case ReplyId::Join: return JoinReply{h, std::move(data.users), takeRooms(data)};
    case ReplyId::BatchJoin: return BatchJoinReply{h, std::move(data.users), takeRooms(data), std::move(data.failed)};
    case ReplyId::Part: return PartReply{h, roomUriOf(data)};
    case ReplyId::BackchatContext: return BackchatContextReply{h, takeHistory(data)};
    case ReplyId::GetInvitations: return InvitationsReply{h, std::move(data.invitations)};
    case ReplyId::ChannelSearch: return ChannelSearchReply{h, takeRooms(data), data.truncated};
    case ReplyId::GetPreference: return GetPreferenceReply{h, std::move(data.pref)};
    case ReplyId::SetPreference: return SetPreferenceReply{h, std::move(data.pref)};
    case ReplyId::FileToken: return FileTokenReply{h, data.grant.value_or(FileTokenGrant())};
    case ReplyId::GetCreatableNodes: return CreatableNodesReply{h, std::move(data.nodes)};
    case ReplyId::GetAssociations: return AssociationsReply{h, takeRooms(data), data.truncated};
    case ReplyId::BackchatByDate: return BackchatByDateReply{h, takeHistory(data)};
    case ReplyId::BackchatByMessage: return BackchatByMessageReply{h, takeHistory(data)};
    case ReplyId::BackchatQuery: return BackchatQueryReply{h, takeHistory(data)};
    case ReplyId::GetChannelInfo: return ChannelInfoReply{h, takeRoom(data)};
    case ReplyId::CreateChannel: return CreateChannelReply{h, takeRoom(data)};
    case ReplyId::ModifyChannel: return ModifyChannelReply{h, takeRoom(data)};
    case ReplyId::DeleteChannel: return DeleteChannelReply{h, roomUriOf(data)};
    case ReplyId::SearchNodes: return SearchNodesReply{h, std::move(data.nodes)};
    case ReplyId::GetNodeInfo: return NodeInfoReply{h, takeNode(data)};
    case ReplyId::CreateNode: return CreateNodeReply{h, takeNode(data)};
    case ReplyId::ModifyNode: return ModifyNodeReply{h, takeNode(data)};
    case ReplyId::DeleteNode: return DeleteNodeReply{h, takeNode(data).uri};
    case ReplyId::SearchUsers: return SearchUsersReply{h, std::move(data.users), data.truncated};
    case ReplyId::GetUserInfo: return UserInfoReply{h, std::move(data.users)};
    case ReplyId::GetRoles: return GetRolesReply{h, nodeRefOf(data), std::move(data.roles)};
    case ReplyId::SetRoles: return SetRolesReply{h, nodeRefOf(data), std::move(data.roles)};
    case ReplyId::GetPermissions: return makePermissions(h, data);
    case ReplyId::GetUsers: return GetUsersReply{h, std::move(data.users), takeRooms(data)};
    case ReplyId::GetAddIns: return AddInsReply{h, std::move(data.addIns)};
    case ReplyId::DeleteMessages: return makeDeleted(h, data);
    case ReplyId::AskToJoin: return AskToJoinReply{h, std::move(data.joinRequests)};
    case ReplyId::GetJoinRequests: return JoinRequestsReply{h, std::move(data.joinRequests)};
    case ReplyId::AnswerJoinRequest: return AnswerJoinRequestReply{h, std::move(data.joinRequests)};
  }
  // clang-format on
  Q_UNREACHABLE();
}

Notice makeNotice(NoticeId id, DataBlock& data) {
  switch (id) {
    case NoticeId::Join:
      return JoinNotice{std::move(data.users)};
    case NoticeId::BatchJoin:
      return BatchJoinNotice{std::move(data.users)};
    case NoticeId::Part:
      return PartNotice{takeRoomUsers(data)};
    case NoticeId::Invite:
      return InviteNotice{std::move(data.invitations)};
    case NoticeId::ChannelModified:
      return ChannelModifiedNotice{takeRooms(data)};
    case NoticeId::ChannelDeleted:
      return makeChannelDeleted(data);
    case NoticeId::Permissions:
      return PermissionsNotice{takeRoomUsers(data)};
    case NoticeId::MessagesDeleted:
      return makeDeletedNotice(data);
    case NoticeId::JoinRequest:
      return JoinRequestNotice{std::move(data.joinRequests)};
  }
  Q_UNREACHABLE();
}

Numbered<Reply> readReply(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  const QString name = attributes.text(Attribute::kId, Presence::Required);
  const quint32 seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(1);
  ResponseParts parts = readResponseParts(cursor);
  if (!parts.command) cursor.failMissing(Element::kReply, Element::kCommandId);
  const CommandRef command = parts.command.value_or(CommandRef());
  const ReplyHeader header{command.envId, command.seqId, parts.code, parts.text};
  const auto id = findReply(name);
  if (!id) return {seqId, UnknownReply{header, name.left(kMaxUnknownId).toUtf8()}};
  if (!header.ok()) parts.data = DataBlock();
  return {seqId, makeReply(*id, header, parts.data)};
}

Numbered<Notice> readNotice(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  const QString name = attributes.text(Attribute::kId, Presence::Required);
  const quint32 seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(1);
  const auto id = findNotice(name);
  DataBlock data;
  while (cursor.nextChild()) {
    if (id && cursor.at(Element::kData)) {
      data = readData(cursor);
    } else {
      cursor.skip();
    }
  }
  if (!id) return {seqId, UnknownNotice{name.left(kMaxUnknownId).toUtf8()}};
  return {seqId, makeNotice(*id, data)};
}

Numbered<ErrorReport> readErrorReport(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  const QString name = attributes.text(Attribute::kId);
  const quint32 seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(1);
  const ResponseParts parts = readResponseParts(cursor);
  return {seqId, ErrorReport{findErr(name).value_or(ErrId::General), parts.command, parts.code, parts.text}};
}

}  // namespace Parlour::Xccos
