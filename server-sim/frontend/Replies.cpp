// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Replies.h"

#include "protocol/signin/Diagnostics.h"

namespace Parlour::Server {

Sip::Response plainReply(int status) {
  Sip::Response response;
  response.status = status;
  response.phrase = Sip::standardPhrase(status);
  return response;
}

Sip::Response refusal(int status, int errorId, const QByteArray& source, const QString& reason) {
  auto response = plainReply(status);
  auto diagnostics = Signin::Diagnostics::forErrorId(errorId, source);
  if (!reason.isEmpty()) diagnostics.reason = reason;
  const QByteArray header = Signin::Diagnostics::headerName(errorId);
  const bool isPublic = header.compare("ms-diagnostics-public", Qt::CaseInsensitive) == 0;
  response.headers.add(header, isPublic ? diagnostics.toPublicBytes() : diagnostics.toBytes());
  return response;
}

Sip::Response refusal(int status, int errorId, const QByteArray& source) {
  return refusal(status, errorId, source, {});
}

Sip::Response busyReply(int retryAfterSeconds) {
  auto response = plainReply(503);
  response.headers.add("Retry-After", QByteArray::number(retryAfterSeconds));
  return response;
}

void setBody(Sip::Response& response, const QByteArray& contentType, const QByteArray& body) {
  response.headers.set("Content-Type", contentType);
  response.body = body;
}

}  // namespace Parlour::Server
