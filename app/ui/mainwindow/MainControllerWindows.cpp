// SPDX-License-Identifier: Apache-2.0
// The windows of MainController: its own, and those of single rooms.
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/SpellingController.h"
#include "app/ui/export/ExportController.h"
#include "app/ui/mainwindow/DateJump.h"
#include "app/ui/mainwindow/JoinRequestController.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/mainwindow/RoomAdminController.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/RoomWindow.h"
#include "app/ui/mainwindow/SearchController.h"
#include "app/ui/notify/AttentionController.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {

using Command = QAction* MainActions::*;

// What the main window does for a window of a single room. The first ones show something in the main window.
constexpr Command kInMainWindow[] = {
    &MainActions::quickSwitch,    &MainActions::join,       &MainActions::createRoom, &MainActions::searchMessages,
    &MainActions::previousRoom,   &MainActions::nextRoom,   &MainActions::catchUp,    &MainActions::mentions,
    &MainActions::previousUnread, &MainActions::nextUnread, &MainActions::newFeed,    &MainActions::preferences,
    &MainActions::keyboardList,   &MainActions::signOut};
constexpr Command kAnywhere[] = {&MainActions::wireView, &MainActions::largerText, &MainActions::smallerText,
                                 &MainActions::normalText, &MainActions::quit};

}  // namespace

void MainController::connectWindows() {
  windows_ = std::make_unique<RoomWindows>(client_, themes_, settings_, drafts_,
                                           [this](RoomWindow& window) { furnish(window); });
  attention_->setRoomWindows(windows_.get());
  room_->files().setTellsOf([this](const RoomUri& uri) { return !windows_->find(uri); });
  connect(windows_.get(), &RoomWindows::opened, this, &MainController::leaveMainWindow);
  connect(windows_.get(), &RoomWindows::closed, this, [this](const RoomUri& uri) {
    if (Core::Room* room = client_.room(uri); room && window_->page() == MainWindow::Page::Welcome) {
      room_->show(room, false);
    }
  });
  connect(window_->sidebar()->rooms(), &RoomListView::otherWindowWanted, this, [this](const RoomUri& uri) {
    if (!windows_->find(uri)) {
      changeWindow(uri);
    }
  });
  connect(window_.get(), &MainWindow::becameActive, this, [this] {
    if (room_->room()) {
      client_.showPresenceOf(room_->room()->uri());
    }
  });
  for (const RoomWindow* window : windows_->all()) {
    leaveMainWindow(window->uri());
  }
}

RoomDeeds MainController::roomDeeds() {
  RoomDeeds deeds;
  deeds.find = [this](const RoomUri& uri) {
    bringUp();
    search_->open(uri);
  };
  deeds.setFollowed = [this](const RoomUri& uri, const QString& name, bool follow) { setFollowed(uri, name, follow); };
  deeds.toggleMute = [this](const RoomUri& uri, const QString& name) { attention_->toggleMute(uri, name); };
  deeds.leave = [this](const RoomUri& uri) { leaveRoom(uri); };
  deeds.goToDate = [this](const Core::Room& room, const Timestamp& shown, QWidget* window) {
    dates_->ask(room, shown, window);
  };
  deeds.manage = [this](const RoomUri& uri) {
    bringUp();
    admin_->manageRoom(uri);
  };
  deeds.invite = [this](const RoomUri& uri) {
    bringUp();
    admin_->invitePeople(uri);
  };
  deeds.exportHistory = [this](const RoomUri& uri) {
    bringUp();
    exports_->exportHistory(uri);
  };
  deeds.reviewRequests = [this](const RoomUri& uri) {
    bringUp();
    requests_->review(uri);
  };
  deeds.changeWindow = [this](const RoomUri& uri) { changeWindow(uri); };
  deeds.fillMenu = [this](QMenu& menu, const RoomUri& uri, const QString& name) {
    attention_->fillMenu(menu, uri, name);
  };
  return deeds;
}

void MainController::furnish(RoomWindow& window) {
  connection_->addBar(window.roomPage()->bar());
  window.roomPage()->composer()->edit()->setSpellChecker(&spelling_->checker());
  RoomController& room = window.controller();
  room.files().setTellsOf([uri = window.uri()](const RoomUri& other) { return other == uri; });
  new RoomCommands(client_, window, *window.commands(), room, roomDeeds(), &window);
  connect(&room, &RoomController::roomLinkPressed, this, [this](const RoomUri& uri) {
    if (!windows_->find(uri)) {
      bringUp();
    }
    openRoom(uri, false);
  });
  connect(&room, &RoomController::messageLinkPressed, this, [this](const RoomUri& uri, ChatId chatId) {
    if (!windows_->find(uri)) {
      bringUp();
    }
    showMessage(uri, chatId);
  });
  const auto forward = [&window, this](Command command) {
    connect(window.commands()->*command, &QAction::triggered, window_->commands()->*command, &QAction::trigger);
  };
  for (const Command command : kInMainWindow) {
    connect(window.commands()->*command, &QAction::triggered, this, &MainController::bringUp);
    forward(command);
  }
  for (const Command command : kAnywhere) {
    forward(command);
  }
  for (int n = 0; n < window.commands()->nthFollowed.size(); ++n) {
    connect(window.commands()->nthFollowed.at(n), &QAction::triggered, this, &MainController::bringUp);
    connect(window.commands()->nthFollowed.at(n), &QAction::triggered, window_->commands()->nthFollowed.at(n),
            &QAction::trigger);
  }
}

// Into a window of its own, or back into the main window.
void MainController::changeWindow(const RoomUri& uri) {
  Core::Room* room = client_.room(uri);
  if (!room) {
    return;
  }
  if (windows_->find(uri)) {
    windows_->close(uri);
    bringUp();
    openRoom(uri, true);
  } else if (!windows_->open(room, true)) {
    window_->toasts()->show({tr("Not opened in its own window"),
                             tr("%n rooms have windows of their own. Close one of them.", nullptr, RoomWindows::kMost),
                             QString(), false});
  }
}

void MainController::leaveMainWindow(const RoomUri& uri) {
  if (!room_->room() || room_->room()->uri() != uri) {
    return;
  }
  room_->leaveScreen();
  window_->sidebar()->rooms()->setCurrentIndex({});
  window_->setWindowTitle(tr("Parlour"));
  if (window_->page() == MainWindow::Page::Room) {
    window_->showPage(MainWindow::Page::Welcome);
  }
  roomCommands_->refresh();
}

void MainController::showRoom(Core::Room* room, bool focusComposer) {
  if (RoomWindow* own = windows_->find(room->uri())) {
    own->bringUp(focusComposer);
  } else {
    room_->show(room, focusComposer);
  }
}

void MainController::presentMessage(Core::Room* room, ChatId chatId) {
  if (RoomWindow* own = windows_->find(room->uri())) {
    own->bringUp(false);
    own->controller().showMessage(room, chatId);
  } else {
    room_->showMessage(room, chatId);
  }
}

void MainController::bringUp() {
  if (!window_->isActiveWindow()) {
    window_->setWindowState(window_->windowState() & ~Qt::WindowMinimized);
    window_->show();
    window_->raise();
    window_->activateWindow();
  }
}

void MainController::hideWindows() {
  windows_->closeAll();
  window_->hide();
}

}  // namespace Parlour::Ui
