// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/FileController.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>

#include "app/core/files/FileRefusal.h"
#include "app/core/files/LocalFiles.h"
#include "app/ui/files/FilesDialog.h"
#include "app/ui/files/PicturePreview.h"
#include "app/ui/mainwindow/RoomFrame.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {

constexpr QSize kPreviewPixels(1600, 1200);

using Core::TransferDirection;
using Core::TransferState;

QString attachmentFolder() {
  const QString folder =
      QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/attachments");
  QDir().mkpath(folder);
  return folder;
}

}  // namespace

FileController::FileController(Core::Client& client, RoomFrame& frame, RowContents& contents, QObject* parent)
    : QObject(parent), client_(client), frame_(frame), cards_(client.transfers(), reader_) {
  contents.setDescribeFile(
      [this](const Core::Message& message, const Xccos::FileLink& file) { return cards_.describe(message, file); });
  RoomPage& page = *frame.roomPage();
  connect(page.composer(), &Composer::attachRequested, this, &FileController::attach);
  connect(page.composer(), &Composer::filesOffered, this, &FileController::offer);
  connect(page.composer(), &Composer::pictureOffered, this, &FileController::offerPicture);
  connect(page.composer()->attachments(), &AttachmentStrip::removed, this, [](const Attachment& attachment) {
    if (attachment.temporary) {
      QFile::remove(attachment.path);
    }
  });
  connect(&page, &RoomPage::filesDropped, this, &FileController::offer);
  connect(&page, &RoomPage::pictureDropped, this, &FileController::offerPicture);
  connect(&cards_, &FileCards::pictureCame, this, [this](const QByteArray& file) { Q_EMIT cardChanged(file, 0); });
  connectTransfers();
}

void FileController::connectTransfers() {
  Core::TransferService& transfers = client_.transfers();
  connect(&transfers, &Core::TransferService::changed, this, [this](quint64 id) {
    if (const Core::Transfer* transfer = client_.transfers().find(id)) {
      Q_EMIT cardChanged(transfer->file, id);
    }
  });
  connect(&transfers, &Core::TransferService::removed, this, &FileController::refreshComposer);
  connect(&transfers, &Core::TransferService::removed, this,
          [this](quint64 id, const QByteArray& file) { Q_EMIT cardChanged(file, id); });
  connect(&transfers, &Core::TransferService::failed, this, [this](quint64 id) {
    const Core::Transfer* transfer = client_.transfers().find(id);
    const bool up = transfer->direction == TransferDirection::Upload;
    const bool shown = room_ && room_->uri() == transfer->room && transfer->kind == Core::TransferFailure::Broken;
    if (!shown && transfer->failure && tellsOf_(transfer->room)) {
      say(up ? tr("File not posted") : tr("File not saved"), transfer->failure->text, true);
    }
  });
  connect(&client_, &Core::Client::statusChanged, this, &FileController::refreshComposer);
}

void FileController::say(const QString& title, const QString& sentence, bool error) {
  frame_.toasts()->show({title, sentence, QString(), error});
}

void FileController::setRoom(Core::Room* room) { room_ = room; }

QString FileController::whyNot() const { return room_ ? client_.transfers().whyNoUpload(*room_) : QString(); }

void FileController::refreshComposer() {
  if (room_) {
    frame_.roomPage()->composer()->setFilesRefused(whyNot());
  }
}

void FileController::attach() {
  const QString reason = whyNot();
  if (!room_ || !reason.isEmpty()) {
    say(tr("File not attached"), reason, true);
    return;
  }
  auto* dialog = new QFileDialog(frame_.frameWidget(), tr("Attach files"), lastFolder_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList& paths) {
    lastFolder_ = dialog->directory().absolutePath();
    QList<QUrl> files;
    for (const QString& path : paths) {
      files.append(QUrl::fromLocalFile(path));
    }
    offer(files);
  });
  dialog->open();
}

// What cannot be sent whatever the server says is told at once.
QList<Attachment> FileController::checked(const QList<QUrl>& files) {
  QList<Attachment> good;
  const qint64 largest = client_.transfers().largestFile();
  for (const QUrl& url : files) {
    const QFileInfo file(url.toLocalFile());
    const QString name = file.fileName();
    if (file.isDir()) {
      say(tr("File not attached"), tr("%1 is a folder. Put it into an archive and attach that.").arg(name), true);
    } else if (!file.isFile() || !file.isReadable()) {
      say(tr("File not attached"), tr("%1 cannot be read.").arg(name), true);
    } else if (largest >= 0 && file.size() > largest) {
      say(tr("File not attached"),
          tr("%1 is %2. This server takes up to %3.")
              .arg(name, Core::FileWords::size(file.size()), Core::FileWords::size(largest)),
          true);
    } else {
      good.append({file.absoluteFilePath(), name, file.size(), false});
    }
  }
  return good;
}

void FileController::offer(const QList<QUrl>& files) {
  const QString reason = whyNot();
  if (!room_ || !reason.isEmpty()) {
    say(tr("File not attached"), reason, true);
    return;
  }
  Composer& composer = *frame_.roomPage()->composer();
  if (!composer.attachments()->add(checked(files))) {
    say(tr("Not all files attached"), tr("A message takes up to %n files.", nullptr, AttachmentStrip::kMost), true);
  }
}

void FileController::offerPicture(const QImage& picture) {
  const QString reason = whyNot();
  if (!room_ || picture.isNull() || !reason.isEmpty()) {
    say(tr("Picture not attached"), reason.isEmpty() ? tr("The picture cannot be read.") : reason, true);
    return;
  }
  const QString name =
      tr("Picture %1.png").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss")));
  const QPointer<Core::Room> room = room_;
  reader_.savePng(picture, Core::freePath(attachmentFolder(), name), [this, room](const QString& path) {
    const QFileInfo file(path);
    if (path.isEmpty() || room != room_) {
      QFile::remove(path);
      say(tr("Picture not attached"), tr("Paste it again."), true);
    } else if (!frame_.roomPage()->composer()->attachments()->add({{path, file.fileName(), file.size(), true}})) {
      QFile::remove(path);
      say(tr("Picture not attached"), tr("A message takes up to %n files.", nullptr, AttachmentStrip::kMost), true);
    }
  });
}

void FileController::send(const QList<Attachment>& attachments, bool alert) {
  for (const Attachment& attachment : attachments) {
    const auto begun = client_.transfers().upload(*room_, attachment.path, alert, attachment.temporary);
    if (!begun) {
      say(tr("File not posted"), begun.error().text, true);
    }
  }
}

void FileController::act(const Core::Message& message, RowAct act) {
  const auto file = onlyFile(Xccos::parseChatText(message.text));
  if (!file) {
    return;
  }
  const Core::Transfer* transfer = cards_.transferOf(message, *file);
  const bool here = transfer && transfer->state == TransferState::Done && QFileInfo::exists(transfer->path);
  Core::TransferService& transfers = client_.transfers();
  if (act == RowAct::PreviewFile) {
    preview(message, *file);
  } else if (act == RowAct::FileAction && here) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(transfer->path).absolutePath()));
  } else if (act == RowAct::FileAction) {
    save(file->room, file->uniqueFile, file->fileName);
  } else if (act == RowAct::OpenFile && here) {
    open(transfer->path);
  } else if (act == RowAct::PauseFile && transfer) {
    transfer->state == TransferState::Paused ? transfers.resume(transfer->id) : transfers.pause(transfer->id);
  } else if (act == RowAct::RetryFile && transfer) {
    transfers.retry(transfer->id);
  } else if (act == RowAct::CancelFile && transfer) {
    transfers.discard(transfer->id);
  }
}

void FileController::open(const QString& path) {
  const QString name = QFileInfo(path).fileName();
  const auto openIt = [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
  if (!Core::mayRunSomething(name)) {
    openIt();
    return;
  }
  const Question question{tr("Open “%1”?").arg(name),
                          tr("Files of this type can run programs on this computer. Open it only if you know who "
                             "posted it and what it does."),
                          tr("Open"), QString(), tr("Show in folder")};
  auto* dialog = new ConfirmDialog(frame_.themes(), question, frame_.frameWidget());
  connect(dialog, &ConfirmDialog::answered, this, [openIt, path](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) {
      openIt();
    } else if (answer == ConfirmDialog::Answer::Alternative) {
      QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    }
  });
  dialog->open();
}

bool FileController::save(const RoomUri& room, const QByteArray& file, const QString& name) {
  const bool ask = client_.preferences().storage().askWhereToSave;
  if (ask) {
    saveAs(room, file, name);
  } else {
    client_.transfers().download(room, file, name);
  }
  return !ask;
}

void FileController::saveAs(const RoomUri& room, const QByteArray& file, const QString& name) {
  const QString proposal = Core::freePath(client_.transfers().downloadDirectory(), name);
  auto* dialog = new QFileDialog(frame_.frameWidget(), tr("Save %1").arg(name), proposal);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(proposal);
  // Nothing is replaced: when the name is taken, another one is given.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  connect(dialog, &QFileDialog::fileSelected, this, [this, room, file](const QString& path) {
    const QFileInfo chosen(path);
    client_.transfers().download(room, file, chosen.fileName(),
                                 Core::freePath(chosen.absolutePath(), chosen.fileName()));
  });
  dialog->open();
}

void FileController::preview(const Core::Message& message, const Xccos::FileLink& file) {
  auto* dialog = new PicturePreview(frame_.themes(), file.fileName, frame_.frameWidget());
  connect(dialog->saveButton(), &Button::clicked, this, [this, dialog, file] {
    dialog->accept();
    saveAs(file.room, file.uniqueFile, file.fileName);
  });
  const QPointer<PicturePreview> shown = dialog;
  const auto show = [shown](const QImage& picture) {
    if (shown) {
      shown->setPicture(picture);
    }
  };
  const Core::Transfer* transfer = cards_.transferOf(message, file);
  if (transfer && QFileInfo::exists(transfer->path)) {
    reader_.readFile(transfer->path, kPreviewPixels, show);
  } else {
    reader_.readBytes(client_.transfers().roomFiles().preview(file.room, file.uniqueFile), kPreviewPixels, show);
  }
  dialog->open();
}

void FileController::addActions(QMenu& menu, const Core::Message& message) {
  const auto file = onlyFile(Xccos::parseChatText(message.text));
  if (!file || message.removed) {
    return;
  }
  const FileContent card = cards_.describe(message, *file);
  const auto add = [&](const QString& words, RowAct what) {
    menu.addAction(words, this, [this, message, what] { act(message, what); });
  };
  menu.addSeparator();
  if (!card.picture.isNull()) {
    add(tr("&Preview"), RowAct::PreviewFile);
  }
  if (card.state == FileContent::State::Offered) {
    add(tr("&Download"), RowAct::FileAction);
  } else if (card.state == FileContent::State::Saved) {
    add(tr("&Open"), RowAct::OpenFile);
    add(tr("Show in &folder"), RowAct::FileAction);
  } else if (card.isMoving()) {
    add(card.state == FileContent::State::Paused ? tr("&Go on") : tr("&Pause"), RowAct::PauseFile);
    add(tr("Ca&ncel"), RowAct::CancelFile);
  } else {
    if (card.state == FileContent::State::Failed) {
      add(tr("&Retry"), RowAct::RetryFile);
    }
    add(tr("Di&scard"), RowAct::CancelFile);
  }
  if (message.chatId != 0 && !card.isMoving()) {
    menu.addAction(tr("Save &as…"), this, [this, link = *file] { saveAs(link.room, link.uniqueFile, link.fileName); });
  }
}

void FileController::showList() {
  if (!room_) {
    return;
  }
  const RoomUri room = room_->uri();
  auto* dialog = new FilesDialog(
      frame_.themes(), room_->summary().name,
      [this, room](qint64 before) { return client_.transfers().roomFiles().list(room, before); }, frame_.frameWidget());
  connect(dialog, &FilesDialog::saveRequested, this, [this](const Core::RoomFile& file) {
    if (save(file.room, file.file, file.name)) {
      say(tr("Saving %1").arg(file.name), tr("It goes to your folder for downloads."), false);
    }
  });
  connect(dialog, &FilesDialog::saveAsRequested, this,
          [this](const Core::RoomFile& file) { saveAs(file.room, file.file, file.name); });
  dialog->open();
}

}  // namespace Parlour::Ui
