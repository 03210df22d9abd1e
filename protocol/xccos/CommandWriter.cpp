// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/BlockWriter.h"

namespace Parlour::Xccos {
namespace {

void writeRef(XmlWriter& xml, const ChannelRef& ref) {
  xml.start(Element::kChanid);
  xml.attribute(Attribute::kKey, ref.key);
  xml.attribute(Attribute::kDomain, ref.uri.domain());
  xml.attribute(Attribute::kValue, ref.uri.key());
  xml.end();
}

void writeSearch(XmlWriter& xml, const std::vector<RoomUri>& rooms, const BackchatQuery& query) {
  for (const RoomUri& room : rooms) writeRoomRef(xml, room);
  writeQuery(xml, query);
}

void writeCategoryRef(XmlWriter& xml, const CategoryUri& node) { writeNodeRef(xml, NodeRef(node)); }

// What is inside the data element of each command.
struct CommandData {
  XmlWriter& xml;

  void operator()(const RequestUri&) {}
  void operator()(const GetCreatableNodes&) {}
  void operator()(const GetAddIns&) {}
  void operator()(const GetJoinRequests&) {}
  void operator()(const UnknownCommand&) {}
  void operator()(const GetServerInfo& command) {
    xml.start(Element::kSib);
    xml.attribute(Attribute::kDomain, command.domain);
    xml.attribute(Attribute::kInfoType, command.infoType);
    xml.end();
  }
  void operator()(const GetAssociations& command) {
    xml.start(Element::kAssociation);
    xml.attribute(Attribute::kDomain, command.domain);
    xml.attribute(Attribute::kType, tokenText(command.type));
    xml.optional(Attribute::kMaxResults, command.maxResults);
    xml.end();
  }
  void operator()(const Join& command) { writeRef(xml, command.room); }
  void operator()(const BatchJoin& command) {
    for (const ChannelRef& ref : command.rooms) writeRef(xml, ref);
  }
  void operator()(const Part& command) { writeRoomRef(xml, command.room); }
  void operator()(const BackchatContext& command) {
    BackchatQuery query;
    query.last = command.count;
    writeSearch(xml, {command.room}, query);
  }
  void operator()(const BackchatByDate& command) { writeSearch(xml, command.rooms, command.query); }
  void operator()(const BackchatByMessage& command) { writeSearch(xml, command.rooms, command.query); }
  void operator()(const BackchatQueryCommand& command) { writeSearch(xml, command.rooms, command.query); }
  void operator()(const ChannelSearch& command) { writeFilter(xml, command.filter); }
  void operator()(const GetInvitations& command) {
    Invitation marker;
    marker.inviteId = command.afterId;
    marker.domain = command.domain;
    writeInvitation(xml, marker);
  }
  void operator()(const GetPreference& command) { writePref(xml, command.pref); }
  void operator()(const SetPreference& command) { writePref(xml, command.pref); }
  void operator()(const GetUploadToken& command) { writeFileRequest(xml, command.file); }
  void operator()(const GetDownloadToken& command) { writeFileRequest(xml, command.file); }
  void operator()(const GetChannelInfo& command) {
    ChanInfo wanted;
    wanted.uri = command.room;
    if (command.room.isEmpty()) wanted.name = command.name;
    writeChannel(xml, wanted, Side::Client);
  }
  void operator()(const CreateChannel& command) { writeChannel(xml, command.room, Side::Client); }
  void operator()(const ModifyChannel& command) { writeChannel(xml, command.room, Side::Client); }
  void operator()(const DeleteChannel& command) { writeRoomRef(xml, command.room); }
  void operator()(const SearchNodes& command) { writeFilter(xml, command.filter); }
  void operator()(const GetNodeInfo& command) { writeCategoryRef(xml, command.node); }
  void operator()(const CreateNode& command) { writeNode(xml, command.node); }
  void operator()(const ModifyNode& command) { writeNode(xml, command.node); }
  void operator()(const DeleteNode& command) { writeCategoryRef(xml, command.node); }
  void operator()(const SearchUsers& command) {
    writeFilter(xml, command.filter);
    if (!command.eligibleFor) return;
    writeNodeRef(xml, command.eligibleFor->node);
    writeRole(xml, RoleList{command.eligibleFor->role, std::nullopt, {}});
  }
  void operator()(const GetUserInfo& command) {
    UserInfo user;
    user.uri = command.uri;
    writeUser(xml, user);
  }
  void operator()(const GetRoles& command) {
    writeNodeRef(xml, command.node);
    for (const RoleType type : command.roles) writeRole(xml, RoleList{type, std::nullopt, {}});
  }
  void operator()(const SetRoles& command) {
    writeNodeRef(xml, command.node);
    for (const RoleList& role : command.roles) writeRole(xml, role);
  }
  void operator()(const GetPermissions& command) { writeRoomRef(xml, command.room); }
  void operator()(const GetUsers& command) { writeRoomRef(xml, command.room); }
  void operator()(const AskToJoin& command) { writeJoinRequest(xml, command.request); }
  void operator()(const AnswerJoinRequest& command) { writeJoinRequest(xml, command.request); }
  void operator()(const DeleteMessages& command) { writeDeleted(xml, command.messages); }
};

}  // namespace

void writeCommandData(XmlWriter& xml, const Command& command) { std::visit(CommandData{xml}, command); }

}  // namespace Parlour::Xccos
