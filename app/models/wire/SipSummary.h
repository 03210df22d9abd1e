// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/wire/RoomNames.h"
#include "app/models/wire/WireMessage.h"
#include "app/models/wire/WireRow.h"

namespace Parlour::Models {

// What one SIP message other than a chat document says in a few words.
struct SipSummary {
  WireKind kind = WireKind::Dialog;
  QString label;
  QString rest;
  QString title;
  bool throughFrontEnd = false;  // belongs to a session with the chat service
};

// Whether requests of that method end at the chat service rather than at the front end.
bool reachesChatService(const QByteArray& method);

SipSummary summarizeRequest(const WireMessage& request, RoomNames& names);
// `requestKind` is that of the row answered.
SipSummary summarizeResponse(const WireMessage& response, WireKind requestKind, RoomNames& names);

// "persistentChatConfiguration", "roomSetting × 7 followed rooms": what a sign-in document holds. Learns room names
// from followed rooms. Empty for other bodies.
QString describeDocument(const QByteArray& contentType, const QByteArray& body, RoomNames& names);

// "presence of 5 people": whom the body of a SUBSCRIBE asks about. Empty for other bodies.
QString describePresenceQuery(const QByteArray& body);

}  // namespace Parlour::Models
