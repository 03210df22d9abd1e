// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QObject>

class QMenu;
class QWidget;

namespace Parlour::Ui {

// Every command of the main window with its words and its key (design guide 8). Owned by the window; the
// actions are on the window, so that their keys work wherever the focus is.
class MainActions : public QObject {
  Q_OBJECT

 public:
  explicit MainActions(QWidget* window);

  QAction* quickSwitch = nullptr;
  QAction* join = nullptr;
  QAction* createRoom = nullptr;
  QAction* findInRoom = nullptr;
  QAction* goToDate = nullptr;
  QAction* searchMessages = nullptr;
  QAction* previousRoom = nullptr;
  QAction* nextRoom = nullptr;
  QAction* previousUnread = nullptr;
  QAction* nextUnread = nullptr;
  QAction* catchUp = nullptr;
  QAction* mentions = nullptr;
  QAction* newFeed = nullptr;
  QAction* mute = nullptr;
  QAction* follow = nullptr;
  QAction* leave = nullptr;
  QAction* ownWindow = nullptr;
  QAction* roomPane = nullptr;
  QAction* wireView = nullptr;
  QAction* attach = nullptr;
  QAction* files = nullptr;
  QAction* emoticon = nullptr;
  QAction* importance = nullptr;
  QAction* story = nullptr;
  QAction* nextPane = nullptr;
  QAction* previousPane = nullptr;
  QAction* preferences = nullptr;
  QAction* largerText = nullptr;
  QAction* smallerText = nullptr;
  QAction* normalText = nullptr;
  QAction* keyboardList = nullptr;
  QAction* invitePeople = nullptr;  // these two only where the person manages
  QAction* manageRoom = nullptr;
  QAction* copyRoomLink = nullptr;
  QAction* exportHistory = nullptr;
  QAction* signOut = nullptr;
  QAction* quit = nullptr;
  QList<QAction*> nthFollowed;  // Ctrl+1 to Ctrl+9

  void fillMainMenu(QMenu& menu) const;
  void fillRoomMenu(QMenu& menu) const;

 private:
  QAction* add(const QString& words, const QString& keys);

  QWidget* window_;
};

}  // namespace Parlour::Ui
