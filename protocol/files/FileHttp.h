// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

// Names of the HTTP interface for files that both ends share; the README of this folder tells how they go together.
namespace Parlour::Files {

// In `Supported` of the 200 to the INVITE of the chat dialog: the server speaks this interface.
inline constexpr char kFilesTag[] = "parlour-files";

// Where the SOAP service of Persistent Chat lives (signin-and-presence 4); ours is in the folder beside it.
inline constexpr char kSoapPath[] = "/PersistentChat/MGCWebService.asmx";
inline constexpr char kFilesPath[] = "/PersistentChat/files/";

// Addresses of the interface, made from the `serveruri` of a token. `file` is the repository name.
QString uploadsUrl(const QString& serverUri);
QString roomUrl(const QString& serverUri, const QByteArray& roomKey);
QString fileUrl(const QString& serverUri, const QByteArray& roomKey, const QByteArray& file);
QString previewUrl(const QString& serverUri, const QByteArray& roomKey, const QByteArray& file);

namespace Header {
inline constexpr char kAuthorization[] = "Authorization";
inline constexpr char kBearer[] = "Bearer ";  // then the token, as rpl:getftok gave it
inline constexpr char kOffset[] = "Upload-Offset";
inline constexpr char kLength[] = "Upload-Length";
inline constexpr char kState[] = "Upload-State";     // a word of UploadState
inline constexpr char kSha256[] = "Parlour-Sha256";  // 64 lower-case hexadecimal digits
}  // namespace Header

namespace UploadState {
inline constexpr char kOpen[] = "open";
inline constexpr char kComplete[] = "complete";
}  // namespace UploadState

namespace Key {
inline constexpr char kName[] = "name";
inline constexpr char kSize[] = "size";
inline constexpr char kSha256[] = "sha256";
inline constexpr char kResume[] = "resume";
inline constexpr char kFile[] = "file";
inline constexpr char kOffset[] = "offset";
inline constexpr char kPieceBytes[] = "pieceBytes";
inline constexpr char kState[] = "state";
inline constexpr char kFiles[] = "files";
inline constexpr char kNumber[] = "number";
inline constexpr char kMore[] = "more";
inline constexpr char kUser[] = "user";
inline constexpr char kUserName[] = "userName";
inline constexpr char kTime[] = "time";
inline constexpr char kPreview[] = "preview";
inline constexpr char kError[] = "error";
inline constexpr char kCode[] = "code";
inline constexpr char kText[] = "text";
inline constexpr char kLimit[] = "limit";
}  // namespace Key

inline constexpr qint64 kLargestPreview = 256 * 1024;  // bytes of a PNG or JPEG
inline constexpr int kFilesPerPage = 100;

// "a1…" of 64 digits, as it stands in headers and JSON.
bool isSha256Hex(QByteArrayView text);

}  // namespace Parlour::Files
