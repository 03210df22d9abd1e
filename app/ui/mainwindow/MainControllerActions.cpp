// SPDX-License-Identifier: Apache-2.0
// Commands, menus, the join dialog and the quick switch of MainController.
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "app/models/Roles.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerParts.h"
#include "app/ui/export/ExportController.h"
#include "app/ui/feeds/FeedController.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/mainwindow/JoinRequestController.h"
#include "app/ui/mainwindow/KeyboardList.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/mainwindow/RoomAdminController.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/SearchController.h"
#include "app/ui/notify/AttentionController.h"
#include "app/ui/quickswitch/PlaceFinder.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/FolderController.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/LinkButton.h"
#include "app/ui/widgets/PopupMenu.h"
#include "app/ui/widgets/Scrim.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

void MainController::connectActions() {
  MainActions& commands = *window_->commands();
  connect(commands.quickSwitch, &QAction::triggered, this, &MainController::showQuickSwitch);
  connect(commands.join, &QAction::triggered, this, &MainController::showJoinDialog);
  connect(commands.searchMessages, &QAction::triggered, this, [this] { search_->open({}); });
  connect(commands.previousRoom, &QAction::triggered, this, [this] { moveBy(-1, false); });
  connect(commands.nextRoom, &QAction::triggered, this, [this] { moveBy(1, false); });
  connect(commands.previousUnread, &QAction::triggered, this, [this] { moveBy(-1, true); });
  connect(commands.nextUnread, &QAction::triggered, this, [this] { moveBy(1, true); });
  connect(commands.wireView, &QAction::triggered, this, &MainController::wireViewRequested);
  connect(commands.preferences, &QAction::triggered, this, &MainController::preferencesRequested);
  connect(commands.signOut, &QAction::triggered, this, &MainController::signOutRequested);
  connect(commands.quit, &QAction::triggered, this, &MainController::quitRequested);
  connect(commands.nextPane, &QAction::triggered, this, [this] { window_->focusNextPane(1); });
  connect(commands.previousPane, &QAction::triggered, this, [this] { window_->focusNextPane(-1); });
  connect(commands.keyboardList, &QAction::triggered, this, &MainController::showKeyboardList);
  for (int n = 1; n <= commands.nthFollowed.size(); ++n) {
    connect(commands.nthFollowed.at(n - 1), &QAction::triggered, this, [this, n] {
      const RoomUri uri = rooms_.nthFollowed(n);
      if (!uri.isEmpty()) {
        openRoom(uri, true);
      }
    });
  }
}

void MainController::connectAdmin() {
  MainActions& commands = *window_->commands();
  connect(commands.createRoom, &QAction::triggered, admin_.get(), &RoomAdminController::createRoom);
  connect(admin_.get(), &RoomAdminController::mayCreateChanged, commands.createRoom, &QAction::setVisible);
  connect(admin_.get(), &RoomAdminController::openRequested, this, [this](const RoomUri& uri) { openRoom(uri, true); });
  connect(admin_.get(), &RoomAdminController::followRequested, this,
          [this](const RoomUri& uri, const QString& name) { setFollowed(uri, name, true); });
  connect(&client_, &Core::Client::roomEnded, this, &MainController::roomEnded);
}

void MainController::connectRequests() {
  connect(window_->sidebar()->rooms(), &RoomListView::requestsOpened, requests_.get(), &JoinRequestController::review);
  connect(requests_.get(), &JoinRequestController::openRequested, this,
          [this](const RoomUri& uri) { openRoom(uri, true); });
}

void MainController::connectAttention() {
  MainActions& commands = *window_->commands();
  connect(commands.catchUp, &QAction::triggered, attention_.get(), &AttentionController::showCatchUp);
  connect(commands.mentions, &QAction::triggered, attention_.get(), &AttentionController::showMentions);
  connect(attention_.get(), &AttentionController::messageChosen, this, &MainController::showMessage);
  connect(attention_.get(), &AttentionController::roomChosen, this,
          [this](const RoomUri& uri) { openRoom(uri, true); });
  connect(attention_.get(), &AttentionController::reviewRequested, requests_.get(), &JoinRequestController::review);
  connect(attention_.get(), &AttentionController::windowWanted, this, &MainController::windowWanted);
}

void MainController::connectFeeds() {
  MainActions& commands = *window_->commands();
  attention_->setFeeds(feeds_->feeds());
  connect(commands.newFeed, &QAction::triggered, feeds_.get(), &FeedController::create);
  connect(feeds_.get(), &FeedController::messageChosen, this, &MainController::showMessage);
  connect(feeds_.get(), &FeedController::roomChosen, this, [this](const RoomUri& uri) { openRoom(uri, true); });
  connect(feeds_.get(), &FeedController::closeRequested, this, [this] {
    if (room_->room()) {
      openRoom(room_->room()->uri(), false);
    } else {
      window_->showPage(MainWindow::Page::Welcome);
    }
  });
}

void MainController::attachDesktop(const NotificationDesktop& desktop) { attention_->attach(desktop); }

// The room on screen says it in its own bar.
void MainController::roomEnded(Core::Room* room, Core::RoomEnding ending) {
  if (room == room_->room() && window_->page() == MainWindow::Page::Room) {
    return;
  }
  const QString name = room->summary().name;
  QString sentence;
  switch (ending) {
    case Core::RoomEnding::Removed:
      sentence = tr("You were removed from %1.").arg(name);
      break;
    case Core::RoomEnding::Disabled:
      sentence = tr("%1 was disabled by a manager.").arg(name);
      break;
    case Core::RoomEnding::Deleted:
      sentence = tr("%1 was deleted.").arg(name);
      break;
    case Core::RoomEnding::None:
      return;
  }
  window_->toasts()->show({tr("You left a room"), sentence, QString(), false});
}

void MainController::mainMenu() {
  auto menu = std::make_unique<QMenu>(window_.get());
  window_->commands()->fillMainMenu(*menu);
  addManagedRooms(*menu);
  IconButton& button = *window_->sidebar()->account()->menuButton();
  popUp(std::move(menu), button.mapToGlobal(QPoint(0, button.height())));
}

// A manager who is no member cannot open a room, and manages it all the same.
void MainController::addManagedRooms(QMenu& menu) {
  const QList<Core::RoomSummary>& rooms = client_.managedRooms();
  if (rooms.isEmpty()) {
    return;
  }
  auto* managed = new QMenu(tr("Rooms you &manage"), &menu);
  for (const Core::RoomSummary& room : rooms) {
    QString name = room.name;
    managed->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                       [this, uri = room.uri] { admin_->manageRoom(uri); });
  }
  menu.insertMenu(window_->commands()->searchMessages, managed);
}

void MainController::addPresence(QMenu& menu, const QString& words, Core::Presence presence) {
  QAction* action = menu.addAction(words, this, [this, presence] {
    client_.setPresence(presence);
    connection_->refresh();
  });
  action->setCheckable(true);
  action->setChecked(client_.myPresence() == presence);
}

void MainController::presenceMenu() {
  auto menu = std::make_unique<QMenu>(window_.get());
  QAction* state = menu->addAction(window_->sidebar()->account()->accessibleName());
  state->setEnabled(false);
  menu->addSeparator();
  addPresence(*menu, tr("&Available"), Core::Presence::Available);
  addPresence(*menu, tr("&Busy"), Core::Presence::Busy);
  addPresence(*menu, tr("A&way"), Core::Presence::Away);
  attention_->addSwitch(*menu, tr("&Do not disturb"), &Core::NotificationPreferences::doNotDisturb);
  menu->addSeparator();
  menu->addAction(window_->commands()->signOut);
  AccountRow& row = *window_->sidebar()->account();
  popUp(std::move(menu), row.mapToGlobal(QPoint(12, row.height())));
}

void MainController::roomListMenu(const QModelIndex& index, const QPoint& where) {
  const auto row = index.data(Models::RowRole).value<Models::RoomListRow>();
  auto menu = std::make_unique<QMenu>(window_.get());
  const RoomUri uri = row.room.uri;
  if (row.kind == Models::RoomListRow::Kind::Invitation) {
    menu->addAction(tr("&Open"), this, [this, row] {
      client_.dismissInvitation(row.invitation);
      openRoom(row.room.uri, true);
    });
    menu->addAction(tr("&Decline"), this, [this, row] { client_.dismissInvitation(row.invitation); });
  } else if (row.kind == Models::RoomListRow::Kind::Request) {
    menu->addAction(tr("&Review requests…"), this, [this, uri] { requests_->review(uri); });
    menu->addAction(tr("&Manage room…"), this, [this, uri] { admin_->manageRoom(uri); });
  } else if (row.kind == Models::RoomListRow::Kind::Feed) {
    menu->addAction(tr("&Open"), this, [this, id = row.feed] { feeds_->show(id); });
    menu->addAction(tr("&Edit feed…"), this, [this, id = row.feed] { feeds_->edit(id); });
    menu->addAction(window_->commands()->newFeed);
  } else if (row.kind == Models::RoomListRow::Kind::Section && row.section == Models::RoomSection::Feeds) {
    menu->addAction(window_->commands()->newFeed);
  } else if (row.kind == Models::RoomListRow::Kind::Folder) {
    folders_->fillFolderMenu(*menu, row.folder);
  } else if (row.kind == Models::RoomListRow::Kind::Section && row.section == Models::RoomSection::Followed) {
    folders_->addNewFolder(*menu);
  } else if (row.kind == Models::RoomListRow::Kind::Room) {
    const bool followed = row.section == Models::RoomSection::Followed;
    menu->addAction(tr("&Open"), this, [this, uri] { openRoom(uri, true); });
    menu->addAction(windows_->find(uri) ? tr("Show in the main &window") : tr("Open in its own &window"), this,
                   [this, uri] { changeWindow(uri); });
    menu->addAction(followed ? tr("Stop &following") : tr("&Follow"), this,
                   [this, uri, name = row.text, followed] { setFollowed(uri, name, !followed); });
    if (followed) {
      folders_->fillRoomMenu(*menu, uri);
    }
    menu->addSeparator();
    attention_->fillMenu(*menu, uri, row.text);
    menu->addSeparator();
    if (client_.mayManage(uri)) {
      menu->addAction(tr("&Manage room…"), this, [this, uri] { admin_->manageRoom(uri); });
    }
    menu->addAction(tr("E&xport history…"), this, [this, uri] { exports_->exportHistory(uri); });
    menu->addAction(tr("&Copy room link"), this, [uri] {
      QGuiApplication::clipboard()->setText(Core::RoomLink{uri, 0}.toString());
    });
    menu->addSeparator();
    menu->addAction(tr("&Leave room"), this, [this, uri] { leaveRoom(uri); });
  } else {
    return;
  }
  popUp(std::move(menu), where);
}

void MainController::showJoinDialog() {
  if (join_) {
    return;
  }
  found_.clear();
  join_ = new JoinDialog(themes_, found_, window_.get());
  join_->setAttribute(Qt::WA_DeleteOnClose);
  connectJoinDialog(*join_);
  fillJoinDialog(*join_);
  requests_->connectJoinDialog(*join_);
  Scrim::behind(*join_, themes_, window_.get());
  // A closed dialog lives until the event loop gets to it, and must not bar the next one.
  connect(join_, &QDialog::finished, this, [this] { join_.clear(); });
  join_->open();
}

void MainController::connectJoinDialog(JoinDialog& dialog) {
  connect(&dialog, &JoinDialog::searchRequested, this, [this, &dialog](const Core::RoomSearchQuery& query) {
    found_.search(query);
    dialog.showSearching();
  });
  connect(&found_, &Models::RoomSearchModel::searchingChanged, &dialog, [this, &dialog] {
    if (!found_.searching()) {
      dialog.showResults(found_.truncated());
    }
  });
  connect(&found_, &Models::RoomSearchModel::failed, &dialog, [&dialog](const Error& error) {
    dialog.showFailed(JoinDialog::tr("The search did not finish"), error.text);
  });
  connect(&dialog, &JoinDialog::openRequested, this, [this, &dialog](const RoomUri& uri) {
    if (client_.room(uri)) {
      dialog.accept();
    }
    openRoom(uri, true);
  });
  connect(&dialog, &JoinDialog::followToggled, this,
          [this](const Core::RoomSummary& room, bool follow) { setFollowed(room.uri, room.name, follow); });
}

// What the server tells about categories and rooms comes while the dialog is used.
void MainController::fillJoinDialog(JoinDialog& dialog) {
  Core::RoomSearchQuery mine;
  mine.onlyMine = true;
  client_.searchRooms(mine).then(&dialog, [this, &dialog](const Result<Core::RoomSearchResult>& found) {
    if (!found || found->truncated) {
      return;  // not known: the server decides when a room is opened
    }
    QSet<RoomUri> rooms;
    for (const Core::RoomSummary& room : found->rooms) {
      rooms.insert(room.uri);
    }
    dialog.setMayOpen([this, rooms](const RoomUri& uri) { return client_.room(uri) || rooms.contains(uri); });
  });
  dialog.setMayCreate(admin_->mayCreate());
  connect(admin_.get(), &RoomAdminController::mayCreateChanged, &dialog, &JoinDialog::setMayCreate);
  connect(&dialog, &JoinDialog::createRequested, this, [this, &dialog] {
    dialog.accept();
    admin_->createRoom();
  });
  connect(&dialog, &JoinDialog::detailsWanted, this, [this, &dialog](const RoomUri& uri) {
    client_.roomInfo(uri).then(&dialog, [&dialog](const Result<Core::RoomSummary>& room) {
      if (room) {
        dialog.addDetails(*room);
      }
    });
  });
  client_.categories().then(&dialog, [&dialog](const Result<QList<Core::CategoryChoice>>& categories) {
    QList<QPair<QByteArray, QString>> named;
    for (const Core::CategoryChoice& category : categories ? *categories : QList<Core::CategoryChoice>()) {
      named.append({category.uri, category.name});
    }
    dialog.setCategories(named);
  });
}

void MainController::showQuickSwitch() {
  auto* popup = new QuickSwitch(
      themes_, [this](const QString& words) { return places_->find(words); }, window_.get());
  connect(popup, &QuickSwitch::chosen, this, &MainController::goTo);
  popup->popUp();
}

void MainController::goTo(const QuickEntry& entry, bool alsoFollow) {
  if (entry.kind == QuickEntry::Kind::Messages) {
    search_->open({}, entry.target);
  } else if (entry.kind == QuickEntry::Kind::Preferences) {
    Q_EMIT preferencesRequested();
  } else if (entry.kind == QuickEntry::Kind::Action && !entry.target.isEmpty()) {
    feeds_->show(entry.target);
  } else if (entry.kind == QuickEntry::Kind::Action) {
    showJoinDialog();
  } else if (const auto link = Core::RoomLink::parse(entry.target); link && link->message != 0) {
    showMessage(link->room, link->message);
  } else if (link) {
    openRoom(link->room, true);
    if (alsoFollow) {
      setFollowed(link->room, entry.text, true);
    }
  }
}

void MainController::showKeyboardList() {
  auto* list = new KeyboardList(themes_, window_.get());
  list->setAttribute(Qt::WA_DeleteOnClose);
  list->open();
}

}  // namespace Parlour::Ui
