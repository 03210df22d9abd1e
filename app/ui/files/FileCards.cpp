// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/FileCards.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "app/core/files/FileRefusal.h"
#include "app/core/files/LocalFiles.h"

namespace Parlour::Ui {

namespace {

constexpr int kThumbnail = 96;  // three device pixels each
constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;

using Core::TransferDirection;
using Core::TransferFailure;
using Core::TransferState;

QString timeLeft(qint64 seconds) {
  if (seconds < 0) return {};
  if (seconds < kMinute) return FileCards::tr("%1 s left").arg(seconds);
  if (seconds < kHour) return FileCards::tr("%1 min left").arg((seconds + kMinute - 1) / kMinute);
  return FileCards::tr("over an hour left");
}

QString paceOf(const Core::Transfer& transfer) {
  switch (transfer.state) {
    case TransferState::Queued:
      return FileCards::tr("Waits for its turn");
    case TransferState::Waiting:
      return FileCards::tr("Waiting for the connection");
    case TransferState::Paused:
      return FileCards::tr("Paused");
    case TransferState::Running:
    case TransferState::Failed:
    case TransferState::Done:
      break;
  }
  if (transfer.bytesPerSecond <= 0) return {};
  const QString speed = FileCards::tr("%1/s").arg(Core::FileWords::size(transfer.bytesPerSecond));
  const QString left = timeLeft(transfer.secondsLeft);
  return left.isEmpty() ? speed : FileCards::tr("%1 · %2").arg(speed, left);
}

int percentOf(const Core::Transfer& transfer) {
  if (transfer.size <= 0) return 0;
  return static_cast<int>(qBound(qint64{0}, transfer.done * 100 / transfer.size, qint64{100}));
}

QString movedWords(const Core::Transfer& transfer) {
  if (transfer.size < 0) return {};
  const QString whole = Core::FileWords::size(transfer.size);
  if (transfer.direction == TransferDirection::Upload) {
    return transfer.state == TransferState::Running ? FileCards::tr("Uploading %1%").arg(percentOf(transfer)) : whole;
  }
  const QString done = Core::FileWords::size(transfer.done);
  // "1.1 of 1.8 MB": the unit once, when both have the same.
  const QString unit = whole.section(u' ', 1);
  const bool sameUnit = !unit.isEmpty() && done.section(u' ', 1) == unit;
  return FileCards::tr("%1 of %2").arg(sameUnit ? done.section(u' ', 0, 0) : done, whole);
}

QString placeWords(const QString& path) {
  const QString folder = QFileInfo(path).absolutePath();
  const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
  const QString name = folder == downloads ? FileCards::tr("Downloads") : QDir(folder).dirName();
  return FileCards::tr("Saved to %1").arg(name.isEmpty() ? folder : name);
}

void describeEnd(const Core::Transfer& transfer, FileContent& file) {
  const bool again = transfer.kind == TransferFailure::Broken;
  file.state = again ? FileContent::State::Failed : FileContent::State::Ended;
  file.note = transfer.failure ? transfer.failure->text : QString();
  const int percent = percentOf(transfer);
  if (again && percent > 0) {
    file.size = FileCards::tr("Failed at %1%").arg(percent);
  } else if (transfer.kind == TransferFailure::Quarantined) {
    file.size = FileCards::tr("In quarantine");
  } else if (transfer.kind == TransferFailure::Gone) {
    file.size = FileCards::tr("No longer there");
  } else if (transfer.kind == TransferFailure::Refused) {
    file.size = FileCards::tr("Refused");
  }
}

}  // namespace

FileCards::FileCards(Core::TransferService& transfers, PictureReader& reader, QObject* parent)
    : QObject(parent), transfers_(transfers), reader_(reader) {
  connect(&transfers, &Core::TransferService::previewCame, this, [this](const RoomUri& room, const QByteArray& file) {
    const QByteArray bytes = transfers_.roomFiles().preview(room, file);
    if (bytes.isEmpty()) return;
    reader_.readBytes(bytes, QSize(kThumbnail, kThumbnail), [this, file](const QImage& picture) {
      keepPicture(file, picture);
      Q_EMIT pictureCame(file);
    });
  });
}

const Core::Transfer* FileCards::transferOf(const Core::Message& message, const Xccos::FileLink& file) const {
  const Core::Transfer* latest = transfers_.ofFile(file.uniqueFile);
  const Core::Transfer* own = transfers_.find(message.localId);
  // Until it is posted, the row and its transfer have one number; afterwards the last deed counts.
  return message.chatId == 0 && own != nullptr ? own : latest;
}

FileContent FileCards::fromTransfer(const Core::Transfer& transfer) {
  FileContent file;
  file.name = transfer.name;
  file.size = transfer.size < 0 ? QString() : Core::FileWords::size(transfer.size);
  const bool up = transfer.direction == TransferDirection::Upload;
  file.own = up && transfer.state != TransferState::Done;
  switch (transfer.state) {
    case TransferState::Queued:
    case TransferState::Running:
    case TransferState::Waiting:
      file.state = up ? FileContent::State::Uploading : FileContent::State::Downloading;
      break;
    case TransferState::Paused:
      file.state = FileContent::State::Paused;
      break;
    case TransferState::Failed:
      describeEnd(transfer, file);
      return file;
    case TransferState::Done:
      if (!QFileInfo::exists(transfer.path)) return file;
      file.state = FileContent::State::Saved;
      file.note = up ? tr("Sent") : placeWords(transfer.path);
      return file;
  }
  file.size = movedWords(transfer);
  file.percent = percentOf(transfer);
  file.pace = paceOf(transfer);
  return file;
}

FileContent FileCards::describe(const Core::Message& message, const Xccos::FileLink& link) {
  const Core::Transfer* transfer = transferOf(message, link);
  FileContent file;
  if (transfer != nullptr) file = fromTransfer(*transfer);
  file.name = link.fileName.isEmpty() ? tr("File without a name") : link.fileName;
  if (file.size.isEmpty()) file.size = link.sizeText;
  if (Core::isPictureName(link.fileName)) file.picture = pictureOf(message, link, transfer);
  return file;
}

QImage FileCards::pictureOf(const Core::Message& message, const Xccos::FileLink& link, const Core::Transfer* transfer) {
  const bool onDisk = transfer != nullptr &&
                      (transfer->direction == TransferDirection::Upload || transfer->state == TransferState::Done);
  const QByteArray key = message.chatId == 0 && transfer != nullptr ? transfer->path.toUtf8() : link.uniqueFile;
  const auto known = pictures_.constFind(key);
  if (known != pictures_.constEnd() && !known->isNull()) return *known;
  if (onDisk && known == pictures_.constEnd() && QFileInfo::exists(transfer->path)) {
    keepPicture(key, {});
    reader_.readFile(transfer->path, QSize(kThumbnail, kThumbnail), [this, key, link](const QImage& picture) {
      keepPicture(key, picture);
      Q_EMIT pictureCame(link.uniqueFile);
    });
  } else if (message.chatId != 0 && known == pictures_.constEnd()) {
    transfers_.roomFiles().preview(link.room, link.uniqueFile);
  }
  return {};
}

void FileCards::keepPicture(const QByteArray& key, const QImage& picture) {
  if (!pictures_.contains(key)) order_.append(key);
  pictures_.insert(key, picture);
  if (order_.size() > kMostPictures) pictures_.remove(order_.takeFirst());
}

QString FileCards::accessibleText(const FileContent& file) {
  const QString what = tr("File %1, %2").arg(file.name, file.size);
  switch (file.state) {
    case FileContent::State::Offered:
      return what;
    case FileContent::State::Uploading:
      return tr("File %1, uploading %2 percent").arg(file.name).arg(file.percent);
    case FileContent::State::Downloading:
      return tr("File %1, downloading %2 percent").arg(file.name).arg(file.percent);
    case FileContent::State::Paused:
      return tr("File %1, paused at %2 percent").arg(file.name).arg(file.percent);
    case FileContent::State::Saved:
    case FileContent::State::Failed:
    case FileContent::State::Ended:
      break;
  }
  return QStringLiteral("%1, %2").arg(what, file.note);
}

}  // namespace Parlour::Ui
