// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/Upload.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <utility>

#include "app/core/files/LocalFiles.h"
#include "protocol/files/ByteRange.h"
#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"

namespace Parlour::Core {

namespace {

namespace Key = Files::Key;
namespace Header = Files::Header;

constexpr qint64 kMostPiece = 8 * 1024 * 1024;  // of memory, whatever the server asks for
constexpr qint64 kScanMs = 180'000;             // the answer to the last piece comes after the scan
constexpr qint64 kPreviewMs = 15'000;
constexpr qint64 kScanPauseMs = 2'000;

bool isComplete(QByteArrayView state) { return state == QByteArrayView(Files::UploadState::kComplete); }

QJsonObject jsonOf(const WebAnswer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

WebRequest requestFor(const char* method, const QString& url) {
  WebRequest request;
  request.method = method;
  request.url = url;
  return request;
}

qint64 offsetOf(const QJsonObject& object) {
  return static_cast<qint64>(object.value(QLatin1String(Key::kOffset)).toDouble(-1));
}

}  // namespace

Upload::~Upload() {
  if (previewHandle_ != 0) tools_.web.cancel(previewHandle_);
}

void Upload::stop() {
  if (previewHandle_ != 0) tools_.web.cancel(std::exchange(previewHandle_, 0));
  if (std::exchange(previewDue_, false)) previewTried_ = false;
}

void Upload::discard() {
  halt();
  source_.close();
  if (!transfer_.file.isEmpty() && begunWith_ == token_ && !token_.isEmpty()) {
    WebRequest request = requestFor("DELETE", fileUrl());
    request.token = token_;
    request.trustFile = tools_.trustFile();
    tools_.web.send(request, {});
  }
}

bool Upload::openSource() {
  const QFileInfo now(transfer_.path);
  const bool same = now.size() == transfer_.size && now.lastModified().toMSecsSinceEpoch() == transfer_.changed;
  if (!now.isFile()) {
    failHere(FileWords::tr("%1 is no longer where it was. Attach it again.").arg(transfer_.name));
  } else if (!same) {
    failHere(FileWords::tr("%1 was changed meanwhile. Attach it again.").arg(transfer_.name));
  } else if (source_.isOpen()) {
    return true;
  } else {
    source_.setFileName(transfer_.path);
    if (source_.open(QIODevice::ReadOnly)) return true;
    failHere(FileWords::tr("%1 cannot be read: %2").arg(transfer_.name, source_.errorString()));
  }
  return false;
}

void Upload::start() {
  complete_ = false;
  if (!openSource()) return;
  if (!transfer_.file.isEmpty() && begunWith_ == token_) return askOffset();
  begin();
}

void Upload::begin() {
  const QJsonObject wish =
      transfer_.file.isEmpty()
          ? QJsonObject{{QLatin1String(Key::kName), transfer_.name}, {QLatin1String(Key::kSize), transfer_.size}}
          : QJsonObject{{QLatin1String(Key::kResume), QString::fromLatin1(transfer_.file)}};
  WebRequest request = requestFor("POST", Files::uploadsUrl(service_));
  request.add("Content-Type", "application/json");
  request.body = QJsonDocument(wish).toJson(QJsonDocument::Compact);
  send(request, {}, [this](const WebAnswer& answer) { began(answer); });
}

void Upload::began(const WebAnswer& answer) {
  const QJsonObject told = jsonOf(answer);
  const QByteArray file = told.value(QLatin1String(Key::kFile)).toString().toLatin1();
  const qint64 piece = static_cast<qint64>(told.value(QLatin1String(Key::kPieceBytes)).toDouble());
  if (!Files::isRepositoryName(file) || piece < 1) return refused({});
  begunWith_ = token_;
  pieceBytes_ = std::min(piece, kMostPiece);
  if (std::exchange(transfer_.file, file) != file && onKeep) onKeep();
  if (!std::exchange(previewTried_, true)) preparePreview();
  goOn(offsetOf(told), isComplete(told.value(QLatin1String(Key::kState)).toString().toLatin1()));
}

void Upload::askOffset() {
  send(requestFor("HEAD", fileUrl()), {}, [this](const WebAnswer& answer) {
    bool numbered = false;
    const qint64 offset = answer.header(Header::kOffset).toLongLong(&numbered);
    if (!numbered) return refused({});
    goOn(offset, isComplete(answer.header(Header::kState)));
  });
}

void Upload::goOn(qint64 offset, bool complete) {
  if (offset < 0 || offset > transfer_.size) return refused({});
  moved(offset);
  progress(offset);
  complete_ = complete;
  if (complete) return finishIfAll();
  // Everything is there and the server has not come to a result yet.
  if (offset == transfer_.size && offset > 0) return waitAndRun(kScanPauseMs);
  hashTo(source_, offset, [this, offset] { sendPiece(offset); });
}

void Upload::sendPiece(qint64 offset) {
  const qint64 length = std::min(pieceBytes_, transfer_.size - offset);
  const QByteArray piece = source_.seek(offset) ? source_.read(length) : QByteArray();
  if (piece.size() != length) {
    return failHere(FileWords::tr("%1 was changed meanwhile. Attach it again.").arg(transfer_.name));
  }
  addToHash(piece);
  WebRequest request = requestFor("PUT", fileUrl());
  request.add("Content-Type", "application/octet-stream");
  request.body = piece;
  const QByteArray range = transfer_.size == 0 ? QByteArray("bytes */0")
                                               : Files::contentRangeText({offset, offset + length - 1}, transfer_.size);
  request.add("Content-Range", range);
  if (offset + length == transfer_.size) {
    request.add(Header::kSha256, finishHash());
    request.silenceMs = kScanMs;
  }
  WebWatch watch;
  watch.onSent = lifetime_.guard([this, offset, length](qint64 sent) { progress(offset + std::min(sent, length)); });
  send(request, std::move(watch), [this](const WebAnswer& answer) { pieceAnswered(answer); });
}

void Upload::pieceAnswered(const WebAnswer& answer) {
  const QJsonObject told = jsonOf(answer);
  const qint64 offset = offsetOf(told);
  if (offset < 0) return askOffset();
  goOn(offset, isComplete(told.value(QLatin1String(Key::kState)).toString().toLatin1()));
}

bool Upload::overcome(const FileRefusal& refusal) {
  if (refusal.error == Files::FileError::Offset && refusal.offset >= 0) {
    goOn(refusal.offset, false);
    return true;
  }
  // Given up by the server meanwhile: from the beginning.
  if (refusal.error == Files::FileError::NotFound && !transfer_.file.isEmpty()) {
    transfer_.file.clear();
    begunWith_.clear();
    begin();
    return true;
  }
  if (refusal.error == Files::FileError::Hash || refusal.error == Files::FileError::Quarantined) {
    transfer_.file.clear();
    begunWith_.clear();
    token_.clear();  // made its one file
  }
  return false;
}

void Upload::preparePreview() {
  if (!tools_.makePreview || !isPictureName(transfer_.name)) return;
  previewDue_ = true;
  tools_.makePreview(transfer_.path, lifetime_.guard([this](const QByteArray& png) { sendPreview(png); }));
}

void Upload::sendPreview(const QByteArray& png) {
  if (png.isEmpty() || png.size() > Files::kLargestPreview) return previewDone();
  const QString url = Files::previewUrl(service_, transfer_.room.key(), transfer_.file);
  WebRequest request = requestFor("PUT", url);
  request.token = token_;
  request.trustFile = tools_.trustFile();
  request.add("Content-Type", "image/png");
  request.body = png;
  request.silenceMs = kPreviewMs;
  WebWatch watch;
  watch.onDone = lifetime_.guard([this](const Result<WebAnswer>&) { previewDone(); });
  previewHandle_ = tools_.web.send(request, std::move(watch));
}

// A file without a picture is still a file.
void Upload::previewDone() {
  previewHandle_ = 0;
  previewDue_ = false;
  if (complete_) finishIfAll();
}

void Upload::finishIfAll() {
  if (previewDue_) return;
  source_.close();
  if (onFinished) onFinished();
}

}  // namespace Parlour::Core
