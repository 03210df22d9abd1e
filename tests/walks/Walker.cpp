// SPDX-License-Identifier: Apache-2.0
#include "tests/walks/Walker.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include "app/ui/widgets/AccessibleRoles.h"

namespace Parlour::Tests {

namespace {

QString withoutMnemonic(QString text) { return text.remove(QLatin1Char('&')); }

}  // namespace

QList<QWidget*> windowsOnScreen() {
  QList<QWidget*> windows;
  for (QWidget* window : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
    if (window && !windows.contains(window)) windows.append(window);
  }
  const auto all = QApplication::topLevelWidgets();
  for (QWidget* window : all) {
    const bool real = window->isVisible() && window->windowType() != Qt::ToolTip;
    if (real && window->isActiveWindow() && !windows.contains(window)) windows.append(window);
  }
  for (QWidget* window : all) {
    const bool real = window->isVisible() && window->windowType() != Qt::ToolTip;
    if (real && !windows.contains(window)) windows.append(window);
  }
  return windows;
}

void Walker::settleWindows() {
  const QList<QWidget*> windows = windowsOnScreen();
  if (windows.isEmpty()) return;
  QWindow* wanted = windows.first()->windowHandle();
  if (wanted && QGuiApplication::focusWindow() != wanted) {
    wanted->requestActivate();
    QCoreApplication::processEvents();
  }
}

void Walker::press(int key, Qt::KeyboardModifiers modifiers) {
  settleWindows();
  QWindow* window = QGuiApplication::focusWindow();
  QVERIFY2(window, "no window has the focus");
  QTest::keyClick(window, static_cast<Qt::Key>(key), modifiers);
  settleWindows();
}

void Walker::type(const QString& words) {
  settleWindows();
  for (const QChar letter : words) {
    QWindow* window = QGuiApplication::focusWindow();
    QVERIFY2(window, "no window has the focus");
    QTest::sendKeyEvent(QTest::Click, window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
  }
}

// A menu may run a loop of its own, so its keys come from a timer.
void Walker::menuStep() {
  auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  if (!menu) {
    if (--patience_ > 0) QTimer::singleShot(10, this, &Walker::menuStep);
    return;
  }
  entries_.clear();
  for (const QAction* action : menu->actions()) {
    if (!action->isSeparator() && action->isVisible()) entries_.append(withoutMnemonic(action->text()));
  }
  for (qsizetype i = 0; i < entries_.size(); ++i) {
    press(Qt::Key_Down);
    const QAction* active = menu->activeAction();
    if (active && withoutMnemonic(active->text()).startsWith(wanted_)) {
      chosen_ = true;
      press(Qt::Key_Return);
      return;
    }
  }
  press(Qt::Key_Escape);
}

bool Walker::chooseFromMenu(int key, Qt::KeyboardModifiers modifiers, const QString& entry) {
  constexpr int kTries = 500;
  wanted_ = entry;
  chosen_ = false;
  entries_.clear();
  patience_ = kTries;
  QTimer::singleShot(0, this, &Walker::menuStep);
  press(key, modifiers);
  [&] { QTRY_VERIFY(chosen_ || patience_ <= 0 || !entries_.isEmpty()); }();
  settleWindows();
  return chosen_;
}

bool Walker::tabTo(const QString& name, int most) {
  for (int i = 0; i < most && !heard().startsWith(name); ++i) press(Qt::Key_Tab);
  return heard().startsWith(name);
}

bool Walker::downTo(const QString& name, int most) {
  for (int i = 0; i < most && !heard().startsWith(name); ++i) press(Qt::Key_Down);
  return heard().startsWith(name);
}

QWidget* Walker::focus() const {
  if (QWidget* popup = QApplication::activePopupWidget()) {
    return popup->focusWidget() ? popup->focusWidget() : popup;
  }
  return QApplication::focusWidget();
}

QAccessibleInterface* focusedThing(QWidget* widget) {
  QAccessibleInterface* thing = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
  auto* view = qobject_cast<QAbstractItemView*>(widget);
  if (!thing || !view || !view->currentIndex().isValid() || !thing->tableInterface()) return thing;
  // It remembers its rows, and is told of changes only while a screen reader runs.
  QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(thing));
  thing = QAccessible::queryAccessibleInterface(view);
  const QModelIndex current = view->currentIndex();
  QAccessibleInterface* row = thing->tableInterface()->cellAt(current.row(), current.column());
  return row ? row : thing;
}

QString Walker::heard() const {
  settleWindows();
  QAccessibleInterface* thing = focusedThing(focus());
  return thing ? thing->text(QAccessible::Name) : QString();
}

QAccessible::Role Walker::heardRole() const {
  QAccessibleInterface* thing = focusedThing(focus());
  return thing ? thing->role() : QAccessible::NoRole;
}

QStringList Walker::takeAnnounced() {
  QStringList announced;
  for (const QWidget* window : QApplication::topLevelWidgets()) {
    const auto* region = window->findChild<Ui::LiveRegion*>(QString(), Qt::FindDirectChildrenOnly);
    if (region && std::exchange(said_[region], region->accessibleName()) != region->accessibleName()) {
      announced.append(region->accessibleName());
    }
  }
  return announced;
}

}  // namespace Parlour::Tests
