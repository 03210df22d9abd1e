// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QThreadPool>
#include <functional>

namespace Parlour::Ui {

// Limits of a picture from anywhere: what is beyond them is not decoded at all.
inline constexpr qint64 kMostPictureBytes = 30 * 1024 * 1024;
inline constexpr qint64 kMostPicturePixels = 40'000'000;

// A PNG, JPEG, GIF (its first frame) or WebP, by its first bytes and not its name, no larger than `most` in either
// direction; null for anything else, for broken pictures and for those beyond the limits. Any thread.
QImage readPicture(QIODevice& from, const QSize& most);
// The PNG of at most `mostBytes` that goes with an upload; empty when there is none. Any thread.
QByteArray previewOf(const QString& path, qint64 mostBytes);

// Decodes pictures on threads of its own; the callback comes on the GUI thread, unless this object is gone by then.
class PictureReader : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(const QImage&)>;
  using MadePreview = std::function<void(const QByteArray& png)>;

  explicit PictureReader(QObject* parent = nullptr);
  ~PictureReader() override;
  void readBytes(const QByteArray& bytes, const QSize& most, const Done& done);
  void readFile(const QString& path, const QSize& most, const Done& done);
  void makePreview(const QString& path, const MadePreview& done);
  // Writes a picture as PNG to a new file; the path, or nothing when that failed.
  void savePng(const QImage& picture, const QString& path, const std::function<void(const QString& path)>& done);

 private:
  void run(std::function<std::function<void()>()> work);

  QThreadPool pool_;
};

}  // namespace Parlour::Ui
