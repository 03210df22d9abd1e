// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>

#include "app/core/Client.h"

class QMenu;
class QWidget;

namespace Parlour::Ui {

class MainActions;
class RoomController;
class RoomFrame;

// What can be done with a room that is on some screen, whatever the window.
struct RoomDeeds {
  std::function<void(const RoomUri& room)> find;
  std::function<void(const RoomUri& room, const QString& name, bool follow)> setFollowed;
  std::function<void(const RoomUri& room, const QString& name)> toggleMute;
  std::function<void(const RoomUri& room)> leave;
  std::function<void(const Core::Room& room, const Timestamp& shownTime, QWidget* window)> goToDate;
  std::function<void(const RoomUri& room)> manage;
  std::function<void(const RoomUri& room)> invite;
  std::function<void(const RoomUri& room)> exportHistory;
  std::function<void(const RoomUri& room)> reviewRequests;
  std::function<void(const RoomUri& room)> changeWindow;  // into its own window, or back
  std::function<void(QMenu& menu, const RoomUri& room, const QString& name)> fillMenu;
};

// Binds the commands and buttons about the room of a frame to what they do, the same for the main window and for
// windows of single rooms. GUI thread; all that is given outlives it.
class RoomCommands : public QObject {
  Q_OBJECT

 public:
  RoomCommands(Core::Client& client, RoomFrame& frame, MainActions& commands, RoomController& room, RoomDeeds deeds,
               QObject* parent = nullptr);

  void refresh();  // which commands the room on screen allows

 private:
  void connectRoom();
  void connectComposer();
  void connectButtons();
  void showMenu();

  Core::Client& client_;
  RoomFrame& frame_;
  MainActions& commands_;
  RoomController& room_;
  RoomDeeds deeds_;
};

}  // namespace Parlour::Ui
