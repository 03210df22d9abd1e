// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace Parlour::Tests {

// A person without a mouse: presses keys in whatever has the focus and hears what a screen reader would say there. Keys
// go the way of real ones, through the window that has the focus, so shortcuts, popups and context menu keys work.
class Walker : public QObject {
  Q_OBJECT

 public:
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  void type(const QString& words);
  // Presses a key that opens a menu and takes the entry that begins with `entry`; says whether there was one. What the
  // menu offered is in menuEntries().
  bool chooseFromMenu(int key, Qt::KeyboardModifiers modifiers, const QString& entry);
  const QStringList& menuEntries() const { return entries_; }
  // Tab until what is heard begins with `name`; false when it is not reached with that many.
  bool tabTo(const QString& name, int most = 80);
  // Arrow down until what is heard begins with `name`.
  bool downTo(const QString& name, int most = 80);

  // What has the focus: the row in a list, the widget elsewhere. Empty when nothing has it.
  QString heard() const;
  QAccessible::Role heardRole() const;
  QWidget* focus() const;
  // What was read out by itself since the last call; of each window the latest.
  QStringList takeAnnounced();

  // A window manager gives the focus to what was used before when a window goes; the off-screen platform has none.
  static void settleWindows();

 private:
  void menuStep();

  QHash<const QObject*, QString> said_;
  QString wanted_;
  QStringList entries_;
  bool chosen_ = false;
  int patience_ = 0;
};

// The names and states of a widget, or of the current row of a list.
QAccessibleInterface* focusedThing(QWidget* widget);
// Every window and popup that is on screen, the one with the focus first.
QList<QWidget*> windowsOnScreen();

}  // namespace Parlour::Tests
