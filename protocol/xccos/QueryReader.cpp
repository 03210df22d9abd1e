// SPDX-License-Identifier: Apache-2.0
// The data element and its blocks that describe requests and the server.
#include "protocol/xccos/DataBlock.h"
#include "protocol/xccos/Names.h"
#include "protocol/xccos/XmlCursor.h"

namespace Parlour::Xccos {
namespace {

ChannelRef readChannelRef(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  ChannelRef ref;
  ref.key = attributes.number<quint32>(Attribute::kKey, Presence::Required).value_or(0);
  ref.uri = attributes.roomFromParts();
  cursor.skip();
  return ref;
}

FailedItem readFailed(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  FailedItem item{attributes.bytes(Attribute::kKey), attributes.roomFromParts()};
  cursor.skip();
  return item;
}

AddIn readAddIn(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  AddIn addIn{attributes.bytes(Attribute::kId, Presence::Required), attributes.text(Attribute::kName),
              attributes.text(Attribute::kUrl)};
  cursor.skip();
  return addIn;
}

void readQueryChild(XmlCursor& cursor, BackchatQuery& query) {
  AttributeReader attributes(cursor);
  if (cursor.at(Element::kLast)) {
    query.last = attributes.number<quint32>(Attribute::kCount, Presence::Required);
  } else if (cursor.at(Element::kDate)) {
    query.date = DateWindow{attributes.time(Attribute::kFrom), attributes.time(Attribute::kTo)};
  } else if (cursor.at(Element::kStart)) {
    query.start = attributes.number<quint64>(Attribute::kChatId, Presence::Required);
  } else if (cursor.at(Element::kLimit)) {
    query.limit = attributes.number<quint32>(Attribute::kCount, Presence::Required);
  } else if (cursor.at(Element::kAuthor)) {
    query.authors.push_back(attributes.sipUri(Attribute::kUri, Presence::Required));
  } else if (cursor.at(Element::kOrder)) {
    query.order = ResultOrder{attributes.flag(Attribute::kSearchBackwards), attributes.flag(Attribute::kSortBackwards)};
  } else if (cursor.at(Element::kText)) {
    const auto matchCase = attributes.flag(Attribute::kMatchCase);
    const auto exact = attributes.flag(Attribute::kMatchExactPhrase);
    query.text = TextFilter{cursor.readText(), matchCase, exact};
    return;
  }
  cursor.skip();
}

void readDataList(XmlCursor& cursor, DataBlock& data) {
  if (cursor.at(Element::kChanid)) return data.refs.push_back(readChannelRef(cursor));
  if (cursor.at(Element::kChanib)) return data.channels.push_back(readChannel(cursor));
  if (cursor.at(Element::kNodeib)) return data.nodes.push_back(readNode(cursor));
  if (cursor.at(Element::kFib)) return data.failed.push_back(readFailed(cursor));
  if (cursor.at(Element::kInv)) return data.invitations.push_back(readInvitation(cursor));
  if (cursor.at(Element::kJoinRequest)) return data.joinRequests.push_back(readJoinRequest(cursor));
  if (cursor.at(Element::kRole)) return data.roles.push_back(readRole(cursor));
  if (cursor.at(Element::kSiop)) return data.addIns.push_back(readAddIn(cursor));
  if (cursor.at(Element::kUib)) {
    if (data.firstUserUri.isEmpty()) data.firstUserUri = AttributeReader(cursor).bytes(Attribute::kUri).trimmed();
    return data.users.push_back(readUser(cursor));
  }
  cursor.skip();
}

// Blocks that occur once; false when it is none of these.
bool readDataSingle(XmlCursor& cursor, DataBlock& data) {
  if (cursor.at(Element::kSib)) {
    data.serverInfo = readServerInfo(cursor);
  } else if (cursor.at(Element::kQib)) {
    data.filter = readFilter(cursor);
  } else if (cursor.at(Element::kBcq)) {
    data.query = readQuery(cursor);
  } else if (cursor.at(Element::kPref)) {
    data.pref = readPref(cursor);
  } else if (cursor.at(Element::kFtdb)) {
    data.file = readFileRequest(cursor);
  } else if (cursor.at(Element::kToken)) {
    data.grant = readFileGrant(cursor);
  } else if (cursor.at(Element::kAssociation)) {
    data.association = readAssociation(cursor);
  } else {
    return false;
  }
  return true;
}

}  // namespace

DataBlock readData(XmlCursor& cursor) {
  DataBlock data;
  data.truncated = AttributeReader(cursor).flag(Attribute::kTruncated);
  while (cursor.nextChild()) {
    if (!readDataSingle(cursor, data)) readDataList(cursor, data);
    const auto rooms = static_cast<qsizetype>(std::max(data.refs.size(), data.channels.size()));
    if (cursor.strict() && rooms > cursor.limits().roomsPerCommand) {
      cursor.fail(ErrorCode::LimitExceeded, QStringLiteral("number of rooms in a command"));
    }
  }
  return data;
}

ServerInfo readServerInfo(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  ServerInfo info;
  info.domain = attributes.bytes(Attribute::kDomain);
  info.infoType = attributes.bytes(Attribute::kInfoType);
  info.serverTime = attributes.time(Attribute::kServerTime);
  info.searchLimit = attributes.number<quint32>(Attribute::kSearchLimit);
  info.messageSizeLimit = attributes.number<quint32>(Attribute::kMessageSizeLimit);
  info.storySizeLimit = attributes.number<quint32>(Attribute::kStorySizeLimit);
  info.rootUri = attributes.category(Attribute::kRootUri);
  info.dbVersion = attributes.bytes(Attribute::kDbVersion);
  info.displayName = attributes.text(Attribute::kDisplayName);
  info.roomManagementUrl = attributes.text(Attribute::kRoomManagementUrl);
  cursor.skip();
  return info;
}

QueryFilter readFilter(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  QueryFilter filter;
  filter.type = attributes.token<QueryType>(Attribute::kQtype, Presence::Required).value_or(QueryType::ByName);
  filter.criteria = attributes.text(Attribute::kCriteria);
  filter.extended = attributes.flag(Attribute::kExtended);
  filter.matchAll = attributes.flag(Attribute::kMatchAll);
  filter.matchExactPhrase = attributes.flag(Attribute::kMatchExactPhrase);
  filter.maxResults = attributes.number<qint32>(Attribute::kMaxResults);
  filter.member = attributes.principal(Attribute::kMember);
  filter.manager = attributes.principal(Attribute::kManager);
  filter.category = attributes.category(Attribute::kCategory);
  filter.addIn = attributes.bytes(Attribute::kAddIn);
  filter.disabled = attributes.flag(Attribute::kDisabled);
  filter.visibility = attributes.token<Visibility>(Attribute::kVisibility);
  filter.behavior = attributes.token<Behavior>(Attribute::kBehavior);
  filter.searchInvites = attributes.flag(Attribute::kSearchInvites);
  filter.invites = attributes.token<InviteSetting>(Attribute::kInvites);
  filter.lastName = attributes.text(Attribute::kLastName);
  filter.firstName = attributes.text(Attribute::kFirstName);
  filter.email = attributes.text(Attribute::kEmail);
  if (filter.maxResults.value_or(-1) < -1) {
    cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad attribute maxResults of qib"));
  }
  cursor.skip();
  return filter;
}

BackchatQuery readQuery(XmlCursor& cursor) {
  BackchatQuery query;
  while (cursor.nextChild()) readQueryChild(cursor, query);
  return query;
}

Invitation readInvitation(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  Invitation invitation;
  invitation.inviteId = attributes.number<quint32>(Attribute::kInviteId, Presence::Required).value_or(0);
  invitation.domain = attributes.bytes(Attribute::kDomain);
  invitation.createdOn = attributes.time(Attribute::kCreatedOnUtc);
  while (cursor.nextChild()) {
    if (cursor.at(Element::kChanib)) {
      invitation.room = readChannel(cursor).info;
    } else {
      cursor.skip();
    }
  }
  return invitation;
}

JoinRequest readJoinRequest(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  JoinRequest request;
  request.room = attributes.room(Attribute::kChanUri, Presence::Required);
  request.roomName = attributes.text(Attribute::kName);
  request.user = attributes.sipUri(Attribute::kUri);
  request.userName = attributes.text(Attribute::kUname);
  request.askedOn = attributes.time(Attribute::kCreatedOnUtc);
  request.state = attributes.token<JoinRequestState>(Attribute::kState).value_or(JoinRequestState::Pending);
  request.words = cursor.readText();
  return request;
}

PrefBlock readPref(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  PrefBlock pref;
  pref.label = attributes.text(Attribute::kLabel, Presence::Required);
  pref.seqId = attributes.number<quint32>(Attribute::kSeqId).value_or(0);
  pref.createDefault = attributes.flag(Attribute::kCreateDefault);
  if (attributes.has(Attribute::kContent)) {
    const auto decoded = QByteArray::fromBase64Encoding(attributes.bytes(Attribute::kContent).simplified(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad attribute content of pref"));
    pref.content = decoded.decoded;
  }
  cursor.skip();
  return pref;
}

FileTokenRequest readFileRequest(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  FileTokenRequest request{attributes.room(Attribute::kChannelUri, Presence::Required),
                           attributes.text(Attribute::kFileUrl, Presence::Required)};
  cursor.skip();
  return request;
}

FileTokenGrant readFileGrant(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  FileTokenGrant grant{attributes.bytes(Attribute::kToken, Presence::Required),
                       attributes.text(Attribute::kServerUri, Presence::Required)};
  cursor.skip();
  return grant;
}

AssociationBlock readAssociation(XmlCursor& cursor) {
  AttributeReader attributes(cursor);
  AssociationBlock association;
  association.domain = attributes.bytes(Attribute::kDomain);
  association.type = attributes.token<AssociationType>(Attribute::kType, Presence::Required).value_or(association.type);
  association.maxResults = attributes.number<qint32>(Attribute::kMaxResults);
  if (association.maxResults.value_or(-1) < -1) {
    cursor.fail(ErrorCode::ParseFailed, QStringLiteral("bad attribute maxResults of association"));
  }
  cursor.skip();
  return association;
}

}  // namespace Parlour::Xccos
