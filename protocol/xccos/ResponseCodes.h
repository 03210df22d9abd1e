// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>
#include <span>

#include "protocol/support/Error.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Xccos {

// resp/@code (xccos 5). Only 200 is attested; of other servers' numbers a client may conclude
// nothing but failure.
enum class ResponseCode : int {
  Success = 200,
  InvalidArgument = 400,
  Permission = 403,
  NoSuchNode = 404,
  NotSupported = 405,
  DataCollision = 409,
  NodeDisabled = 410,
  LimitExceeded = 413,
  UserNotJoined = 451,
  DuplicateRoomName = 452,
  HierarchyViolation = 453,
  NoSuchPrincipal = 454,
  PrincipalAlreadyDefined = 455,
  PrincipalNotInScope = 456,
  PresenterNotMember = 457,
  UnableToCreateRoom = 458,
  NoParticipantList = 459,
  InvalidToken = 460,
  DuplicateAddInName = 461,
  Unknown = 500,
  Database = 502,
  Busy = 503,
};

// One row of the table: symbolic text for the wire, sentence for people.
struct ResponseInfo {
  ResponseCode code;
  QLatin1String text;
  QLatin1String sentence;
  ErrorCode error;  // of no meaning for Success
};

std::span<const ResponseInfo> responseTable();

// Codes that are not in the table are described as Unknown.
const ResponseInfo& responseInfo(int code);

ErrorCode errorCodeFor(int code);
ResponseCode responseCodeFor(ErrorCode error);

// The header of a reply to the command (envId, seqId).
ReplyHeader replyHeader(CommandRef command, ResponseCode code = ResponseCode::Success);

// A failed reply or an error report as an Error: known symbolic text picks kind and sentence, unless the
// server adds a sentence of its own: "ERROR_PERMISSION: Only managers change this room." The code and the
// text as received are in `detail` and `wireCode`.
Error errorFromResponse(int code, const QString& text);

}  // namespace Parlour::Xccos
