// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QSettings>
#include <memory>

#include "app/core/Client.h"
#include "app/models/RoomListModel.h"
#include "app/models/RoomSearchModel.h"
#include "app/ui/mainwindow/ConnectionPresenter.h"
#include "app/ui/mainwindow/DraftShelf.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomCommands.h"
#include "app/ui/mainwindow/RoomController.h"
#include "app/ui/mainwindow/RoomWindows.h"
#include "app/ui/quickswitch/QuickSwitch.h"

class QMenu;

namespace Parlour::Ui {

class AttentionController;
class ExportController;
class FeedController;
class DateJump;
class FolderController;
class JoinDialog;
class JoinRequestController;
class PlaceFinder;
class RoomAdminController;
struct NotificationDesktop;
class RoomWindow;
class SearchController;
class SpellingController;

// Binds one signed-in client to the main window: the room list, opening and leaving rooms, joining, the quick
// switch and every command. Owns the window. `settings` holds what the window remembers on this computer (pane
// sizes, drafts); it and the client outlive this object. GUI thread.
class MainController : public QObject {
  Q_OBJECT

 public:
  MainController(Core::Client& client, ThemeManager& themes, QSettings& settings, QObject* parent = nullptr);
  ~MainController() override;

  MainWindow& window() { return *window_; }
  // Opens a room by its address: shows it when it is in the list, joins it otherwise.
  void openRoom(const RoomUri& uri, bool focusComposer);
  // Banners, sounds and the number on the taskbar need a desktop, which outlives this object.
  void attachDesktop(const NotificationDesktop& desktop);
  RoomWindows& roomWindows() { return *windows_; }
  // Also those of single rooms, which come back at the next sign-in.
  void hideWindows();
  AttentionController& attention() { return *attention_; }
  FolderController& folders() { return *folders_; }
  FeedController& feeds() { return *feeds_; }
  // From a notification or a link.
  void showMessage(const RoomUri& uri, ChatId chatId);
  int draftCount() const;
  void deleteDrafts();
  // Rooms to start with on the welcome page, with the line below the name.
  void suggestRooms(const QString& sentence, const QList<QPair<Core::RoomSummary, QString>>& rooms);

 Q_SIGNALS:
  void wireViewRequested();
  void preferencesRequested();
  void signOutRequested();
  void quitRequested();
  void windowWanted();  // a banner was pressed
  void signInAgainRequested();

 private:
  void connectParts();
  void connectSidebar();
  void connectHeader();
  void connectActions();
  void connectWindows();
  RoomDeeds roomDeeds();
  void furnish(RoomWindow& window);
  void changeWindow(const RoomUri& uri);
  void leaveMainWindow(const RoomUri& uri);
  void showRoom(Core::Room* room, bool focusComposer);
  void presentMessage(Core::Room* room, ChatId chatId);
  void bringUp();
  void connectAdmin();
  void connectRequests();
  void connectAttention();
  void connectFeeds();
  void roomRefused(const RoomUri& uri, const Error& error);
  void roomEnded(Core::Room* room, Core::RoomEnding ending);
  void roomListMenu(const QModelIndex& index, const QPoint& where);
  void presenceMenu();
  void addPresence(QMenu& menu, const QString& words, Core::Presence presence);
  void mainMenu();
  void addManagedRooms(QMenu& menu);
  void showJoinDialog();
  void connectJoinDialog(JoinDialog& dialog);
  void fillJoinDialog(JoinDialog& dialog);
  void showQuickSwitch();
  void goTo(const QuickEntry& entry, bool alsoFollow);
  void moveBy(int direction, bool onlyUnread);
  bool hasEnded(const RoomUri& uri) const;
  void setFollowed(const RoomUri& uri, const QString& name, bool follow);
  void leaveRoom(const RoomUri& uri);
  void showKeyboardList();
  void roomShown(Core::Room* room);
  void complain(const QString& title, const Error& error);
  void saveDrafts();
  void restoreSettings();

  Core::Client& client_;
  ThemeManager& themes_;
  QSettings& settings_;
  RowContents contents_;
  Models::RoomListModel rooms_;
  Models::RoomSearchModel found_;
  DraftShelf drafts_;
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<RoomController> room_;
  std::unique_ptr<ConnectionPresenter> connection_;
  std::unique_ptr<SearchController> search_;
  std::unique_ptr<RoomAdminController> admin_;
  std::unique_ptr<JoinRequestController> requests_;
  std::unique_ptr<FeedController> feeds_;
  std::unique_ptr<PlaceFinder> places_;
  std::unique_ptr<FolderController> folders_;
  std::unique_ptr<AttentionController> attention_;
  std::unique_ptr<ExportController> exports_;
  std::unique_ptr<DateJump> dates_;
  SpellingController* spelling_ = nullptr;  // of the composer
  std::unique_ptr<RoomCommands> roomCommands_;
  std::unique_ptr<RoomWindows> windows_;  // last, as the others outlive these windows
  QPointer<JoinDialog> join_;
  QTimer draftPause_;
  QHash<int, std::function<void()>> toastActions_;
};

}  // namespace Parlour::Ui
