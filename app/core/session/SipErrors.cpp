// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/SipErrors.h"

#include "app/core/Words.h"

namespace Parlour::Core {

ErrorCode errorCodeForStatus(int status) {
  switch (status) {
    case 400:
      return ErrorCode::InvalidArgument;
    case 401:
    case 407:
      return ErrorCode::Unauthorized;
    case 403:
    case 440:
    case 603:
      return ErrorCode::PermissionDenied;
    case 404:
    case 604:
      return ErrorCode::NotFound;
    case 405:
    case 406:
    case 415:
    case 420:
    case 421:
    case 488:
    case 489:
    case 501:
    case 606:
      return ErrorCode::NotSupported;
    case 408:
    case 504:
      return ErrorCode::Timeout;
    case 409:
      return ErrorCode::Conflict;
    case 413:
      return ErrorCode::LimitExceeded;
    case 480:
    case 486:
    case 503:
      return ErrorCode::Busy;
    case 481:
    case 487:
      return ErrorCode::ConnectionLost;
    default:
      return ErrorCode::Internal;
  }
}

QString statusReason(const Sip::Response& response) {
  if (response.local) {
    return response.status == 408 ? Words::tr("The server does not answer.") : Words::tr("The connection was lost.");
  }
  const QString told = QString::fromUtf8(response.diagnosticsReason()).trimmed();
  if (!told.isEmpty()) return Words::tr("The server says: %1.").arg(told.endsWith(u'.') ? told.chopped(1) : told);
  switch (errorCodeForStatus(response.status)) {
    case ErrorCode::Unauthorized:
      return Words::tr("The password is not right.");
    case ErrorCode::PermissionDenied:
      return Words::tr("You are not permitted to.");
    case ErrorCode::NotFound:
      return Words::tr("The server does not know this address.");
    case ErrorCode::Busy:
      return response.status == 503 ? Words::tr("The server is busy.") : Words::tr("It is not available now.");
    case ErrorCode::Timeout:
      return Words::tr("The server does not answer.");
    case ErrorCode::NotSupported:
      return Words::tr("The server does not support it.");
    case ErrorCode::LimitExceeded:
      return Words::tr("It is too large for the server.");
    case ErrorCode::Conflict:
      return Words::tr("It was changed elsewhere at the same time.");
    case ErrorCode::ConnectionLost:
      return Words::tr("The server ended the session.");
    case ErrorCode::InvalidArgument:
    case ErrorCode::ParseFailed:
    case ErrorCode::Disabled:
    case ErrorCode::NotJoined:
    case ErrorCode::Cancelled:
    case ErrorCode::Storage:
    case ErrorCode::Internal:
      return Words::tr("The server reported an error.");
  }
  return {};
}

Error responseError(const Sip::Response& response, const QString& what) {
  Error error = Error::make(errorCodeForStatus(response.status), what + u' ' + statusReason(response));
  if (response.local && response.status == 503) error.code = ErrorCode::ConnectionLost;
  error.detail = QStringLiteral("SIP %1 %2").arg(response.status).arg(QString::fromUtf8(response.phrase));
  error.wireCode = response.status;
  error.retryAfterSeconds = response.retryAfterSeconds();
  return error;
}

}  // namespace Parlour::Core
