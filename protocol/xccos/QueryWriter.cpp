// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/BlockWriter.h"

namespace Parlour::Xccos {
namespace {

constexpr qint64 kTicksPerSecondOfQuery = 1000 * Timestamp::kPerMs;

void writeCount(XmlWriter& xml, QLatin1String element, const std::optional<quint32>& count) {
  if (!count) return;
  xml.start(element);
  xml.attribute(Attribute::kCount, *count);
  xml.end();
}

// Whole seconds where nothing is lost by it, as clients write times.
void writeQueryTime(XmlWriter& xml, QLatin1String name, const std::optional<Timestamp>& time) {
  if (!time) return;
  xml.attribute(name, time->ticks % kTicksPerSecondOfQuery == 0 ? time->toXccosSeconds() : time->toXccos());
}

void writeQueryStart(XmlWriter& xml, const BackchatQuery& query) {
  writeCount(xml, Element::kLast, query.last);
  if (query.date) {
    xml.start(Element::kDate);
    writeQueryTime(xml, Attribute::kFrom, query.date->from);
    writeQueryTime(xml, Attribute::kTo, query.date->to);
    xml.end();
  }
  if (query.start) {
    xml.start(Element::kStart);
    xml.attribute(Attribute::kChatId, *query.start);
    xml.end();
  }
}

void writeQueryOptions(XmlWriter& xml, const BackchatQuery& query) {
  if (query.text) {
    xml.start(Element::kText);
    xml.token(Attribute::kMatchCase, query.text->matchCase);
    xml.token(Attribute::kMatchExactPhrase, query.text->matchExactPhrase);
    xml.text(query.text->terms);
    xml.end();
  }
  for (const SipUri& author : query.authors) {
    xml.start(Element::kAuthor);
    xml.attribute(Attribute::kUri, author.bytes());
    xml.end();
  }
  if (query.order) {
    xml.start(Element::kOrder);
    xml.token(Attribute::kSearchBackwards, query.order->searchBackwards);
    xml.token(Attribute::kSortBackwards, query.order->sortBackwards);
    xml.end();
  }
}

}  // namespace

void writeFilter(XmlWriter& xml, const QueryFilter& filter) {
  xml.start(Element::kQib);
  xml.attribute(Attribute::kQtype, tokenText(filter.type));
  xml.attribute(Attribute::kCriteria, filter.criteria);
  xml.token(Attribute::kExtended, filter.extended);
  xml.token(Attribute::kMatchAll, filter.matchAll);
  xml.token(Attribute::kMatchExactPhrase, filter.matchExactPhrase);
  xml.optional(Attribute::kMaxResults, filter.maxResults);
  xml.nonEmpty(Attribute::kMember, filter.member);
  xml.nonEmpty(Attribute::kManager, filter.manager);
  xml.nonEmpty(Attribute::kCategory, filter.category.bytes());
  xml.nonEmpty(Attribute::kAddIn, filter.addIn);
  xml.token(Attribute::kDisabled, filter.disabled);
  xml.token(Attribute::kVisibility, filter.visibility);
  xml.token(Attribute::kBehavior, filter.behavior);
  xml.token(Attribute::kSearchInvites, filter.searchInvites);
  xml.token(Attribute::kInvites, filter.invites);
  xml.nonEmpty(Attribute::kLastName, filter.lastName);
  xml.nonEmpty(Attribute::kFirstName, filter.firstName);
  xml.nonEmpty(Attribute::kEmail, filter.email);
  xml.end();
}

void writeQuery(XmlWriter& xml, const BackchatQuery& query) {
  xml.start(Element::kBcq);
  writeQueryStart(xml, query);
  writeCount(xml, Element::kLimit, query.limit);
  writeQueryOptions(xml, query);
  xml.end();
}

void writeServerInfo(XmlWriter& xml, const ServerInfo& info) {
  xml.start(Element::kSib);
  xml.nonEmpty(Attribute::kDomain, info.domain);
  xml.attribute(Attribute::kInfoType, info.infoType);
  xml.optional(Attribute::kServerTime, info.serverTime);
  xml.optional(Attribute::kSearchLimit, info.searchLimit);
  xml.optional(Attribute::kMessageSizeLimit, info.messageSizeLimit);
  xml.optional(Attribute::kStorySizeLimit, info.storySizeLimit);
  xml.nonEmpty(Attribute::kRootUri, info.rootUri.bytes());
  xml.nonEmpty(Attribute::kDbVersion, info.dbVersion);
  xml.nonEmpty(Attribute::kDisplayName, info.displayName);
  xml.nonEmpty(Attribute::kRoomManagementUrl, info.roomManagementUrl);
  xml.end();
}

void writeInvitation(XmlWriter& xml, const Invitation& invitation) {
  xml.start(Element::kInv);
  xml.attribute(Attribute::kInviteId, invitation.inviteId);
  xml.attribute(Attribute::kDomain, invitation.domain);
  xml.optional(Attribute::kCreatedOnUtc, invitation.createdOn);
  if (!invitation.room.uri.isEmpty()) writeChannel(xml, invitation.room, Side::Server);
  xml.end();
}

void writeJoinRequest(XmlWriter& xml, const JoinRequest& request) {
  xml.start(Element::kJoinRequest);
  xml.attribute(Attribute::kChanUri, request.room.bytes());
  xml.nonEmpty(Attribute::kName, request.roomName);
  xml.nonEmpty(Attribute::kUri, request.user.bytes());
  xml.nonEmpty(Attribute::kUname, request.userName);
  xml.optional(Attribute::kCreatedOnUtc, request.askedOn);
  xml.attribute(Attribute::kState, tokenText(request.state));
  xml.text(request.words);
  xml.end();
}

void writePref(XmlWriter& xml, const PrefBlock& pref) {
  xml.start(Element::kPref);
  xml.attribute(Attribute::kLabel, pref.label);
  xml.attribute(Attribute::kSeqId, pref.seqId);
  xml.token(Attribute::kCreateDefault, pref.createDefault);
  if (pref.content) xml.attribute(Attribute::kContent, pref.content->toBase64());
  xml.end();
}

void writeFileRequest(XmlWriter& xml, const FileTokenRequest& request) {
  xml.start(Element::kFtdb);
  xml.attribute(Attribute::kChannelUri, request.room.bytes());
  xml.attribute(Attribute::kFileUrl, request.fileName);
  xml.end();
}

void writeFileGrant(XmlWriter& xml, const FileTokenGrant& grant) {
  xml.start(Element::kToken);
  xml.attribute(Attribute::kToken, grant.token);
  xml.attribute(Attribute::kServerUri, grant.serverUri);
  xml.end();
}

void writeAddIn(XmlWriter& xml, const AddIn& addIn) {
  xml.start(Element::kSiop);
  xml.attribute(Attribute::kId, addIn.id);
  xml.attribute(Attribute::kName, addIn.name);
  xml.attribute(Attribute::kUrl, addIn.url);
  xml.end();
}

}  // namespace Parlour::Xccos
