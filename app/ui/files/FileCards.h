// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

#include "app/core/files/TransferService.h"
#include "app/ui/files/PictureReader.h"
#include "app/ui/timeline/RowContent.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

// What the card of a file says: its state, sizes, speed and reasons in words of the screen, and its small picture when
// there is one. GUI thread; the service outlives it.
class FileCards : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMostPictures = 300;

  FileCards(Core::TransferService& transfers, PictureReader& reader, QObject* parent = nullptr);

  FileContent describe(const Core::Message& message, const Xccos::FileLink& file);
  // The transfer that belongs to a row; null when there was none.
  const Core::Transfer* transferOf(const Core::Message& message, const Xccos::FileLink& file) const;

  static FileContent fromTransfer(const Core::Transfer& transfer);
  // "File tides.pdf, 1.8 megabytes, downloading 62 percent".
  static QString accessibleText(const FileContent& file);

 Q_SIGNALS:
  void pictureCame(const QByteArray& file);

 private:
  QImage pictureOf(const Core::Message& message, const Xccos::FileLink& file, const Core::Transfer* transfer);
  void keepPicture(const QByteArray& key, const QImage& picture);

  Core::TransferService& transfers_;
  PictureReader& reader_;
  QHash<QByteArray, QImage> pictures_;  // by repository name, or the path of what goes up; null: asked for, or none
  QList<QByteArray> order_;
};

}  // namespace Parlour::Ui
