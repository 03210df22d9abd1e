// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/sip/Message.h"
#include "protocol/sip/sofia/Sofia.h"

namespace Parlour::Sip {

// Copies what Sofia parsed into values. Header lines come in wire order with their original spelling (the message
// keeps its text, MSG_FLG_EXTRACT_COPY); folded lines are joined, compact names become long ones.
Request readRequest(const sip_t* sip);
Response readResponse(const sip_t* sip);
// Status, phrase, Call-ID and CSeq only: for the many 200s of a fan-out.
Response readShortResponse(const sip_t* sip);
// The message as text, for the trace.
QByteArray readText(const sip_t* sip);

}  // namespace Parlour::Sip
