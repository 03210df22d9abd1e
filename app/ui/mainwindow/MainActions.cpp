// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/MainActions.h"

#include <QMenu>
#include <QWidget>

namespace Parlour::Ui {

QAction* MainActions::add(const QString& words, const QString& keys) {
  auto* action = new QAction(words, window_);
  action->setShortcut(QKeySequence(keys));
  action->setShortcutContext(Qt::WindowShortcut);
  window_->addAction(action);
  return action;
}

MainActions::MainActions(QWidget* window) : QObject(window), window_(window) {
  quickSwitch = add(tr("&Go to room or person…"), QStringLiteral("Ctrl+K"));
  join = add(tr("&Join a chat room…"), QStringLiteral("Ctrl+J"));
  createRoom = add(tr("C&reate a room…"), QString());
  createRoom->setVisible(false);
  findInRoom = add(tr("&Find in this room"), QStringLiteral("Ctrl+F"));
  goToDate = add(tr("Go to &date…"), QStringLiteral("Ctrl+G"));
  searchMessages = add(tr("&Search messages"), QStringLiteral("Ctrl+Shift+F"));
  previousRoom = add(tr("Previous room"), QStringLiteral("Alt+Up"));
  nextRoom = add(tr("Next room"), QStringLiteral("Alt+Down"));
  previousUnread = add(tr("Previous unread room"), QStringLiteral("Alt+Shift+Up"));
  nextUnread = add(tr("Next unread room"), QStringLiteral("Alt+Shift+Down"));
  catchUp = add(tr("Catch me &up"), QStringLiteral("Ctrl+Shift+K"));
  mentions = add(tr("&Mentions"), QStringLiteral("Ctrl+Shift+M"));
  newFeed = add(tr("New f&eed…"), QString());
  mute = add(tr("&Mute room"), QStringLiteral("Ctrl+M"));
  follow = add(tr("F&ollow"), QStringLiteral("Ctrl+D"));
  leave = add(tr("&Leave room"), QStringLiteral("Ctrl+W"));
  ownWindow = add(tr("Open in its own &window"), QStringLiteral("Ctrl+Shift+O"));
  roomPane = add(tr("&Room pane"), QStringLiteral("Ctrl+Shift+P"));
  roomPane->setCheckable(true);
  wireView = add(tr("&Wire view"), QStringLiteral("Ctrl+Shift+W"));
  attach = add(tr("&Attach a file…"), QStringLiteral("Ctrl+Shift+A"));
  files = add(tr("F&iles of this room…"), QStringLiteral("Ctrl+Shift+L"));
  emoticon = add(tr("Emoticon"), QStringLiteral("Ctrl+."));
  importance = add(tr("High importance"), QStringLiteral("Ctrl+Shift+I"));
  story = add(tr("Write a story"), QStringLiteral("Ctrl+Shift+S"));
  nextPane = add(tr("Next pane"), QStringLiteral("F6"));
  previousPane = add(tr("Previous pane"), QStringLiteral("Shift+F6"));
  preferences = add(tr("&Preferences"), QStringLiteral("Ctrl+,"));
  largerText = add(tr("&Larger"), QStringLiteral("Ctrl++"));
  largerText->setShortcuts({QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
  smallerText = add(tr("&Smaller"), QStringLiteral("Ctrl+-"));
  normalText = add(tr("&Normal"), QStringLiteral("Ctrl+0"));
  keyboardList = add(tr("&Keyboard list"), QStringLiteral("F1"));
  invitePeople = add(tr("&Invite people…"), QString());
  manageRoom = add(tr("&Manage room…"), QString());
  copyRoomLink = add(tr("&Copy room link"), QString());
  exportHistory = add(tr("E&xport history…"), QString());
  signOut = add(tr("Sign &out"), QString());
  quit = add(tr("&Quit"), QStringLiteral("Ctrl+Q"));
  constexpr int kNumberKeys = 9;
  for (int n = 1; n <= kNumberKeys; ++n) {
    nthFollowed.append(add(tr("Followed room %1").arg(n), QStringLiteral("Ctrl+%1").arg(n)));
  }
}

void MainActions::fillMainMenu(QMenu& menu) const {
  menu.addActions({quickSwitch, join, createRoom, searchMessages, catchUp, mentions, newFeed});
  menu.addSeparator();
  QMenu* go = menu.addMenu(tr("&Go"));
  go->addActions({previousRoom, nextRoom, previousUnread, nextUnread});
  QMenu* room = menu.addMenu(tr("&Room"));
  fillRoomMenu(*room);
  QMenu* write = menu.addMenu(tr("W&rite"));
  write->addActions({attach, story, importance, emoticon});
  menu.addSeparator();
  QMenu* text = menu.addMenu(tr("&Text size"));
  text->addActions({largerText, smallerText, normalText});
  menu.addActions({roomPane, wireView, preferences, keyboardList});
  menu.addSeparator();
  menu.addActions({signOut, quit});
}

void MainActions::fillRoomMenu(QMenu& menu) const {
  menu.addActions({follow, findInRoom, goToDate, files});
  menu.addSeparator();
  menu.addActions({invitePeople, manageRoom, copyRoomLink, exportHistory});
  menu.addSeparator();
  menu.addActions({ownWindow, leave});
}

}  // namespace Parlour::Ui
