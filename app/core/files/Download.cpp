// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/Download.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include "app/core/files/LocalFiles.h"
#include "protocol/files/ByteRange.h"
#include "protocol/files/FileHttp.h"

namespace Parlour::Core {

namespace {

constexpr int kWhole = 200;
constexpr int kPart = 206;

// The hash in quotes; nothing when the server's tag is something else.
QByteArray hashInTag(QByteArray etag) {
  etag.replace('"', QByteArray());
  return Files::isSha256Hex(etag) ? etag : QByteArray();
}

}  // namespace

void Download::discard() {
  halt();
  part_.close();
  if (transfer_.state != TransferState::Done) QFile::remove(partPath(transfer_.path));
}

bool Download::openPart() {
  if (part_.isOpen()) return true;
  QDir().mkpath(QFileInfo(transfer_.path).absolutePath());
  part_.setFileName(partPath(transfer_.path));
  const bool there = QFileInfo::exists(part_.fileName());
  const auto mode = there ? QIODevice::ReadWrite : QIODevice::ReadWrite | QIODevice::NewOnly;
  if (!part_.open(mode)) {
    failHere(FileWords::tr("The file cannot be saved: %1. Choose another folder.").arg(part_.errorString()));
    return false;
  }
  if (transfer_.etag.isEmpty() && part_.size() > 0) part_.resize(0);
  return true;
}

void Download::start() {
  if (!openPart()) return;
  have_ = part_.size();
  if (transfer_.size >= 0 && have_ > transfer_.size) startAgainAt0();
  hashTo(part_, have_, [this] {
    moved(have_);
    progress(have_);
    const bool all = have_ > 0 && have_ == transfer_.size && !hashInTag(transfer_.etag).isEmpty();
    return all ? ended() : get();
  });
}

void Download::startAgainAt0() {
  part_.resize(0);
  have_ = 0;
  resetHash();
}

void Download::get() {
  WebRequest request;
  request.method = "GET";
  request.url = fileUrl();
  if (have_ > 0) {
    request.add("Range", "bytes=" + QByteArray::number(have_) + '-');
    request.add("If-Range", transfer_.etag);
  }
  WebWatch watch;
  watch.onHead = [this, alive = lifetime_.token()](const WebAnswer& head) {
    return !alive.expired() && headCame(head);
  };
  watch.onBytes = lifetime_.guard([this](const QByteArray& bytes) { bytesCame(bytes); });
  send(request, std::move(watch), [this](const WebAnswer&) { ended(); });
}

// Where the bytes that come belong, and how many there are in all.
bool Download::readPlace(const WebAnswer& head) {
  if (head.status == kPart) {
    const auto place = Files::parseContentRange(head.header("Content-Range"));
    if (!place || place->range.first != have_) return false;
    transfer_.size = place->total;
    return true;
  }
  bool numbered = false;
  const qint64 length = head.header("Content-Length").trimmed().toLongLong(&numbered);
  if (head.status != kWhole || !numbered || length < 0) return false;
  if (have_ > 0) startAgainAt0();
  transfer_.size = length;
  return true;
}

bool Download::headCame(const WebAnswer& head) {
  if (head.isRefusal()) return true;
  if (!readPlace(head)) {
    interrupted(Error::make(ErrorCode::ConnectionLost, FileWords::tr("The server's answer was not understood.")));
    return false;
  }
  transfer_.etag = head.header("ETag");
  const QStorageInfo disk(QFileInfo(part_.fileName()).absolutePath());
  if (disk.isValid() && disk.bytesAvailable() < transfer_.size - have_) {
    failHere(FileWords::tr("There is no space for this file: %1 are missing. Make room, or save it elsewhere.")
                 .arg(FileWords::size(transfer_.size - have_ - disk.bytesAvailable())));
    return false;
  }
  if (onKeep) onKeep();
  return true;
}

void Download::bytesCame(const QByteArray& bytes) {
  if (have_ + bytes.size() > transfer_.size) {
    startAgainAt0();
    return fail(FileWords::refused(transfer_, {Files::FileError::Length, 0, {}, -1, -1, -1}));
  }
  if (!part_.seek(have_) || part_.write(bytes) != bytes.size() || !part_.flush()) {
    return failHere(
        FileWords::tr("The file cannot be written: %1. Make room, or save it elsewhere.").arg(part_.errorString()));
  }
  addToHash(bytes);
  have_ += bytes.size();
  moved(have_);
  progress(have_);
}

void Download::ended() {
  if (have_ != transfer_.size) {
    return interrupted(Error::make(ErrorCode::ConnectionLost, FileWords::tr("The server closed the transfer.")));
  }
  const QByteArray expected = hashInTag(transfer_.etag);
  if (finishHash() != expected && !expected.isEmpty()) {
    startAgainAt0();
    return fail({TransferFailure::Broken,
                 Error::make(ErrorCode::Internal, FileWords::tr("The file arrived damaged. Retry to fetch it again.")),
                 -1});
  }
  part_.close();
  const QString saved = moveToFreePath(part_.fileName(), transfer_.path);
  if (saved.isEmpty()) return failHere(FileWords::tr("The file cannot be given its name. Save it elsewhere."));
  transfer_.path = saved;
  if (onFinished) onFinished();
}

bool Download::overcome(const FileRefusal& refusal) {
  if (refusal.error != Files::FileError::Range || have_ == 0) return false;
  startAgainAt0();
  get();
  return true;
}

}  // namespace Parlour::Core
