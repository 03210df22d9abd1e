// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>
#include <memory>

#include "app/core/Client.h"
#include "app/ui/mainwindow/RoomFrame.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/timeline/RowContents.h"

class QSplitter;

namespace Parlour::Ui {

class DraftShelf;
class MainActions;
class RoomController;

// One room in a window of its own: its page and its pane on the client that the main window uses too. Below 760 px wide
// the pane makes way. GUI thread; client, themes and drafts outlive it, the room need not.
class RoomWindow : public QMainWindow, public RoomFrame {
  Q_OBJECT

 public:
  RoomWindow(Core::Client& client, ThemeManager& themes, DraftShelf& drafts, Core::Room* room);
  ~RoomWindow() override;

  const RoomUri& uri() const { return uri_; }
  RoomController& controller() const { return *controller_; }
  MainActions* commands() const { return actions_; }
  void setRoomPaneWanted(bool wanted);
  bool isRoomPaneWanted() const { return paneWanted_; }
  // F6 and Shift+F6: timeline, composer, room pane.
  void focusNextPane(int direction);
  void bringUp(bool focusComposer);

  RoomPage* roomPage() const override { return page_; }
  RoomPane* roomPane() const override { return pane_; }
  ToastStack* toasts() const override { return toasts_; }
  ThemeManager& themes() const override { return themes_; }
  QWidget* frameWidget() override { return this; }
  void showRoomPage() override {}

 Q_SIGNALS:
  void closed();  // by the person
  void becameActive();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void showTitle();
  void placePane();

  Core::Client& client_;
  ThemeManager& themes_;
  RoomUri uri_;
  RowContents contents_;
  MainActions* actions_;
  QSplitter* splitter_;
  RoomPage* page_;
  RoomPane* pane_;
  ToastStack* toasts_;
  std::unique_ptr<RoomController> controller_;
  bool paneWanted_ = false;
};

}  // namespace Parlour::Ui
