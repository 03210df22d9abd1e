// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/FileRefusal.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>

#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"

namespace Parlour::Core {

namespace {

using Files::FileError;

constexpr qsizetype kLongestSentence = 300;
constexpr qint64 kLongestRetryMs = 10 * 60 * 1000;

QString oneSentence(const QString& text) {
  QString line = text.simplified().left(kLongestSentence);
  line.removeIf([](QChar c) { return !c.isPrint(); });
  return line;
}

qint64 numberOf(const QJsonObject& object, const char* key) {
  const double number = object.value(QLatin1String(key)).toDouble(-1);
  return number >= 0 && number < 9e15 ? static_cast<qint64>(number) : -1;
}

// By the status alone, for answers of something in between.
std::optional<FileError> errorByStatus(int status) {
  switch (status) {
    case 401:
      return FileError::Token;
    case 403:
      return FileError::NotAllowedHere;
    case 404:
    case 410:
      return FileError::NotFound;
    case 413:
      return FileError::TooLarge;
    case 429:
    case 502:
    case 503:
    case 504:
      return FileError::Busy;
    case 507:
      return FileError::DiskFull;
    default:
      return std::nullopt;
  }
}

TransferFailure kindOf(const std::optional<FileError>& error) {
  if (!error) return TransferFailure::Broken;
  switch (*error) {
    case FileError::NotFound:
      return TransferFailure::Gone;
    case FileError::Quarantined:
      return TransferFailure::Quarantined;
    case FileError::NotAllowedHere:
    case FileError::WrongRoom:
    case FileError::TooLarge:
    case FileError::TypeNotAllowed:
    case FileError::BadName:
    case FileError::RoomQuota:
      return TransferFailure::Refused;
    case FileError::BadRequest:
    case FileError::Token:
    case FileError::Expired:
    case FileError::Offset:
    case FileError::Length:
    case FileError::Hash:
    case FileError::Range:
    case FileError::ScanFailed:
    case FileError::DiskFull:
    case FileError::Busy:
    case FileError::Storage:
    case FileError::PreviewNotAllowed:
      break;
  }
  return TransferFailure::Broken;
}

ErrorCode codeOf(TransferFailure kind, const std::optional<FileError>& error) {
  if (error == FileError::TooLarge || error == FileError::RoomQuota) return ErrorCode::LimitExceeded;
  switch (kind) {
    case TransferFailure::Refused:
    case TransferFailure::Quarantined:
      return ErrorCode::PermissionDenied;
    case TransferFailure::Gone:
      return ErrorCode::NotFound;
    case TransferFailure::Broken:
      break;
  }
  return ErrorCode::Internal;
}

QString tooLargeWords(const Transfer& transfer, qint64 limit) {
  if (limit < 0 || transfer.size < 0) return FileWords::tr("The server does not take files as large as this one.");
  const QString size = FileWords::size(transfer.size);
  const QString most = FileWords::size(limit);
  if (size != most) return FileWords::tr("%1 is %2. This server takes up to %3.").arg(transfer.name, size, most);
  const QLocale locale;
  return FileWords::tr("%1 has %2 bytes. This server takes up to %3.")
      .arg(transfer.name, locale.toString(transfer.size), locale.toString(limit));
}

QString notAllowedWords(const Transfer& transfer) {
  return transfer.direction == TransferDirection::Upload
             ? FileWords::tr("Files may not be posted in this room. Ask one of its managers.")
             : FileWords::tr("You may not read the files of this room any more. Ask one of its managers.");
}

QString typeWords(const Transfer& transfer) {
  const QString ending = QString::fromLatin1(Files::endingOf(transfer.name));
  return ending.isEmpty()
             ? FileWords::tr("The server does not take files without a type. Ask who runs it which it takes.")
             : FileWords::tr("The server does not take .%1 files. Ask who runs it which types it takes.").arg(ending);
}

QString goneWords(const Transfer& transfer) {
  return transfer.direction == TransferDirection::Upload
             ? FileWords::tr("The server has given the unfinished file up. Retry to send it from the beginning.")
             : FileWords::tr("The server has the file no longer. Ask who posted it to post it again.");
}

QString quarantineWords(const Transfer& transfer) {
  return transfer.direction == TransferDirection::Upload
             ? FileWords::tr("The server's scan put the file into quarantine. It was not posted.")
             : FileWords::tr("The server's scan put the file into quarantine. Ask who runs the server.");
}

QString wordsFor(FileError error, const Transfer& transfer, const FileRefusal& refusal) {
  switch (error) {
    case FileError::TooLarge:
      return tooLargeWords(transfer, refusal.limit);
    case FileError::NotAllowedHere:
      return notAllowedWords(transfer);
    case FileError::TypeNotAllowed:
      return typeWords(transfer);
    case FileError::NotFound:
      return goneWords(transfer);
    case FileError::Quarantined:
      return quarantineWords(transfer);
    case FileError::Token:
    case FileError::Expired:
      return FileWords::tr("The server's permission for this transfer has run out. Retry to ask for a new one.");
    case FileError::WrongRoom:
      return FileWords::tr("The server gave a permission for another room. Retry to ask for a new one.");
    case FileError::BadName:
      return FileWords::tr("The server does not take a file of this name. Rename it and attach it again.");
    case FileError::RoomQuota:
      return FileWords::tr("This room has no space left for files. Ask a manager to remove some.");
    case FileError::DiskFull:
      return FileWords::tr("The server has no space left for files. Tell who runs it, and retry later.");
    case FileError::Hash:
    case FileError::Length:
      return FileWords::tr("The file arrived damaged. Retry to send it again.");
    case FileError::ScanFailed:
      return FileWords::tr("The server could not examine the file. Retry later.");
    case FileError::Busy:
      return FileWords::tr("The server is busy with other transfers. Retry soon.");
    case FileError::Storage:
      return FileWords::tr("The server cannot keep files at the moment. Retry later.");
    case FileError::Offset:
    case FileError::Range:
    case FileError::BadRequest:
    case FileError::PreviewNotAllowed:
      break;
  }
  return FileWords::tr("The server did not understand the transfer (%1). Retry, or tell who runs it.")
      .arg(refusal.status);
}

}  // namespace

QByteArray WebAnswer::header(const char* name) const {
  for (const auto& [known, value] : headers) {
    if (known.compare(name, Qt::CaseInsensitive) == 0) return value;
  }
  return {};
}

bool FileRefusal::isBusy() const {
  return error == FileError::Busy || error == FileError::Storage || error == FileError::ScanFailed;
}

FileRefusal readRefusal(const WebAnswer& answer) {
  FileRefusal refusal;
  refusal.status = answer.status;
  const QJsonObject told =
      QJsonDocument::fromJson(answer.body).object().value(QLatin1String(Files::Key::kError)).toObject();
  refusal.error = Files::fileErrorOf(told.value(QLatin1String(Files::Key::kCode)).toString().toUtf8());
  if (!refusal.error) refusal.error = errorByStatus(answer.status);
  refusal.text = oneSentence(told.value(QLatin1String(Files::Key::kText)).toString());
  refusal.limit = numberOf(told, Files::Key::kLimit);
  refusal.offset = numberOf(told, Files::Key::kOffset);
  bool numbered = false;
  const qint64 seconds = answer.header("Retry-After").trimmed().toLongLong(&numbered);
  if (numbered && seconds >= 0) refusal.retryAfterMs = std::min(seconds, kLongestRetryMs / 1000) * 1000;
  return refusal;
}

TransferRefusal FileWords::refused(const Transfer& transfer, const FileRefusal& refusal) {
  TransferRefusal told;
  told.kind = kindOf(refusal.error);
  // An upload that was given up begins again when the person wants it to.
  if (transfer.direction == TransferDirection::Upload && told.kind == TransferFailure::Gone) {
    told.kind = TransferFailure::Broken;
  }
  const QString unknown =
      refusal.status == 0 ? tr("The server's answer was not understood. Retry, or tell who runs it.")
      : refusal.text.isEmpty()
          ? tr("The server refused the transfer (%1). Retry, or tell who runs it.").arg(refusal.status)
          : refusal.text;
  told.error = Error::make(codeOf(told.kind, refusal.error),
                           refusal.error ? wordsFor(*refusal.error, transfer, refusal) : unknown,
                           QStringLiteral("HTTP %1. %2").arg(refusal.status).arg(refusal.text));
  told.error.wireCode = refusal.status;
  if (refusal.error == FileError::TooLarge) told.largest = refusal.limit;
  return told;
}

TransferRefusal FileWords::noToken(const Transfer& transfer, const Error& error) {
  TransferRefusal told;
  told.error = error;
  const bool byRule = error.code == ErrorCode::PermissionDenied || error.code == ErrorCode::Disabled ||
                      error.code == ErrorCode::NotSupported;
  if (byRule) told.kind = TransferFailure::Refused;
  if (error.code == ErrorCode::NotFound) {
    told.kind = transfer.direction == TransferDirection::Upload ? TransferFailure::Refused : TransferFailure::Gone;
  }
  if (error.code == ErrorCode::NotSupported) told.error.text = tr("This server keeps no files for its rooms.");
  if (told.error.text.isEmpty()) told.error.text = notAllowedWords(transfer);
  return told;
}

QString FileWords::size(qint64 bytes) {
  constexpr double kStep = 1024;
  const QLocale locale;
  if (bytes == 1) return tr("1 byte");
  if (bytes < kStep) return tr("%n bytes", nullptr, static_cast<int>(std::max<qint64>(bytes, 0)));
  const double kilobytes = static_cast<double>(bytes) / kStep;
  if (kilobytes < kStep) return tr("%1 KB").arg(locale.toString(kilobytes, 'f', 0));
  const double megabytes = kilobytes / kStep;
  if (megabytes < kStep) return tr("%1 MB").arg(locale.toString(megabytes, 'f', megabytes < 100 ? 1 : 0));
  return tr("%1 GB").arg(locale.toString(megabytes / kStep, 'f', 1));
}

}  // namespace Parlour::Core
