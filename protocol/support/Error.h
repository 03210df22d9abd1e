// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Parlour {

// What kind of failure it was; programs branch on this, people read the text.
enum class ErrorCode {
  InvalidArgument,
  ParseFailed,
  LimitExceeded,
  NotFound,
  PermissionDenied,
  Conflict,
  Disabled,
  NotJoined,
  NotSupported,
  Unauthorized,
  Busy,
  Timeout,
  ConnectionLost,
  Cancelled,
  Storage,
  Internal,
};

// A failure as a value: `text` is one sentence for people (what failed and why),
// `detail` is for logs and "Copy details" (wire code, offset, SQL message). Never holds a secret.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  QString text;
  QString detail;
  int wireCode = 0;            // SIP status or XCCOS resp/@code that caused it; 0 when there was none
  qint64 offset = -1;          // byte offset in the parsed input; -1 when it does not apply
  int retryAfterSeconds = -1;  // from Retry-After; -1 when the peer gave none

  static Error make(ErrorCode code, const QString& text, const QString& detail = {}) {
    return Error{code, text, detail, 0, -1, -1};
  }
};

QByteArray errorCodeName(ErrorCode code);

}  // namespace Parlour
