// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "protocol/xccos/FastWriter.h"
#include "protocol/xccos/Messages.h"
#include "protocol/xccos/XmlWriter.h"

namespace Parlour::Xccos {

// What a client or a server writes differs in two points (xccos 7.1, 4.1): servers give the
// visibility of rooms in both spellings, and clients give times in whole seconds where they can.
enum class Side { Client, Server };

// Writers of blocks, attributes in the order of the examples in xccos 7.
void writeRoomRef(XmlWriter& xml, const RoomUri& room);
void writeNodeRef(XmlWriter& xml, const NodeRef& node);
void writeChannel(XmlWriter& xml, const ChanInfo& info, Side side);
void writeNode(XmlWriter& xml, const NodeInfo& node);
void writeUser(XmlWriter& xml, const UserInfo& user);
void writeUsers(XmlWriter& xml, const std::vector<UserInfo>& users);
void writeRoomUsers(XmlWriter& xml, const RoomUsers& room);
void writeJoinRequest(XmlWriter& xml, const JoinRequest& request);
void writeDeleted(XmlWriter& xml, const DeletedMessages& messages);
void writeRole(XmlWriter& xml, const RoleList& role);
void writeFailed(XmlWriter& xml, const FailedItem& item);
void writeFilter(XmlWriter& xml, const QueryFilter& filter);
void writeQuery(XmlWriter& xml, const BackchatQuery& query);
void writeServerInfo(XmlWriter& xml, const ServerInfo& info);
void writeInvitation(XmlWriter& xml, const Invitation& invitation);
void writePref(XmlWriter& xml, const PrefBlock& pref);
void writeFileRequest(XmlWriter& xml, const FileTokenRequest& request);
void writeFileGrant(XmlWriter& xml, const FileTokenGrant& grant);
void writeAddIn(XmlWriter& xml, const AddIn& addIn);
void writeHistory(XmlWriter& xml, const RoomHistory& history);

// A chat message under the element name grpchat or msg; `seqId` 0 is left out.
void writeChat(XmlWriter& xml, QLatin1String element, const ChatMessage& message, quint32 seqId);

// The root element is left open; so is the data element of a reply.
void startEnvelope(XmlWriter& xml, EnvId envId);
void startReply(XmlWriter& xml, QByteArrayView id, quint32 seqId, const ReplyHeader& header);

// Everything inside data.
void writeCommandData(XmlWriter& xml, const Command& command);
void writeReplyData(XmlWriter& xml, const Reply& reply);
void writeNoticeData(XmlWriter& xml, const Notice& notice);

}  // namespace Parlour::Xccos
