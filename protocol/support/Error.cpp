// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/Error.h"

namespace Parlour {

QByteArray errorCodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidArgument:
      return "invalid-argument";
    case ErrorCode::ParseFailed:
      return "parse-failed";
    case ErrorCode::LimitExceeded:
      return "limit-exceeded";
    case ErrorCode::NotFound:
      return "not-found";
    case ErrorCode::PermissionDenied:
      return "permission-denied";
    case ErrorCode::Conflict:
      return "conflict";
    case ErrorCode::Disabled:
      return "disabled";
    case ErrorCode::NotJoined:
      return "not-joined";
    case ErrorCode::NotSupported:
      return "not-supported";
    case ErrorCode::Unauthorized:
      return "unauthorized";
    case ErrorCode::Busy:
      return "busy";
    case ErrorCode::Timeout:
      return "timeout";
    case ErrorCode::ConnectionLost:
      return "connection-lost";
    case ErrorCode::Cancelled:
      return "cancelled";
    case ErrorCode::Storage:
      return "storage";
    case ErrorCode::Internal:
      return "internal";
  }
  return "internal";
}

}  // namespace Parlour
