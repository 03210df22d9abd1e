// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/BlockWriter.h"

namespace Parlour::Xccos {
namespace {

void writeInfoElement(XmlWriter& xml, QLatin1String id, QByteArrayView value) {
  xml.start(Element::kInfo);
  xml.attribute(Attribute::kId, id);
  xml.text(value);
  xml.end();
}

template <typename Enum>
void writePropElement(XmlWriter& xml, QLatin1String id, const std::optional<Enum>& value) {
  if (!value) return;
  const QLatin1String text = tokenText(*value);
  xml.start(Element::kProp);
  xml.attribute(Attribute::kId, id);
  xml.text(QByteArrayView(text.data(), text.size()));
  xml.end();
}

template <typename Node>
void writeProps(XmlWriter& xml, const Node& node) {
  writePropElement(xml, PropId::kFilePost, node.filePost);
  writePropElement(xml, PropId::kInvite, node.invite);
  writePropElement(xml, PropId::kLogged, node.logged);
}

void writeInfos(XmlWriter& xml, const ChanInfo& info, Side side) {
  if (info.participantCount) {
    writeInfoElement(xml, InfoId::kParticipantCount, QByteArray::number(*info.participantCount));
  }
  if (info.visibility) {
    const QLatin1String text = tokenText(*info.visibility);
    const QByteArrayView value(text.data(), text.size());
    writeInfoElement(xml, InfoId::kVisibility, value);
    if (side == Side::Server) writeInfoElement(xml, InfoId::kVisibilityAsSent, value);
  }
  if (!info.fileStoreUri.isEmpty()) writeInfoElement(xml, InfoId::kFileStoreUri, info.fileStoreUri.toUtf8());
}

void writeAudit(XmlWriter& xml, const std::optional<Audit>& audit) {
  if (!audit) return;
  xml.start(Element::kAudit);
  xml.nonEmpty(Attribute::kCreatedBy, audit->createdBy);
  xml.optional(Attribute::kCreatedOn, audit->createdOn);
  xml.nonEmpty(Attribute::kUpdatedBy, audit->updatedBy);
  xml.optional(Attribute::kUpdatedOn, audit->updatedOn);
  xml.end();
}

void writeMaskEntry(XmlWriter& xml, const MaskEntry& entry) {
  QByteArray ids;
  ids.reserve(static_cast<qsizetype>(entry.userIds.size()) * 4);
  for (const quint32 id : entry.userIds) {
    if (!ids.isEmpty()) ids.append(',');
    ids.append(QByteArray::number(id));
  }
  xml.start(Element::kAib);
  xml.attribute(Attribute::kKey, entry.mask);
  xml.attribute(Attribute::kValue, ids);
  xml.end();
}

void writeChannelAttributes(XmlWriter& xml, const ChanInfo& info) {
  xml.nonEmpty(Attribute::kUri, info.uri.bytes());
  xml.optional(Attribute::kName, info.name);
  xml.optional(Attribute::kDescription, info.description);
  xml.optional(Attribute::kTopic, info.topic);
  xml.nonEmpty(Attribute::kParent, info.parent.bytes());
  xml.token(Attribute::kBehavior, info.behavior);
  xml.token(Attribute::kDisabled, info.disabled);
  xml.nonEmpty(Attribute::kFileRepository, info.fileRepository);
  if (!info.addIn) return;
  xml.attribute(Attribute::kSiopId, info.addIn->id);
  xml.nonEmpty(Attribute::kSiopName, info.addIn->name);
  xml.nonEmpty(Attribute::kSiopUrl, info.addIn->url);
}

}  // namespace

void writeRoomRef(XmlWriter& xml, const RoomUri& room) {
  xml.start(Element::kChanib);
  xml.nonEmpty(Attribute::kUri, room.bytes());
  xml.end();
}

void writeNodeRef(XmlWriter& xml, const NodeRef& node) {
  if (const auto* room = std::get_if<RoomUri>(&node)) return writeRoomRef(xml, *room);
  xml.start(Element::kNodeib);
  xml.nonEmpty(Attribute::kUri, std::get<CategoryUri>(node).bytes());
  xml.end();
}

void writeChannel(XmlWriter& xml, const ChanInfo& info, Side side) {
  xml.start(Element::kChanib);
  writeChannelAttributes(xml, info);
  for (const MaskEntry& entry : info.maskMap) writeMaskEntry(xml, entry);
  writeInfos(xml, info, side);
  writeProps(xml, info);
  writeAudit(xml, info.audit);
  for (const RoleList& role : info.roles) writeRole(xml, role);
  xml.end();
}

void writeNode(XmlWriter& xml, const NodeInfo& node) {
  xml.start(Element::kNodeib);
  xml.nonEmpty(Attribute::kUri, node.uri.bytes());
  xml.optional(Attribute::kName, node.name);
  xml.optional(Attribute::kDescription, node.description);
  xml.nonEmpty(Attribute::kParent, node.parent.bytes());
  writeProps(xml, node);
  writeAudit(xml, node.audit);
  for (const RoleList& role : node.roles) writeRole(xml, role);
  xml.end();
}

void writeUser(XmlWriter& xml, const UserInfo& user) {
  xml.start(Element::kUib);
  xml.optional(Attribute::kId, user.id);
  xml.attribute(Attribute::kUri, user.uri);
  xml.nonEmpty(Attribute::kGuid, user.guid);
  xml.token(Attribute::kType, user.type);
  xml.nonEmpty(Attribute::kUname, user.uname);
  xml.nonEmpty(Attribute::kDispname, user.dispname);
  xml.nonEmpty(Attribute::kEmail, user.email);
  xml.nonEmpty(Attribute::kCompany, user.company);
  xml.nonEmpty(Attribute::kPath, user.path);
  xml.token(Attribute::kDisabled, user.disabled);
  if (user.mask) {
    xml.start(Element::kAib);
    xml.attribute(Attribute::kKey, *user.mask);
    xml.end();
  }
  for (const RoomEntry& entry : user.entered) {
    xml.start(Element::kAib);
    xml.attribute(Attribute::kKey, entry.mask);
    xml.attribute(Attribute::kDomain, entry.room.domain());
    xml.attribute(Attribute::kValue, entry.room.key());
    xml.end();
  }
  for (const GroupRef& group : user.memberOf) {
    xml.start(Element::kMemberOf);
    xml.attribute(Attribute::kUri, group.uri);
    xml.nonEmpty(Attribute::kUname, group.uname);
    xml.end();
  }
  xml.end();
}

void writeUsers(XmlWriter& xml, const std::vector<UserInfo>& users) {
  for (const UserInfo& user : users) writeUser(xml, user);
}

void writeRoomUsers(XmlWriter& xml, const RoomUsers& room) {
  xml.start(Element::kChanib);
  xml.nonEmpty(Attribute::kUri, room.room.bytes());
  writeUsers(xml, room.users);
  xml.end();
}

void writeDeleted(XmlWriter& xml, const DeletedMessages& messages) {
  xml.start(Element::kChanib);
  xml.nonEmpty(Attribute::kUri, messages.room.bytes());
  for (const ChatId id : messages.chatIds) {
    xml.start(Element::kMsgId);
    xml.attribute(Attribute::kChatId, id);
    xml.end();
  }
  if (messages.replacement) xml.textElement(Element::kReplace, messages.replacement->toUtf8());
  xml.end();
}

void writeRole(XmlWriter& xml, const RoleList& role) {
  xml.start(Element::kRole);
  xml.attribute(Attribute::kType, tokenText(role.type));
  xml.token(Attribute::kOp, role.op);
  writeUsers(xml, role.users);
  xml.end();
}

void writeFailed(XmlWriter& xml, const FailedItem& item) {
  xml.start(Element::kFib);
  xml.attribute(Attribute::kKey, item.key);
  xml.attribute(Attribute::kValue, item.room.key());
  xml.attribute(Attribute::kDomain, item.room.domain());
  xml.end();
}

void writeHistory(XmlWriter& xml, const RoomHistory& history) {
  xml.start(Element::kChanib);
  xml.nonEmpty(Attribute::kUri, history.uri.bytes());
  xml.optional(Attribute::kName, history.name);
  xml.optional(Attribute::kMatches, history.matches);
  xml.token(Attribute::kTruncated, history.truncated);
  for (const ChatMessage& message : history.messages) writeChat(xml, Element::kMsg, message, message.seqId);
  xml.end();
}

void writeChat(XmlWriter& xml, QLatin1String element, const ChatMessage& message, quint32 seqId) {
  xml.start(element);
  xml.attribute(Attribute::kId, Element::kGroupChat);
  if (seqId != 0) xml.attribute(Attribute::kSeqId, seqId);
  xml.attribute(Attribute::kChanUri, message.chanUri.bytes());
  xml.nonEmpty(Attribute::kAuthor, message.author.bytes());
  xml.nonEmpty(Attribute::kAuthDisp, message.authDisp);
  xml.token(Attribute::kAlert, message.alert);
  if (message.chatId != 0) xml.attribute(Attribute::kChatId, message.chatId);
  if (!message.ts.isNull()) {
    xml.attribute(Attribute::kTs, message.chatId != 0 ? message.ts.toXccos() : message.ts.toXccosSeconds());
  }
  xml.textElement(Element::kChat, message.chat);
  if (message.rtf) xml.textElement(Element::kRtf, *message.rtf);
  xml.end();
}

}  // namespace Parlour::Xccos
