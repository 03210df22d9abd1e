// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/PictureReader.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QMetaObject>
#include <QPointer>
#include <array>

namespace Parlour::Ui {

namespace {

constexpr int kReaderThreads = 2;
constexpr int kPreviewSide = 480;
constexpr int kSmallerPreviewSide = 200;
constexpr int kAllocationMb = 256;

// By the first bytes, so that no other reader of Qt ever sees what came from elsewhere.
QByteArray pictureFormat(QIODevice& from) {
  struct Signature {
    QByteArrayView bytes;
    int at;
    const char* format;
  };
  static constexpr std::array kSignatures{Signature{QByteArrayView("\x89PNG\r\n\x1a\n", 8), 0, "png"},
                                          Signature{QByteArrayView("\xff\xd8\xff", 3), 0, "jpeg"},
                                          Signature{QByteArrayView("GIF8", 4), 0, "gif"},
                                          Signature{QByteArrayView("WEBP", 4), 8, "webp"}};
  constexpr qint64 kMostHead = 16;
  const QByteArray head = from.peek(kMostHead);
  for (const Signature& known : kSignatures) {
    if (head.mid(known.at, known.bytes.size()) == known.bytes) return known.format;
  }
  return {};
}

QImage fitted(const QImage& picture, const QSize& most) {
  const bool fits = picture.width() <= most.width() && picture.height() <= most.height();
  return fits ? picture : picture.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QByteArray pngOf(const QImage& picture) {
  QBuffer out;
  out.open(QIODevice::WriteOnly);
  return picture.save(&out, "PNG") ? out.data() : QByteArray();
}

}  // namespace

QImage readPicture(QIODevice& from, const QSize& most) {
  const QByteArray format = pictureFormat(from);
  if (format.isEmpty() || from.size() > kMostPictureBytes) return {};
  QImageReader reader(&from, format);
  reader.setAutoDetectImageFormat(false);
  reader.setDecideFormatFromContent(false);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > kMostPicturePixels) return {};
  // JPEG is decoded smaller at once; the others are made smaller afterwards.
  if (format == "jpeg" && (size.width() > most.width() || size.height() > most.height())) {
    reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
  }
  return fitted(reader.read(), most);
}

QByteArray previewOf(const QString& path, qint64 mostBytes) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QImage picture = readPicture(file, QSize(kPreviewSide, kPreviewSide));
  if (picture.isNull()) return {};
  const QByteArray png = pngOf(picture);
  if (png.size() <= mostBytes) return png;
  const QByteArray smaller = pngOf(fitted(picture, QSize(kSmallerPreviewSide, kSmallerPreviewSide)));
  return smaller.size() <= mostBytes ? smaller : QByteArray();
}

PictureReader::PictureReader(QObject* parent) : QObject(parent) {
  QImageReader::setAllocationLimit(kAllocationMb);
  pool_.setMaxThreadCount(kReaderThreads);
}

PictureReader::~PictureReader() {
  pool_.clear();
  pool_.waitForDone();
}

// The work is done on a thread and gives back what is to be done with it here.
void PictureReader::run(std::function<std::function<void()>()> work) {
  pool_.start([this, work = std::move(work)] {
    const std::function<void()> done = work();
    QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
  });
}

void PictureReader::readBytes(const QByteArray& bytes, const QSize& most, const Done& done) {
  run([=]() -> std::function<void()> {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QImage picture = readPicture(buffer, most);
    return [done, picture] { done(picture); };
  });
}

void PictureReader::readFile(const QString& path, const QSize& most, const Done& done) {
  run([=]() -> std::function<void()> {
    QFile file(path);
    const QImage picture = file.open(QIODevice::ReadOnly) ? readPicture(file, most) : QImage();
    return [done, picture] { done(picture); };
  });
}

void PictureReader::makePreview(const QString& path, const MadePreview& done) {
  constexpr qint64 kMostPreviewBytes = 256 * 1024;
  run([=]() -> std::function<void()> {
    const QByteArray png = previewOf(path, kMostPreviewBytes);
    return [done, png] { done(png); };
  });
}

void PictureReader::savePng(const QImage& picture, const QString& path,
                            const std::function<void(const QString& path)>& done) {
  run([=]() -> std::function<void()> {
    QFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    const bool saved = opened && picture.save(&file, "PNG");
    if (opened && !saved) file.remove();
    return [done, kept = saved ? path : QString()] { done(kept); };
  });
}

}  // namespace Parlour::Ui
