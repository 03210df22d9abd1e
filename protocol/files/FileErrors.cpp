// SPDX-License-Identifier: Apache-2.0
#include "protocol/files/FileErrors.h"

#include <array>

namespace Parlour::Files {
namespace {

using E = FileError;

// In the order of the enumeration.
constexpr std::array kFileErrors{
    FileErrorInfo{E::BadRequest, "bad-request", 400, false, "The request was not understood."},
    FileErrorInfo{E::Token, "token", 401, false, "This permission for a transfer is not valid. Ask for a new one."},
    FileErrorInfo{E::Expired, "expired", 401, false, "The permission for this transfer has expired. Start it again."},
    FileErrorInfo{E::WrongRoom, "wrong-room", 403, false, "This permission is for another room."},
    FileErrorInfo{E::NotAllowedHere, "not-allowed-here", 403, false, "Files may not be transferred in this room."},
    FileErrorInfo{E::NotFound, "not-found", 404, false, "There is no such file in this room."},
    FileErrorInfo{E::TooLarge, "too-large", 413, false, "The file is too large."},
    FileErrorInfo{E::TypeNotAllowed, "type-not-allowed", 415, false, "Files of this type are not accepted here."},
    FileErrorInfo{E::BadName, "bad-name", 400, false, "The file has a name that cannot be used."},
    FileErrorInfo{E::Offset, "offset", 409, true, "The file goes on at another place."},
    FileErrorInfo{E::Length, "length", 400, false, "The file is not as long as announced."},
    FileErrorInfo{E::Hash, "hash", 422, true, "The file arrived damaged. Send it again."},
    FileErrorInfo{E::Range, "range", 416, false, "The file has no such part."},
    FileErrorInfo{E::Quarantined, "quarantined", 423, false, "The file was put into quarantine by the server's scan."},
    FileErrorInfo{E::ScanFailed, "scan-failed", 503, true, "The server could not examine the file. Try again later."},
    FileErrorInfo{E::RoomQuota, "quota", 507, false, "The room has no space left for this file."},
    FileErrorInfo{E::DiskFull, "disk-full", 507, true, "The server has no space left for files."},
    FileErrorInfo{E::Busy, "busy", 503, true, "The server has too many transfers at the moment. Try again soon."},
    FileErrorInfo{E::Storage, "storage", 503, true, "The server cannot keep files at the moment. Try again later."},
    FileErrorInfo{E::PreviewNotAllowed, "preview-not-allowed", 415, false,
                  "The preview must be a PNG or JPEG picture of at most 256 kilobytes."},
};

}  // namespace

const FileErrorInfo& infoOf(FileError error) { return kFileErrors[static_cast<size_t>(error)]; }

std::optional<FileError> fileErrorOf(QByteArrayView code) {
  for (const FileErrorInfo& info : kFileErrors) {
    if (code == QByteArrayView(info.code)) return info.error;
  }
  return std::nullopt;
}

std::span<const FileErrorInfo> fileErrors() { return kFileErrors; }

}  // namespace Parlour::Files
