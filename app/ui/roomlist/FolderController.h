// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>

#include "app/core/Client.h"
#include "app/models/RoomFolders.h"
#include "app/models/RoomListModel.h"

class QMenu;
class QWidget;

namespace Parlour::Ui {

class RoomListView;

// Folders of followed rooms and the order of both: by drag, by keys and by menu. They are kept for each account on this
// computer. GUI thread; all that is given outlives it.
class FolderController : public QObject {
  Q_OBJECT

 public:
  FolderController(Core::Client& client, Models::RoomListModel& list, RoomListView& view, QSettings& settings,
                   QObject* parent = nullptr);

  Models::RoomFolders& folders() { return folders_; }
  void fillRoomMenu(QMenu& menu, const RoomUri& room);  // of a followed room
  void fillFolderMenu(QMenu& menu, const QString& folder);
  void addNewFolder(QMenu& menu, const RoomUri& room = {});  // which then goes into it

 private:
  void load();
  void askName(const QString& title, const QString& now, const std::function<void(const QString&)>& chosen);
  void step(const QModelIndex& index, int direction);
  void dropped(const QString& what, int row, bool on);
  void dropRoom(const Models::RoomListRow& room, int row, bool on);
  void dropFolder(const QString& folder, int row);
  void placeBefore(const RoomUri& room, const RoomUri& before);  // empty: last of all
  QList<RoomUri> siblingsOf(const RoomUri& room) const;

  Core::Client& client_;
  Models::RoomListModel& list_;
  RoomListView& view_;
  QSettings& settings_;
  Models::RoomFolders folders_;
  bool loading_ = false;
};

}  // namespace Parlour::Ui
