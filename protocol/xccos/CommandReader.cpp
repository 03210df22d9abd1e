// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "protocol/xccos/MessageReader.h"
#include "protocol/xccos/XmlCursor.h"

namespace Parlour::Xccos {
namespace {

// Takes the blocks a command needs out of its data; a missing one fails with the names of both.
class CommandBlocks {
 public:
  CommandBlocks(XmlCursor& cursor, CommandId id, DataBlock& data) : cursor_(cursor), id_(id), data_(data) {}

  DataBlock& data() { return data_; }

  ChannelRef oneRef() {
    if (data_.refs.size() != 1) missing(Element::kChanid);
    return data_.refs.empty() ? ChannelRef() : data_.refs.front();
  }
  std::vector<ChannelRef> refs() {
    if (data_.refs.empty()) missing(Element::kChanid);
    return std::move(data_.refs);
  }
  RoomUri room() {
    if (data_.channels.empty() || data_.channels.front().info.uri.isEmpty()) missing(Element::kChanib);
    return data_.channels.empty() ? RoomUri() : data_.channels.front().info.uri;
  }
  std::vector<RoomUri> rooms() {
    std::vector<RoomUri> uris;
    for (const ChannelBlock& block : data_.channels) uris.push_back(block.info.uri);
    if (uris.empty() || std::any_of(uris.begin(), uris.end(), [](const RoomUri& uri) { return uri.isEmpty(); })) {
      missing(Element::kChanib);
    }
    return uris;
  }
  ChanInfo channel() {
    if (data_.channels.empty()) missing(Element::kChanib);
    return data_.channels.empty() ? ChanInfo() : std::move(data_.channels.front().info);
  }
  NodeInfo node() {
    if (data_.nodes.empty()) missing(Element::kNodeib);
    return data_.nodes.empty() ? NodeInfo() : std::move(data_.nodes.front());
  }
  CategoryUri category() {
    if (data_.nodes.empty() || data_.nodes.front().uri.isEmpty()) missing(Element::kNodeib);
    return data_.nodes.empty() ? CategoryUri() : data_.nodes.front().uri;
  }
  NodeRef roomOrCategory() {
    if (data_.channels.empty()) return category();
    return room();
  }
  std::vector<RoleList> roles() {
    if (data_.roles.empty()) missing(Element::kRole);
    return std::move(data_.roles);
  }
  BackchatQuery query(bool dateFits, bool startFits) {
    const bool fits = data_.query && ((dateFits && data_.query->date) || (startFits && data_.query->start));
    if (!fits) missing(Element::kBcq);
    return fits ? std::move(*data_.query) : BackchatQuery();
  }
  template <typename Block>
  Block single(std::optional<Block>& block, QLatin1String element) {
    if (!block) missing(element);
    return block ? std::move(*block) : Block();
  }
  void missing(QLatin1String element) { cursor_.failMissing(wireName(id_), element); }

 private:
  XmlCursor& cursor_;
  CommandId id_;
  DataBlock& data_;
};

Command makeBackchatContext(CommandBlocks& blocks) {
  const RoomUri room = blocks.room();
  const BackchatQuery query = blocks.single(blocks.data().query, Element::kBcq);
  if (!query.last) blocks.missing(Element::kLast);
  return BackchatContext{room, query.last.value_or(0)};
}

Command makeGetAssociations(CommandBlocks& blocks) {
  const AssociationBlock block = blocks.single(blocks.data().association, Element::kAssociation);
  return GetAssociations{block.domain, block.type, block.maxResults};
}

Command makeGetInvitations(CommandBlocks& blocks) {
  const auto& invitations = blocks.data().invitations;
  if (invitations.empty()) {
    blocks.missing(Element::kInv);
    return GetInvitations();
  }
  return GetInvitations{invitations.front().inviteId, invitations.front().domain};
}

Command makeGetChannelInfo(CommandBlocks& blocks) {
  const ChanInfo info = blocks.channel();
  if (info.uri.isEmpty() && !info.name) blocks.missing(Attribute::kUri);
  return GetChannelInfo{info.uri, info.name.value_or(QString())};
}

Command makeCreateChannel(CommandBlocks& blocks) {
  ChanInfo info = blocks.channel();
  if (!info.name || info.name->isEmpty()) blocks.missing(Attribute::kName);
  if (info.parent.isEmpty()) blocks.missing(Attribute::kParent);
  return CreateChannel{std::move(info)};
}

Command makeModifyChannel(CommandBlocks& blocks) {
  blocks.room();
  return ModifyChannel{blocks.channel()};
}

Command makeCreateNode(CommandBlocks& blocks) {
  NodeInfo node = blocks.node();
  if (!node.name || node.name->isEmpty()) blocks.missing(Attribute::kName);
  return CreateNode{std::move(node)};
}

Command makeModifyNode(CommandBlocks& blocks) {
  blocks.category();
  return ModifyNode{blocks.node()};
}

Command makeSearchUsers(CommandBlocks& blocks) {
  SearchUsers command{blocks.single(blocks.data().filter, Element::kQib), std::nullopt};
  const bool hasNode = !blocks.data().channels.empty() || !blocks.data().nodes.empty();
  if (hasNode) command.eligibleFor = Eligibility{blocks.roomOrCategory(), RoleType::Member};
  if (hasNode) {
    const auto roles = blocks.roles();
    if (!roles.empty()) command.eligibleFor->role = roles.front().type;
  }
  return command;
}

Command makeGetUserInfo(CommandBlocks& blocks) {
  if (blocks.data().users.empty()) blocks.missing(Element::kUib);
  return GetUserInfo{blocks.data().users.empty() ? QByteArray() : blocks.data().users.front().uri};
}

Command makeGetRoles(CommandBlocks& blocks) {
  GetRoles command{blocks.roomOrCategory(), {}};
  for (const RoleList& role : blocks.roles()) command.roles.push_back(role.type);
  return command;
}

Command makeDeleteMessages(CommandBlocks& blocks) {
  DeletedMessages messages;
  messages.room = blocks.room();
  if (!blocks.data().channels.empty()) {
    messages.chatIds = std::move(blocks.data().channels.front().messageIds);
    messages.replacement = std::move(blocks.data().channels.front().replacement);
  }
  if (messages.chatIds.empty()) blocks.missing(Element::kMsgId);
  return DeleteMessages{std::move(messages)};
}

JoinRequest takeJoinRequest(CommandBlocks& blocks) {
  auto& requests = blocks.data().joinRequests;
  if (requests.empty()) blocks.missing(Element::kJoinRequest);
  return requests.empty() ? JoinRequest() : std::move(requests.front());
}

Command makeAnswerJoinRequest(CommandBlocks& blocks) {
  AnswerJoinRequest command{takeJoinRequest(blocks)};
  if (command.request.user.isEmpty()) blocks.missing(Attribute::kUri);
  return command;
}

Command makeGetServerInfo(CommandBlocks& blocks) {
  const ServerInfo info = blocks.single(blocks.data().serverInfo, Element::kSib);
  return GetServerInfo{info.domain, info.infoType};
}

}  // namespace

Command makeCommand(XmlCursor& cursor, CommandId id, DataBlock& data) {
  CommandBlocks b(cursor, id, data);
  // clang-format off
  switch (id) {
    case CommandId::RequestUri: return RequestUri{};
    case CommandId::GetServerInfo: return makeGetServerInfo(b);
    case CommandId::Join: return Join{b.oneRef()};
    case CommandId::BatchJoin: return BatchJoin{b.refs()};
    case CommandId::Part: return Part{b.room()};
    case CommandId::BackchatContext: return makeBackchatContext(b);
    case CommandId::GetInvitations: return makeGetInvitations(b);
    case CommandId::ChannelSearch: return ChannelSearch{b.single(data.filter, Element::kQib)};
    case CommandId::GetPreference: return GetPreference{b.single(data.pref, Element::kPref)};
    case CommandId::SetPreference: return SetPreference{b.single(data.pref, Element::kPref)};
    case CommandId::GetUploadToken: return GetUploadToken{b.single(data.file, Element::kFtdb)};
    case CommandId::GetDownloadToken: return GetDownloadToken{b.single(data.file, Element::kFtdb)};
    case CommandId::GetCreatableNodes: return GetCreatableNodes{};
    case CommandId::GetAssociations: return makeGetAssociations(b);
    case CommandId::BackchatByDate: return BackchatByDate{b.rooms(), b.query(true, false)};
    case CommandId::BackchatByMessage: return BackchatByMessage{b.rooms(), b.query(false, true)};
    case CommandId::BackchatQuery: return BackchatQueryCommand{b.rooms(), b.query(true, true)};
    case CommandId::GetChannelInfo: return makeGetChannelInfo(b);
    case CommandId::CreateChannel: return makeCreateChannel(b);
    case CommandId::ModifyChannel: return makeModifyChannel(b);
    case CommandId::DeleteChannel: return DeleteChannel{b.room()};
    case CommandId::SearchNodes: return SearchNodes{b.single(data.filter, Element::kQib)};
    case CommandId::GetNodeInfo: return GetNodeInfo{b.category()};
    case CommandId::CreateNode: return makeCreateNode(b);
    case CommandId::ModifyNode: return makeModifyNode(b);
    case CommandId::DeleteNode: return DeleteNode{b.category()};
    case CommandId::SearchUsers: return makeSearchUsers(b);
    case CommandId::GetUserInfo: return makeGetUserInfo(b);
    case CommandId::GetRoles: return makeGetRoles(b);
    case CommandId::SetRoles: return SetRoles{b.roomOrCategory(), b.roles()};
    case CommandId::GetPermissions: return GetPermissions{b.room()};
    case CommandId::GetUsers: return GetUsers{b.room()};
    case CommandId::GetAddIns: return GetAddIns{};
    case CommandId::DeleteMessages: return makeDeleteMessages(b);
    case CommandId::AskToJoin: return AskToJoin{takeJoinRequest(b)};
    case CommandId::GetJoinRequests: return GetJoinRequests{};
    case CommandId::AnswerJoinRequest: return makeAnswerJoinRequest(b);
  }
  // clang-format on
  Q_UNREACHABLE();
}

Numbered<Command> readCommand(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  const QString name = attributes.text(Attribute::kId, Presence::Required);
  Numbered<Command> result;
  result.seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(1);
  const auto id = findCommand(name);
  DataBlock data;
  cursor.setStrict(true);
  while (cursor.nextChild()) {
    if (id && cursor.at(Element::kData)) {
      data = readData(cursor);
    } else {
      cursor.skip();
    }
  }
  result.message = id && !cursor.failed() ? makeCommand(cursor, *id, data)
                                          : Command(UnknownCommand{name.left(kMaxUnknownId).toUtf8()});
  cursor.setStrict(false);
  return result;
}

}  // namespace Parlour::Xccos
