// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/TransferFile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QtEndian>

namespace Parlour::Server {
namespace {

constexpr char kPackedMark[] = "parlour-export-packed-1\n";
constexpr qsizetype kBlockBytes = 1024 * 1024;
constexpr quint32 kMaxPackedBytes = 32 * 1024 * 1024;
constexpr quint32 kMaxUnpackedBytes = 32 * 1024 * 1024;
constexpr qsizetype kLengthBytes = 4;
constexpr char kEndKind[] = "end";

}  // namespace

Result<std::unique_ptr<TransferWriter>> TransferWriter::create(const QString& path, bool packed) {
  if (QFileInfo::exists(path)) {
    return Error::make(ErrorCode::Conflict, QStringLiteral("The file %1 exists already.").arg(path));
  }
  std::unique_ptr<TransferWriter> writer(new TransferWriter(path, packed));
  const bool opened = writer->file_.open(QIODevice::WriteOnly) &&
                      writer->file_.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
  if (!opened) return writer->failure();
  if (packed && writer->file_.write(kPackedMark) < 0) return writer->failure();
  return writer;
}

Error TransferWriter::failure() const {
  return Error::make(ErrorCode::Storage,
                     QStringLiteral("Cannot write %1: %2.").arg(file_.fileName(), file_.errorString()));
}

Status TransferWriter::write(const char* kind, const QByteArray& json) {
  block_ += QByteArray("{\"") + kind + "\":" + json + "}\n";
  ++lines_;
  return block_.size() < kBlockBytes ? success() : flush();
}

Status TransferWriter::flush() {
  if (block_.isEmpty()) return success();
  if (packed_) {
    block_ = qCompress(block_);
    QByteArray length(kLengthBytes, '\0');
    qToBigEndian(static_cast<quint32>(block_.size()), length.data());
    block_.prepend(length);
  }
  const bool written = file_.write(block_) == block_.size();
  block_.clear();
  return written ? success() : Status(failure());
}

Status TransferWriter::finish() {
  const QByteArray count = QByteArray::number(lines_);
  if (auto written = write(kEndKind, "{\"lines\":" + count + '}'); !written) return written;
  if (auto flushed = flush(); !flushed) return flushed;
  return file_.commit() ? success() : Status(failure());
}

Result<std::unique_ptr<TransferReader>> TransferReader::open(const QString& path) {
  std::unique_ptr<TransferReader> reader(new TransferReader(path));
  if (!reader->file_.open(QIODevice::ReadOnly)) {
    return Error::make(ErrorCode::Storage,
                       QStringLiteral("Cannot read %1: %2.").arg(path, reader->file_.errorString()));
  }
  const qsizetype mark = sizeof(kPackedMark) - 1;
  reader->packed_ = reader->file_.peek(mark) == QByteArray(kPackedMark);
  if (reader->packed_) reader->file_.skip(mark);
  return reader;
}

Error TransferReader::broken(const QString& what) const {
  return Error::make(ErrorCode::ParseFailed,
                     QStringLiteral("The export is broken at line %1: %2.").arg(lines_).arg(what));
}

Result<std::optional<TransferReader::Line>> TransferReader::next() {
  ++lines_;
  auto text = nextText();
  if (!text) return text.error();
  if (text->isEmpty()) return broken(QStringLiteral("it ends before its end line"));
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
  if (error.error != QJsonParseError::NoError) {
    return broken(QStringLiteral("%1 (column %2)").arg(error.errorString()).arg(error.offset + 1));
  }
  const QJsonObject line = document.object();
  if (line.size() != 1 || !line.begin()->isObject()) return broken(QStringLiteral("not one named object"));
  if (line.begin().key() == QLatin1String(kEndKind)) return finish(line.begin()->toObject());
  return std::optional(Line{lines_, line.begin().key(), line.begin()->toObject()});
}

Result<std::optional<TransferReader::Line>> TransferReader::finish(const QJsonObject& end) {
  if (end.value(QLatin1String("lines")).toInteger(-1) != lines_ - 1) {
    return broken(QStringLiteral("lines are missing or too many"));
  }
  auto rest = nextText();
  if (!rest) return rest.error();
  if (!rest->isEmpty()) return broken(QStringLiteral("something follows the end line"));
  return std::optional<Line>();
}

// Without its line break; empty at the end.
Result<QByteArray> TransferReader::nextText() {
  if (!packed_) {
    const QByteArray text = file_.readLine(kMaxUnpackedBytes);
    if (text.size() + 1 >= static_cast<qsizetype>(kMaxUnpackedBytes)) return broken(QStringLiteral("it is too long"));
    return text.endsWith('\n') ? text.chopped(1) : text;
  }
  if (position_ >= block_.size()) {
    if (auto filled = fill(); !filled) return filled.error();
  }
  const qsizetype end = block_.indexOf('\n', position_);
  const qsizetype length = end < 0 ? -1 : end - position_;
  const QByteArray text = block_.mid(position_, length);
  position_ = end < 0 ? block_.size() : end + 1;
  return text;
}

Status TransferReader::fill() {
  block_.clear();
  position_ = 0;
  if (file_.atEnd()) return success();
  auto block = unpackBlock();
  if (!block) return block.error();
  block_ = *block;
  return success();
}

Result<QByteArray> TransferReader::unpackBlock() {
  const QByteArray length = file_.read(kLengthBytes);
  const quint32 size = length.size() == kLengthBytes ? qFromBigEndian<quint32>(length.constData()) : 0;
  if (size < kLengthBytes || size > kMaxPackedBytes) return broken(QStringLiteral("its block is damaged"));
  const QByteArray packed = file_.read(size);
  const bool whole = packed.size() == static_cast<qsizetype>(size);
  // qCompress puts the unpacked size in front; a lie there must not cost memory.
  if (!whole || qFromBigEndian<quint32>(packed.constData()) > kMaxUnpackedBytes) {
    return broken(QStringLiteral("its block is damaged"));
  }
  const QByteArray block = qUncompress(packed);
  if (block.isEmpty()) return broken(QStringLiteral("its block is damaged"));
  return block;
}

}  // namespace Parlour::Server
