// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/xccos/Blocks.h"

namespace Parlour::Xccos {

class XmlCursor;
enum class Presence;

// A chanib as found: which of its parts are meant depends on the message around it.
struct ChannelBlock {
  ChanInfo info;
  std::optional<quint32> matches;
  std::optional<bool> truncated;
  std::vector<UserInfo> users;
  std::vector<ChatMessage> messages;
  std::vector<ChatId> messageIds;
  std::optional<QString> replacement;
};

struct AssociationBlock {
  QByteArray domain;
  AssociationType type = AssociationType::Member;
  std::optional<qint32> maxResults;
};

// Everything a data element may hold (xccos 7.1), in document order per kind.
struct DataBlock {
  std::optional<bool> truncated;
  std::vector<ChannelRef> refs;
  std::vector<ChannelBlock> channels;
  std::vector<NodeInfo> nodes;
  std::vector<UserInfo> users;
  QByteArray firstUserUri;  // as written, upper case kept: rpl:requri names a service
  std::vector<FailedItem> failed;
  std::optional<ServerInfo> serverInfo;
  std::optional<QueryFilter> filter;
  std::optional<BackchatQuery> query;
  std::vector<Invitation> invitations;
  std::optional<PrefBlock> pref;
  std::optional<FileTokenRequest> file;
  std::optional<FileTokenGrant> grant;
  std::optional<AssociationBlock> association;
  std::vector<RoleList> roles;
  std::vector<AddIn> addIns;
  std::vector<JoinRequest> joinRequests;
};

// Readers of single blocks; the cursor stands on the element and is left behind it. Failures stick
// to the cursor.
DataBlock readData(XmlCursor& cursor);
ChannelBlock readChannel(XmlCursor& cursor);
NodeInfo readNode(XmlCursor& cursor);
UserInfo readUser(XmlCursor& cursor);
RoleList readRole(XmlCursor& cursor);
// A live message needs its text; a stored one may have lost it.
ChatMessage readChat(XmlCursor& cursor, Presence text);
ServerInfo readServerInfo(XmlCursor& cursor);
QueryFilter readFilter(XmlCursor& cursor);
BackchatQuery readQuery(XmlCursor& cursor);
Invitation readInvitation(XmlCursor& cursor);
JoinRequest readJoinRequest(XmlCursor& cursor);
PrefBlock readPref(XmlCursor& cursor);
FileTokenRequest readFileRequest(XmlCursor& cursor);
FileTokenGrant readFileGrant(XmlCursor& cursor);
AssociationBlock readAssociation(XmlCursor& cursor);

}  // namespace Parlour::Xccos
