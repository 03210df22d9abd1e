// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/ResponseCodes.h"

#include <algorithm>
#include <array>

namespace Parlour::Xccos {
namespace {

constexpr ResponseInfo responseRow(ResponseCode code, const char* text, ErrorCode error, const char* sentence) {
  return {code, QLatin1String(text), QLatin1String(sentence), error};
}

using RC = ResponseCode;
using EC = ErrorCode;

// For each ErrorCode the first row with it is the code to send.
constexpr std::array kResponses{
    responseRow(RC::Success, "SUCCESS_OK", EC::Internal, "Done."),
    responseRow(RC::InvalidArgument, "ERROR_INVALID_ARGUMENT", EC::InvalidArgument,
                "The server could not make sense of the request."),
    responseRow(RC::Permission, "ERROR_PERMISSION", EC::PermissionDenied, "You do not have permission to do this."),
    responseRow(RC::NoSuchNode, "ERROR_NO_SUCH_NODE", EC::NotFound,
                "This room or category does not exist, or you cannot see it."),
    responseRow(RC::NotSupported, "ERROR_MSG_NOT_SUPPORTED", EC::NotSupported, "The server does not support this."),
    responseRow(RC::DataCollision, "ERROR_DATA_COLLISION", EC::Conflict,
                "Someone else changed this in the meantime. Reload it and try again."),
    responseRow(RC::NodeDisabled, "ERROR_NODE_DISABLED", EC::Disabled, "This room is disabled."),
    responseRow(RC::LimitExceeded, "ERROR_LIMIT_EXCEEDED", EC::LimitExceeded, "This is more than the server allows."),
    responseRow(RC::UserNotJoined, "ERROR_USER_NOT_JOINED", EC::NotJoined, "You are not in this room."),
    responseRow(RC::DuplicateRoomName, "ERROR_DUPLICATE_ROOM_NAME", EC::Conflict,
                "There is already a room with this name."),
    responseRow(RC::HierarchyViolation, "ERROR_NODE_HIERARCHY_VIOLATION", EC::InvalidArgument,
                "This cannot be placed or removed here."),
    responseRow(RC::NoSuchPrincipal, "ERROR_NO_SUCH_PRINCIPAL", EC::NotFound, "This person or group does not exist."),
    responseRow(RC::PrincipalAlreadyDefined, "ERROR_PRINCIPALS_ALREADY_DEFINED", EC::Conflict,
                "This person or group already has this role."),
    responseRow(RC::PrincipalNotInScope, "ERROR_PRINCIPALS_NOT_IN_SCOPE", EC::PermissionDenied,
                "The category does not admit this person or group."),
    responseRow(RC::PresenterNotMember, "ERROR_PRESENTER_NOT_IN_MEMBER_LIST", EC::InvalidArgument,
                "A presenter must be a member of the room first."),
    responseRow(RC::UnableToCreateRoom, "ERROR_UNABLE_TO_CREATE_ROOM", EC::PermissionDenied,
                "You cannot create rooms in this category."),
    responseRow(RC::NoParticipantList, "ERROR_CANNOT_GET_PARTICIPANT_LIST", EC::NotFound,
                "The list of participants is not available."),
    responseRow(RC::InvalidToken, "ERROR_INVALID_TOKEN", EC::Unauthorized,
                "The permission for this file transfer is not valid or has expired."),
    responseRow(RC::DuplicateAddInName, "ERROR_DUPLICATE_ADDIN_NAME", EC::Conflict,
                "There is already an add-in with this name."),
    responseRow(RC::Unknown, "ERROR_UNKNOWN", EC::Internal, "The server failed to do this."),
    responseRow(RC::Database, "ERROR_DATABASE_CONNECTION", EC::Storage, "The server cannot reach its store."),
    responseRow(RC::Busy, "ERROR_BUSY", EC::Busy, "The server is busy. Try again in a moment."),
};

constexpr qsizetype kLongestSentence = 1'000;

// "ERROR_PERMISSION: Only managers change this room.": the constant and, on one line, the sentence; without a
// constant before a colon all of it is the constant.
struct SpokenResponse {
  QString constant;
  QString sentence;
};

SpokenResponse splitResponse(const QString& text) {
  const qsizetype colon = text.indexOf(u':');
  const QString constant = text.left(colon).trimmed();
  const bool named = colon > 0 && std::all_of(constant.begin(), constant.end(), [](QChar c) {
                       return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
                     });
  if (!named) return {text, {}};
  QString sentence = text.mid(colon + 1);
  for (QChar& c : sentence) {
    if (c.category() == QChar::Other_Control) c = u' ';
  }
  return {constant, sentence.simplified().left(kLongestSentence)};
}

const ResponseInfo* responseByText(const QString& text) {
  for (const ResponseInfo& row : kResponses) {
    if (text.compare(row.text, Qt::CaseInsensitive) == 0) return &row;
  }
  return nullptr;
}

}  // namespace

std::span<const ResponseInfo> responseTable() { return kResponses; }

const ResponseInfo& responseInfo(int code) {
  const ResponseInfo* unknown = nullptr;
  for (const ResponseInfo& row : kResponses) {
    if (static_cast<int>(row.code) == code) return row;
    if (row.code == RC::Unknown) unknown = &row;
  }
  return *unknown;
}

ErrorCode errorCodeFor(int code) { return responseInfo(code).error; }

ResponseCode responseCodeFor(ErrorCode error) {
  switch (error) {
    case EC::ParseFailed:
      return RC::InvalidArgument;
    case EC::Unauthorized:
      return RC::Permission;
    case EC::Timeout:
    case EC::ConnectionLost:
    case EC::Cancelled:
    case EC::Internal:
      return RC::Unknown;
    case EC::InvalidArgument:
    case EC::LimitExceeded:
    case EC::NotFound:
    case EC::PermissionDenied:
    case EC::Conflict:
    case EC::Disabled:
    case EC::NotJoined:
    case EC::NotSupported:
    case EC::Busy:
    case EC::Storage:
      break;
  }
  for (const ResponseInfo& row : kResponses) {
    if (row.error == error && row.code != RC::Success) return row.code;
  }
  return RC::Unknown;
}

ReplyHeader replyHeader(CommandRef command, ResponseCode code) {
  return {command.envId, command.seqId, static_cast<int>(code), responseInfo(static_cast<int>(code)).text};
}

Error errorFromResponse(int code, const QString& text) {
  const SpokenResponse spoken = splitResponse(text.trimmed());
  const ResponseInfo* known = responseByText(spoken.constant);
  const ResponseInfo& info = known != nullptr && known->code != RC::Success ? *known : responseInfo(code);
  const QString sentence = spoken.sentence.isEmpty() ? QString(info.sentence) : spoken.sentence;
  Error error = Error::make(info.error, sentence, QStringLiteral("%1 %2").arg(code).arg(text.left(200)));
  error.wireCode = code;
  return error;
}

}  // namespace Parlour::Xccos
