// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include "app/core/Client.h"
#include "app/models/ParticipantModel.h"
#include "app/models/TimelineModel.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/files/FileController.h"
#include "app/ui/mainwindow/RoomPresenter.h"
#include "app/ui/timeline/MessageAnnouncer.h"
#include "app/ui/timeline/RowContent.h"
#include "app/ui/timeline/RowContents.h"

class QMenu;

namespace Parlour::Ui {

class DraftShelf;
class RoomFrame;

// The room on screen in one window: binds its timeline, people, header and composer to the views, sends what is
// written, keeps its draft on the shelf. GUI thread; all that is given outlives it.
class RoomController : public QObject {
  Q_OBJECT

 public:
  RoomController(Core::Client& client, RoomFrame& frame, RowContents& contents, DraftShelf& drafts,
                 QObject* parent = nullptr);

  Core::Room* room() const { return room_; }
  void show(Core::Room* room, bool focusComposer);
  // Also loads the surroundings of the message when they are not in memory.
  void showMessage(Core::Room* room, ChatId chatId);
  void leaveScreen();
  FileController& files() { return files_; }

 Q_SIGNALS:
  void roomLinkPressed(const Parlour::RoomUri& room);
  void messageLinkPressed(const Parlour::RoomUri& room, Parlour::ChatId chatId);
  void rightsChanged();
  void shown(Parlour::Core::Room* room);

 private:
  void connectViews();
  void connectComposer();
  void goToLatest();
  void announce(const Core::Message& message);
  void cardChanged(const QByteArray& file, quint64 localId);
  void connectRoom();
  void refreshPeople();
  void refreshComposer();
  void refreshHistory();
  void flashMessage(ChatId chatId);
  void act(const QModelIndex& index, RowAct act, const QString& target);
  void rowMenu(const QModelIndex& index, const QPoint& where);
  void addDeliveryActions(QMenu& menu, const Core::Message& message);
  void send(const Draft& draft);
  void keepDraft();
  void lateSendingWords();

  Core::Client& client_;
  RoomFrame& frame_;
  RowContents& contents_;
  FileController files_;
  RoomPresenter presenter_;
  Models::TimelineModel timeline_;
  Models::ParticipantModel people_;
  MessageAnnouncer announcer_;
  QPointer<Core::Room> room_;
  DraftShelf& drafts_;
  bool switching_ = false;
};

}  // namespace Parlour::Ui
