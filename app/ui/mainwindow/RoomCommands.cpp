// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomCommands.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "app/models/Roles.h"
#include "app/models/TimelineRow.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerParts.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/RoomController.h"
#include "app/ui/mainwindow/RoomFrame.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/LinkButton.h"
#include "app/ui/widgets/PopupMenu.h"

namespace Parlour::Ui {

RoomCommands::RoomCommands(Core::Client& client, RoomFrame& frame, MainActions& commands, RoomController& room,
                           RoomDeeds deeds, QObject* parent)
    : QObject(parent), client_(client), frame_(frame), commands_(commands), room_(room), deeds_(std::move(deeds)) {
  connectRoom();
  connectComposer();
  connectButtons();
  connect(&room_, &RoomController::rightsChanged, this, &RoomCommands::refresh);
  connect(&room_, &RoomController::shown, this, &RoomCommands::refresh);
  refresh();
}

void RoomCommands::connectRoom() {
  const auto with = [this](QAction* action, std::function<void(const Core::Room&)> deed) {
    connect(action, &QAction::triggered, this, [this, deed = std::move(deed)] {
      if (const Core::Room* room = room_.room()) {
        deed(*room);
      }
    });
  };
  with(commands_.follow,
       [this](const Core::Room& room) { deeds_.setFollowed(room.uri(), room.summary().name, !room.isFollowed()); });
  with(commands_.mute, [this](const Core::Room& room) { deeds_.toggleMute(room.uri(), room.summary().name); });
  with(commands_.leave, [this](const Core::Room& room) { deeds_.leave(room.uri()); });
  with(commands_.manageRoom, [this](const Core::Room& room) { deeds_.manage(room.uri()); });
  with(commands_.invitePeople, [this](const Core::Room& room) { deeds_.invite(room.uri()); });
  with(commands_.exportHistory, [this](const Core::Room& room) { deeds_.exportHistory(room.uri()); });
  with(commands_.ownWindow, [this](const Core::Room& room) { deeds_.changeWindow(RoomUri(room.uri())); });
  with(commands_.copyRoomLink,
       [](const Core::Room& room) { QGuiApplication::clipboard()->setText(room.uri().toString()); });
  with(commands_.goToDate, [this](const Core::Room& room) {
    const QModelIndex top = frame_.roomPage()->timeline()->indexAt(QPoint(0, 0));
    const auto row = top.data(Models::RowRole).value<Models::TimelineRow>();
    deeds_.goToDate(room, row.message.time, frame_.frameWidget());
  });
  connect(commands_.findInRoom, &QAction::triggered, this,
          [this] { deeds_.find(room_.room() ? room_.room()->uri() : RoomUri()); });
}

void RoomCommands::connectComposer() {
  Composer& composer = *frame_.roomPage()->composer();
  connect(commands_.attach, &QAction::triggered, &room_.files(), &FileController::attach);
  connect(commands_.files, &QAction::triggered, &room_.files(), &FileController::showList);
  connect(commands_.importance, &QAction::triggered, &composer, &Composer::toggleAlert);
  connect(commands_.story, &QAction::triggered, &composer, &Composer::toggleStory);
  connect(commands_.emoticon, &QAction::triggered, composer.toolbar()->emoticonButton(), &IconButton::click);
}

void RoomCommands::connectButtons() {
  RoomHeader& header = *frame_.roomPage()->header();
  connect(header.starButton(), &IconButton::clicked, commands_.follow, &QAction::trigger);
  connect(header.searchButton(), &IconButton::clicked, commands_.findInRoom, &QAction::trigger);
  connect(header.menuButton(), &IconButton::clicked, this, &RoomCommands::showMenu);
  RoomPane& pane = *frame_.roomPane();
  connect(pane.manageButton(), &Button::clicked, commands_.manageRoom, &QAction::trigger);
  connect(pane.inviteButton(), &IconButton::clicked, commands_.invitePeople, &QAction::trigger);
  connect(pane.requestsButton(), &LinkButton::clicked, this, [this] {
    if (room_.room()) {
      deeds_.reviewRequests(room_.room()->uri());
    }
  });
}

void RoomCommands::showMenu() {
  auto menu = std::make_unique<QMenu>(frame_.frameWidget());
  commands_.fillRoomMenu(*menu);
  if (const Core::Room* room = room_.room()) {
    menu->addSeparator();
    deeds_.fillMenu(*menu, room->uri(), room->summary().name);
  }
  IconButton& button = *frame_.roomPage()->header()->menuButton();
  const QPoint corner(button.width() - menu->sizeHint().width(), button.height());
  popUp(std::move(menu), button.mapToGlobal(corner));
}

void RoomCommands::refresh() {
  const Core::Room* room = room_.room();
  const bool manages = room && client_.mayManage(room->uri());
  commands_.exportHistory->setEnabled(room != nullptr);
  commands_.ownWindow->setEnabled(room != nullptr);
  commands_.manageRoom->setEnabled(manages);
  commands_.invitePeople->setEnabled(manages && room->summary().privacy != Core::Privacy::Open);
  commands_.follow->setText(room && room->isFollowed() ? tr("Stop f&ollowing") : tr("F&ollow"));
}

}  // namespace Parlour::Ui
