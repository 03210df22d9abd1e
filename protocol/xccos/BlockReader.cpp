// SPDX-License-Identifier: Apache-2.0
// Rooms, categories, principals and chat messages.
#include "protocol/xccos/DataBlock.h"
#include "protocol/xccos/Names.h"
#include "protocol/xccos/XmlCursor.h"

namespace Parlour::Xccos {
namespace {

std::vector<quint32> readIdList(XmlCursor& cursor, const QString& text) {
  std::vector<quint32> ids;
  if (text.isEmpty()) return ids;
  for (const QStringView part : QStringView(text).split(u',')) {
    bool isNumber = false;
    const quint32 id = part.trimmed().toUInt(&isNumber);
    if (!isNumber || part.contains(u'-') || part.contains(u'+')) {
      cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad attribute value of aib"));
      return {};
    }
    ids.push_back(id);
  }
  return ids;
}

MaskEntry readMaskEntry(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  MaskEntry entry;
  entry.mask = attributes.number<quint32>(Attribute::kKey, Presence::Required).value_or(0);
  entry.userIds = readIdList(cursor, attributes.text(Attribute::kValue));
  cursor.skip();
  return entry;
}

// The aib of a uib names a room in join notices and nothing but the mask in permission reports.
void readUserMask(XmlCursor& cursor, UserInfo& user) {
  AttributeReader attributes(cursor);
  const auto mask = attributes.number<quint32>(Attribute::kKey, Presence::Required);
  if (attributes.has(Attribute::kValue)) {
    user.entered.push_back({mask.value_or(0), attributes.roomFromParts()});
  } else {
    user.mask = mask;
  }
  cursor.skip();
}

GroupRef readGroup(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  GroupRef group{attributes.principal(Attribute::kUri, Presence::Required), attributes.text(Attribute::kUname)};
  cursor.skip();
  return group;
}

Audit readAudit(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  Audit audit;
  audit.createdBy = attributes.text(Attribute::kCreatedBy);
  audit.createdOn = attributes.time(Attribute::kCreatedOn);
  audit.updatedBy = attributes.text(Attribute::kUpdatedBy);
  audit.updatedOn = attributes.time(Attribute::kUpdatedOn);
  cursor.skip();
  return audit;
}

// Values of props are flags; only invite may also be `inherit`. Unknown values read as absent,
// inside commands they are errors.
template <typename Node>
void readProp(XmlCursor& cursor, Node& node) {
  AttributeReader attributes(cursor);
  const QString id = attributes.text(Attribute::kId, Presence::Required);
  const QString text = cursor.readText().trimmed();
  const auto setting = tokenValue<InviteSetting>(text);
  const auto flag = tokenValue<bool>(text);
  const bool isInvite = id.compare(PropId::kInvite, Qt::CaseInsensitive) == 0;
  const bool isFilePost = id.compare(PropId::kFilePost, Qt::CaseInsensitive) == 0;
  const bool isLogged = id.compare(PropId::kLogged, Qt::CaseInsensitive) == 0;
  if (isInvite) node.invite = setting;
  if (isFilePost) node.filePost = flag;
  if (isLogged) node.logged = flag;
  const bool known = isInvite || isFilePost || isLogged;
  if (known && cursor.strict() && !(isInvite ? setting.has_value() : flag.has_value())) {
    cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad value of prop"));
  }
}

void readInfo(XmlCursor& cursor, ChanInfo& info) {
  AttributeReader attributes(cursor);
  const QString id = attributes.text(Attribute::kId, Presence::Required);
  const QString text = cursor.readText().trimmed();
  if (cursor.failed()) return;
  if (id.compare(InfoId::kParticipantCount, Qt::CaseInsensitive) == 0) {
    bool isNumber = false;
    const quint32 count = text.toUInt(&isNumber);
    if (!isNumber) return cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad number in info"));
    info.participantCount = count;
  } else if (id.compare(InfoId::kVisibility, Qt::CaseInsensitive) == 0 ||
             id.compare(InfoId::kVisibilityAsSent, Qt::CaseInsensitive) == 0) {
    const auto visibility = tokenValue<Visibility>(text);
    if (!visibility && cursor.strict()) cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad visibility in info"));
    if (visibility) info.visibility = visibility;
  } else if (id.compare(InfoId::kFileStoreUri, Qt::CaseInsensitive) == 0) {
    info.fileStoreUri = text;
  }
}

ChannelBlock readChannelAttributes(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  ChannelBlock block;
  ChanInfo& info = block.info;
  info.uri = attributes.room(Attribute::kUri);
  info.name = attributes.optionalText(Attribute::kName);
  info.description = attributes.optionalText(Attribute::kDescription);
  info.topic = attributes.optionalText(Attribute::kTopic);
  info.parent = attributes.category(Attribute::kParent);
  info.behavior = attributes.token<Behavior>(Attribute::kBehavior);
  info.disabled = attributes.flag(Attribute::kDisabled);
  info.fileRepository = attributes.text(Attribute::kFileRepository);
  if (attributes.has(Attribute::kSiopId)) {
    info.addIn = AddIn{attributes.bytes(Attribute::kSiopId), attributes.text(Attribute::kSiopName),
                       attributes.text(Attribute::kSiopUrl)};
  }
  block.matches = attributes.number<quint32>(Attribute::kMatches);
  block.truncated = attributes.flag(Attribute::kTruncated);
  return block;
}

void readHistoryMessage(XmlCursor& cursor, ChannelBlock& block) {
  const QString id = AttributeReader(cursor).text(Attribute::kId);
  if (id.compare(Element::kGroupChat, Qt::CaseInsensitive) != 0) return cursor.skip();
  block.messages.push_back(readChat(cursor, Presence::Optional));
}

void readMessageId(XmlCursor& cursor, ChannelBlock& block) {
  AttributeReader attributes(cursor);
  block.messageIds.push_back(attributes.number<quint64>(Attribute::kChatId, Presence::Required).value_or(0));
  cursor.skip();
}

void readChannelChild(XmlCursor& cursor, ChannelBlock& block) {
  if (cursor.at(Element::kMsg)) return readHistoryMessage(cursor, block);
  if (cursor.at(Element::kAib)) return block.info.maskMap.push_back(readMaskEntry(cursor));
  if (cursor.at(Element::kInfo)) return readInfo(cursor, block.info);
  if (cursor.at(Element::kProp)) return readProp(cursor, block.info);
  if (cursor.at(Element::kUib)) return block.users.push_back(readUser(cursor));
  if (cursor.at(Element::kRole)) return block.info.roles.push_back(readRole(cursor));
  if (cursor.at(Element::kMsgId)) return readMessageId(cursor, block);
  if (cursor.at(Element::kAudit)) {
    block.info.audit = readAudit(cursor);
  } else if (cursor.at(Element::kReplace)) {
    block.replacement = cursor.readText();
  } else {
    cursor.skip();
  }
}

ChatMessage readChatAttributes(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  ChatMessage message;
  message.seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(0);
  message.chanUri = attributes.room(Attribute::kChanUri, Presence::Required);
  message.author = attributes.sipUri(Attribute::kAuthor);
  message.authDisp = attributes.bytes(Attribute::kAuthDisp);
  message.alert = attributes.flag(Attribute::kAlert);
  message.chatId = attributes.number<quint64>(Attribute::kChatId).value_or(0);
  message.ts = attributes.time(Attribute::kTs).value_or(Timestamp());
  return message;
}

}  // namespace

ChannelBlock readChannel(XmlCursor& cursor) {
  ChannelBlock block = readChannelAttributes(cursor);
  while (cursor.nextChild()) readChannelChild(cursor, block);
  return block;
}

NodeInfo readNode(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  NodeInfo node;
  node.uri = attributes.category(Attribute::kUri);
  node.name = attributes.optionalText(Attribute::kName);
  node.description = attributes.optionalText(Attribute::kDescription);
  node.parent = attributes.category(Attribute::kParent);
  while (cursor.nextChild()) {
    if (cursor.at(Element::kProp)) {
      readProp(cursor, node);
    } else if (cursor.at(Element::kAudit)) {
      node.audit = readAudit(cursor);
    } else if (cursor.at(Element::kRole)) {
      node.roles.push_back(readRole(cursor));
    } else {
      cursor.skip();
    }
  }
  return node;
}

UserInfo readUser(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  UserInfo user;
  user.uri = attributes.principal(Attribute::kUri, Presence::Required);
  user.id = attributes.number<quint32>(Attribute::kId);
  user.guid = attributes.bytes(Attribute::kGuid);
  user.type = attributes.token<PrincipalType>(Attribute::kType);
  user.uname = attributes.text(Attribute::kUname);
  user.dispname = attributes.text(Attribute::kDispname);
  user.email = attributes.text(Attribute::kEmail);
  user.company = attributes.text(Attribute::kCompany);
  user.path = attributes.text(Attribute::kPath);
  user.disabled = attributes.flag(Attribute::kDisabled);
  while (cursor.nextChild()) {
    if (cursor.at(Element::kAib)) {
      readUserMask(cursor, user);
    } else if (cursor.at(Element::kMemberOf)) {
      user.memberOf.push_back(readGroup(cursor));
    } else {
      cursor.skip();
    }
  }
  return user;
}

RoleList readRole(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  RoleList role;
  const auto type = attributes.token<RoleType>(Attribute::kType, Presence::Required);
  if (!type) cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad attribute type of role"));
  role.type = type.value_or(RoleType::Member);
  role.op = attributes.token<RoleOp>(Attribute::kOp);
  while (cursor.nextChild()) {
    if (cursor.at(Element::kUib)) {
      role.users.push_back(readUser(cursor));
    } else {
      cursor.skip();
    }
  }
  return role;
}

ChatMessage readChat(XmlCursor& cursor, Presence text) {
  ChatMessage message = readChatAttributes(cursor);
  bool hasChat = false;
  while (cursor.nextChild()) {
    if (cursor.at(Element::kChat)) {
      message.chat = cursor.readText().toUtf8();
      hasChat = true;
    } else if (cursor.at(Element::kRtf)) {
      message.rtf = cursor.readText().toUtf8();
    } else {
      cursor.skip();
    }
  }
  if (!hasChat && text == Presence::Required) cursor.failMissing(Element::kGroupChat, Element::kChat);
  return message;
}

}  // namespace Parlour::Xccos
