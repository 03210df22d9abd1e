// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QUrl>
#include <functional>

#include "app/core/Client.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/files/FileCards.h"
#include "app/ui/timeline/RowContents.h"

class QMenu;

namespace Parlour::Ui {

class RoomFrame;

// Files of the room on screen: attaching by dialog, paste and drop, sending what is attached, what the cards do, the
// preview of pictures, and the list of the room's files. GUI thread; client, frame and contents outlive it.
class FileController : public QObject {
  Q_OBJECT

 public:
  FileController(Core::Client& client, RoomFrame& frame, RowContents& contents, QObject* parent = nullptr);

  void setRoom(Core::Room* room);
  void refreshComposer();  // whether files can be posted, or why not
  void attach();
  void offer(const QList<QUrl>& files);
  void offerPicture(const QImage& picture);
  void send(const QList<Attachment>& attachments, bool alert);
  void act(const Core::Message& message, RowAct act);
  void addActions(QMenu& menu, const Core::Message& message);
  void showList();
  // Which rooms' failed transfers this window tells of; without it, all.
  void setTellsOf(std::function<bool(const RoomUri&)> tellsOf) { tellsOf_ = std::move(tellsOf); }
  FileCards& cards() { return cards_; }

 Q_SIGNALS:
  // The card of this file, or of the row with this number, looks different now.
  void cardChanged(const QByteArray& file, quint64 localId);

 private:
  void connectTransfers();
  void say(const QString& title, const QString& sentence, bool error);
  // To the folder for downloads at once, unless the person wants to be asked; true when it is on its way.
  bool save(const RoomUri& room, const QByteArray& file, const QString& name);
  void saveAs(const RoomUri& room, const QByteArray& file, const QString& name);
  void open(const QString& path);
  void preview(const Core::Message& message, const Xccos::FileLink& file);
  QList<Attachment> checked(const QList<QUrl>& files);
  QString whyNot() const;

  Core::Client& client_;
  RoomFrame& frame_;
  PictureReader reader_;
  FileCards cards_;
  QPointer<Core::Room> room_;
  QString lastFolder_;
  std::function<bool(const RoomUri&)> tellsOf_ = [](const RoomUri&) { return true; };
};

}  // namespace Parlour::Ui
