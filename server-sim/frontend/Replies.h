// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/sip/Message.h"

namespace Parlour::Server {

// A response with that status, the standard phrase and no headers.
Sip::Response plainReply(int status);
// A refusal that tells the reason in ms-diagnostics or, for ErrorIds that travel in public,
// ms-diagnostics-public (signin 1.12).
Sip::Response refusal(int status, int errorId, const QByteArray& source);
// The same with a reason of its own for people.
Sip::Response refusal(int status, int errorId, const QByteArray& source, const QString& reason);
// 503 that asks to come back later.
Sip::Response busyReply(int retryAfterSeconds);
void setBody(Sip::Response& response, const QByteArray& contentType, const QByteArray& body);

}  // namespace Parlour::Server
