// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/files/SoapEndpoint.h"

#include <algorithm>

#include "protocol/files/FileNames.h"
#include "server-sim/files/FileService.h"
#include "server-sim/web/files/FileReplies.h"

namespace Parlour::Server {
namespace {

using Files::FileError;

// With its base64 and the envelope it stays below kLargestSoapBytes.
constexpr qint64 kLargestChunk = 700 * 1'024;

std::optional<QByteArray> bodyOf(const HttpTransfers::BodyReader& read) {
  QByteArray body;
  const bool whole = read([&](const char* data, size_t size) {
    if (body.size() + static_cast<qsizetype>(size) > kLargestSoapBytes) return false;
    body.append(data, static_cast<qsizetype>(size));
    return true;
  });
  return whole ? std::optional(body) : std::nullopt;
}

std::optional<QByteArray> nothing() { return std::nullopt; }

}  // namespace

HttpResponse SoapEndpoint::handle(const HttpRequest& request, const HttpTransfers::BodyReader& read) {
  const auto refuse = [this](const FileFailure& failure) {
    files_.counters().refused(failure.error);
    return FileReplies::soapFault(failure);
  };
  if (request.method != "POST") return refuse(fileFailure(FileError::BadRequest));
  const auto body = bodyOf(read);
  if (!body) return refuse(fileFailure(FileError::BadRequest, QStringLiteral("The request is too long or was cut.")));
  const auto call = parseSoap(*body, request.header("SOAPAction"));
  if (!call) return refuse(fileFailure(FileError::BadRequest, call.error().text));
  const Outcome outcome = run(*call);
  if (!outcome) return refuse(outcome.failure());
  return FileReplies::soap(writeSoapResult(call->operation, *outcome));
}

SoapEndpoint::Outcome SoapEndpoint::run(const SoapCall& call) {
  const QByteArray& name = call.operation;
  if (name == "GetMaxFileSizeInKB") return std::optional(QByteArray::number(files_.settings().largestKb));
  if (name == "GetMaxRequestContentInKB") return std::optional(QByteArray::number(kLargestSoapBytes / 1'024));
  if (name == "RequestUniqueFilenameWithExtension") return uniqueName(call);
  if (name == "AppendChunk") return appendChunk(call);
  if (name == "GetFileSize") return fileSize(call);
  if (name == "DownloadChunk") return downloadChunk(call);
  return fileFailure(FileError::BadRequest, QStringLiteral("There is no such operation."));
}

SoapEndpoint::Outcome SoapEndpoint::uniqueName(const SoapCall& call) {
  const auto token = files_.tokens().admit(call.text("token"), true, call.text("channelId"));
  if (!token) return token.failure();
  // Seen are "txt", ".txt" and the whole name.
  const QByteArray ending = Files::endingOf(QString::fromUtf8('.' + call.text("extension")));
  QString name = token->displayName;
  if (!ending.isEmpty() && Files::endingOf(name) != ending) name += u'.' + QString::fromLatin1(ending);
  const auto begun = files_.uploads().begin(*token, name, -1, {});
  if (!begun) return begun.failure();
  return std::optional(begun->file);
}

SoapEndpoint::Outcome SoapEndpoint::appendChunk(const SoapCall& call) {
  const auto token = files_.tokens().admit(call.text("token"), true, call.text("channelId"));
  if (!token) return token.failure();
  const auto offset = call.number("offset");
  const auto length = call.number("fileLength");
  const auto chunk = decodeChunk(call.parameters.value("fileChunk"));
  if (!offset || !length || !chunk) return fileFailure(FileError::BadRequest);
  if (*offset + chunk->size() > *length) return fileFailure(FileError::Length);
  if (chunk->isEmpty() && *length > 0) return fileFailure(FileError::BadRequest);
  UploadService::Piece piece;
  piece.where = {{*offset, *offset + chunk->size() - 1}, *length};
  const auto added = files_.uploads().append(*token, call.text("uniqueFilename"), piece, [&](const auto& take) {
    return take(chunk->constData(), static_cast<size_t>(chunk->size()));
  });
  if (!added) return added.failure();
  return nothing();
}

SoapEndpoint::Outcome SoapEndpoint::fileSize(const SoapCall& call) {
  const auto token = files_.tokens().admit(call.text("token"), false, call.text("channelId"));
  if (!token) return token.failure();
  const auto file = files_.downloads().open(*token, call.text("reposFileName"));
  if (!file) return file.failure();
  return std::optional(QByteArray::number(file->record.size));
}

SoapEndpoint::Outcome SoapEndpoint::downloadChunk(const SoapCall& call) {
  const auto token = files_.tokens().admit(call.text("token"), false, call.text("channelId"));
  if (!token) return token.failure();
  const auto offset = call.number("offset");
  const auto wanted = call.number("bufferSize");
  if (!offset || !wanted || *wanted == 0) return fileFailure(FileError::BadRequest);
  const auto file = files_.downloads().open(*token, call.text("reposFileName"));
  if (!file) return file.failure();
  const qint64 size = file->record.size;
  if (*offset > size || (*offset == size && size > 0)) return fileFailure(FileError::Range);
  const qint64 length = std::min({*wanted, kLargestChunk, size - *offset});
  QByteArray chunk;
  if (length > 0 && file->content->seek(*offset)) chunk = file->content->read(length);
  if (chunk.size() != length) return fileFailure(FileError::Storage);
  files_.counters().bytesOut.add(static_cast<quint64>(length));
  if (*offset + length == size) files_.downloads().finished(*token);
  return std::optional(chunk.toBase64());
}

}  // namespace Parlour::Server
