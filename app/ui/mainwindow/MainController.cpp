// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/MainController.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

#include "app/models/Roles.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/SpellingController.h"
#include "app/ui/export/ExportController.h"
#include "app/ui/feeds/FeedController.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/mainwindow/DateJump.h"
#include "app/ui/mainwindow/DraftStore.h"
#include "app/ui/mainwindow/JoinRequestController.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/RoomAdminController.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/SearchController.h"
#include "app/ui/mainwindow/WelcomePage.h"
#include "app/ui/notify/AttentionController.h"
#include "app/ui/quickswitch/PlaceFinder.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/FolderController.h"
#include "app/ui/roomlist/QuickSwitchButton.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/OnScreen.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {
constexpr int kDraftPauseMs = 800;
const QString kPanesKey = QStringLiteral("window/panes");
const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kPaneWantedKey = QStringLiteral("window/roomPane");
}  // namespace

MainController::MainController(Core::Client& client, ThemeManager& themes, QSettings& settings, QObject* parent)
    : QObject(parent), client_(client), themes_(themes), settings_(settings), rooms_(client), found_(client) {
  const auto readRow = [this](const QModelIndex& index) {
    return contents_.read(index.data(Models::RowRole).value<Models::TimelineRow>());
  };
  contents_.setMe(client.me(), client.myName());
  contents_.setPreferences(&client.preferences());
  window_ = std::make_unique<MainWindow>(themes, Models::IdRole, readRow);
  room_ = std::make_unique<RoomController>(client, *window_, contents_, drafts_);
  if (client.myPresence() == Core::Presence::Unknown) {
    client.setPresence(Core::Presence::Available);
  }
  connection_ = std::make_unique<ConnectionPresenter>(client, *window_);
  search_ = std::make_unique<SearchController>(client, *window_, *room_);
  admin_ = std::make_unique<RoomAdminController>(client, *window_);
  requests_ = std::make_unique<JoinRequestController>(client, *window_);
  attention_ = std::make_unique<AttentionController>(client, *window_, *room_, rooms_);
  feeds_ = std::make_unique<FeedController>(client, *window_, rooms_, settings);
  places_ = std::make_unique<PlaceFinder>(client, *feeds_);
  folders_ = std::make_unique<FolderController>(client, rooms_, *window_->sidebar()->rooms(), settings);
  exports_ = std::make_unique<ExportController>(client, *window_);
  dates_ = std::make_unique<DateJump>(client, themes, *window_->toasts());
  connect(dates_.get(), &DateJump::messageFound, this, &MainController::showMessage);
  connectSidebar();
  connectHeader();
  connectActions();
  roomCommands_ = std::make_unique<RoomCommands>(client, *window_, *window_->commands(), *room_, roomDeeds());
  connectAdmin();
  connectRequests();
  connectAttention();
  connectFeeds();
  connectParts();
  draftPause_.setSingleShot(true);
  draftPause_.setInterval(kDraftPauseMs);
  connect(&draftPause_, &QTimer::timeout, this, &MainController::saveDrafts);
  const QString words = QFileInfo(settings.fileName()).path() + QStringLiteral("/words.txt");
  ComposerEdit* edit = window_->roomPage()->composer()->edit();
  spelling_ = new SpellingController(client.preferences(), *edit, words, edit);
  restoreSettings();
  connectWindows();
}

void MainController::connectParts() {
  connect(room_.get(), &RoomController::roomLinkPressed, this, [this](const RoomUri& uri) { openRoom(uri, false); });
  connect(room_.get(), &RoomController::messageLinkPressed, this, &MainController::showMessage);
  connect(room_.get(), &RoomController::shown, this, &MainController::roomShown);
  connect(&drafts_, &DraftShelf::changed, &rooms_, &Models::RoomListModel::setDraft);
  connect(&drafts_, &DraftShelf::changed, &draftPause_, qOverload<>(&QTimer::start));
  connect(connection_.get(), &ConnectionPresenter::signInAgainRequested, this, &MainController::signInAgainRequested);
  connect(search_.get(), &SearchController::jumpRequested, this, &MainController::showMessage);
  connect(&client_, &Core::Client::signedIn, this, [this] { contents_.setMe(client_.me(), client_.myName()); });
  connect(&client_, &Core::Client::roomRemoved, this, [this](const RoomUri& uri) {
    if (!room_->room() || room_->room()->uri() == uri) {
      room_->leaveScreen();
      window_->showPage(MainWindow::Page::Welcome);
    }
  });
  connect(window_->toasts(), &ToastStack::actionRequested, this, [this](int id) {
    if (const auto action = toastActions_.take(id)) {
      action();
    }
  });
  connect(&client_.preferences(), &Core::Preferences::changed, this, [this](Core::PreferencePage page) {
    if (page == Core::PreferencePage::Appearance) {
      window_->roomPage()->timeline()->rowsChangedLocally();
    }
  });
}

MainController::~MainController() {
  saveDrafts();
  settings_.setValue(kPanesKey, window_->paneSizes());
  settings_.setValue(kGeometryKey, window_->saveGeometry());
  settings_.setValue(kPaneWantedKey, window_->isRoomPaneWanted());
}

void MainController::restoreSettings() {
  drafts_.setAll(loadDrafts(settings_));
  const QByteArray geometry = settings_.value(kGeometryKey).toByteArray();
  if (!geometry.isEmpty()) {
    window_->restoreGeometry(geometry);
    keepOnScreen(*window_);
    window_->restorePaneSizes(settings_.value(kPanesKey).toByteArray());
  }
  window_->setRoomPaneWanted(settings_.value(kPaneWantedKey, true).toBool());
}

void MainController::saveDrafts() { storeDrafts(settings_, drafts_.all()); }

int MainController::draftCount() const { return static_cast<int>(drafts_.all().size()); }

void MainController::deleteDrafts() {
  drafts_.clear();
  saveDrafts();
}

void MainController::connectSidebar() {
  Sidebar& sidebar = *window_->sidebar();
  RoomListView& list = *sidebar.rooms();
  list.setModel(&rooms_);
  connect(&list, &RoomListView::roomActivated, this, &MainController::openRoom);
  connect(&list, &RoomListView::retryRequested, this, [this](const RoomUri& uri) { openRoom(uri, false); });
  connect(&list, &RoomListView::sectionToggled, &rooms_, &Models::RoomListModel::setCollapsed);
  connect(&list, &RoomListView::menuRequested, this, &MainController::roomListMenu);
  connect(&list, &RoomListView::invitationOpened, this, [this](quint64 number, const RoomUri& uri) {
    client_.dismissInvitation(number);
    openRoom(uri, true);
  });
  connect(sidebar.joinButton(), &Button::clicked, this, &MainController::showJoinDialog);
  connect(sidebar.quickSwitch(), &QuickSwitchButton::clicked, this, &MainController::showQuickSwitch);
  connect(sidebar.wireButton(), &IconButton::clicked, this, &MainController::wireViewRequested);
  connect(sidebar.preferencesButton(), &IconButton::clicked, this, &MainController::preferencesRequested);
  connect(sidebar.account(), &AccountRow::clicked, this, &MainController::presenceMenu);
  connect(sidebar.account()->menuButton(), &IconButton::clicked, this, &MainController::mainMenu);
  WelcomePage& welcome = *window_->welcome();
  connect(&welcome, &WelcomePage::joinRequested, this, &MainController::showJoinDialog);
  connect(&welcome, &WelcomePage::wireViewRequested, this, &MainController::wireViewRequested);
  connect(&welcome, &WelcomePage::openRequested, this, [this](const RoomUri& uri) { openRoom(uri, true); });
}

void MainController::connectHeader() {
  RoomHeader& header = *window_->roomPage()->header();
  connect(header.membersButton(), &IconButton::clicked, this, [this] { window_->setRoomPaneWanted(true); });
  connect(window_->commands()->roomPane, &QAction::triggered, this,
          [this](bool on) { window_->setRoomPaneWanted(on); });
}

void MainController::openRoom(const RoomUri& uri, bool focusComposer) {
  Core::Room* known = client_.room(uri);
  if (known) {
    showRoom(known, focusComposer);
    if (known->joinState() == Core::JoinState::Joined || known->joinState() == Core::JoinState::Joining) {
      return;
    }
  }
  client_.open(uri).then(this, [this, uri, focusComposer](const Result<Core::Room*>& opened) {
    if (opened) {
      if (join_) {
        join_->accept();
      }
      showRoom(*opened, focusComposer);
    } else {
      roomRefused(uri, opened.error());
    }
  });
}

void MainController::roomRefused(const RoomUri& uri, const Error& error) {
  if (join_ && error.code == ErrorCode::PermissionDenied) {
    join_->showRefusal(uri, error.text);
  } else if (join_) {
    join_->showComplaint(error.text);
  } else if (!hasEnded(uri)) {
    requests_->complain(tr("The room did not open"), uri, error);
  }
}

// Then the bar of the room has said why it does not open.
bool MainController::hasEnded(const RoomUri& uri) const {
  const Core::Room* room = client_.room(uri);
  return room && (room->ending() != Core::RoomEnding::None || room->summary().disabled);
}

void MainController::showMessage(const RoomUri& uri, ChatId chatId) {
  if (Core::Room* known = client_.room(uri)) {
    presentMessage(known, chatId);
    return;
  }
  client_.open(uri).then(this, [this, uri, chatId](const Result<Core::Room*>& opened) {
    if (opened) {
      presentMessage(*opened, chatId);
    } else {
      requests_->complain(tr("The room did not open"), uri, opened.error());
    }
  });
}

void MainController::suggestRooms(const QString& sentence, const QList<QPair<Core::RoomSummary, QString>>& rooms) {
  window_->welcome()->setSentence(sentence);
  window_->welcome()->setRooms(rooms);
}

void MainController::roomShown(Core::Room* room) {
  places_->visited(room->uri());
  const int row = rooms_.rowOf(room->uri());
  RoomListView& list = *window_->sidebar()->rooms();
  list.setCurrentIndex(row >= 0 ? rooms_.index(row) : QModelIndex());
  window_->setWindowTitle(tr("%1 – Parlour").arg(room->summary().name));
}

void MainController::complain(const QString& title, const Error& error) {
  window_->toasts()->show({title, error.text, QString(), true});
}

void MainController::moveBy(int direction, bool onlyUnread) {
  const RoomUri from = room_->room() ? room_->room()->uri() : RoomUri();
  RoomUri to = rooms_.neighbour(from, direction, onlyUnread);
  while (windows_->find(to)) {
    to = rooms_.neighbour(to, direction, onlyUnread);
  }
  if (!to.isEmpty()) {
    openRoom(to, true);
  }
}

void MainController::setFollowed(const RoomUri& uri, const QString& name, bool follow) {
  const QFuture<Status> done = follow ? client_.follow(uri, name) : client_.unfollow(uri);
  QFuture<Status>(done).then(this, [this, uri, name, follow](const Status& status) {
    if (!status) {
      complain(follow ? tr("Not followed") : tr("Still followed"), status.error());
      return;
    }
    if (join_) {
      join_->refreshDetail();
    }
    if (!follow) {
      const int id = window_->toasts()->show({tr("You stopped following"), name, tr("Undo"), false});
      toastActions_.insert(id, [this, uri, name] { setFollowed(uri, name, true); });
    }
  });
}

void MainController::leaveRoom(const RoomUri& uri) {
  client_.close(uri).then(this, [this](const Status& status) {
    if (!status) {
      complain(tr("The room was not left"), status.error());
    }
  });
}

}  // namespace Parlour::Ui
