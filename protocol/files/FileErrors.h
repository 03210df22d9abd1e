// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <span>

namespace Parlour::Files {

// Why a transfer was refused. The words are part of the wire and never change; one may be added.
enum class FileError {
  BadRequest,         // not understood
  Token,              // unknown, of another direction, or spent
  Expired,            // the token was good once
  WrongRoom,          // the token is for another room
  NotAllowedHere,     // no membership, no right to post, room disabled, or files switched off there
  NotFound,           // no such file in this room, taken away, or not complete
  TooLarge,           // more than one file may have
  TypeNotAllowed,     // by the ending of the name
  BadName,            // nothing is left of the name
  Offset,             // the piece does not begin where the last one ended; the answer has the right offset
  Length,             // other than announced, or beyond it
  Hash,               // what came is not what was announced; begin again
  Range,              // nothing of that range exists
  Quarantined,        // the scan found something
  ScanFailed,         // the scan did not come to a result
  RoomQuota,          // the room has its fill
  DiskFull,           // the server has its fill
  Busy,               // too many transfers; Retry-After
  Storage,            // the server cannot write at the moment; Retry-After
  PreviewNotAllowed,  // no PNG or JPEG, or too large
};

struct FileErrorInfo {
  FileError error;
  const char* code;  // "too-large"
  int status;        // of HTTP; SOAP refuses everything with 500 (xccos 9)
  bool mayRetry;     // the same request may succeed later
  const char* text;  // for people who know nothing more exact
};

const FileErrorInfo& infoOf(FileError error);
std::optional<FileError> fileErrorOf(QByteArrayView code);
std::span<const FileErrorInfo> fileErrors();

}  // namespace Parlour::Files
