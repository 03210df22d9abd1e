// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/KeyboardManners.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QListView>
#include <QRadioButton>

namespace Parlour::Ui {

namespace {

bool isModifier(int key) {
  return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
         key == Qt::Key_AltGr;
}

void showFocusIn(QWidget& window) {
  if (window.testAttribute(Qt::WA_KeyboardFocusChange)) {
    return;
  }
  window.setAttribute(Qt::WA_KeyboardFocusChange);
  QWidget* focus = window.focusWidget();
  auto* area = qobject_cast<QAbstractScrollArea*>(focus);
  if (focus) {
    (area ? area->viewport() : focus)->update();
  }
}

// Qt tells of the row only when it changes, and of the list when the focus comes to it.
void tellOfRow(QListView& view) {
  QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
  const QModelIndex current = view.currentIndex();
  if (!view.hasFocus() || !current.isValid() || !list || !list->tableInterface()) {
    return;
  }
  if (QAccessibleInterface* row = list->tableInterface()->cellAt(current.row(), current.column())) {
    QAccessibleEvent event(row, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
  }
}

}  // namespace

KeyboardManners::KeyboardManners(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool KeyboardManners::pressButton(QObject* watched, const QEvent& event) const {
  const auto& key = static_cast<const QKeyEvent&>(event);
  const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
  const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
  auto* button = enter && modifiers == Qt::NoModifier ? qobject_cast<QAbstractButton*>(watched) : nullptr;
  const bool choice = qobject_cast<QCheckBox*>(watched) || qobject_cast<QRadioButton*>(watched);
  if (!button || choice || !button->hasFocus() || !button->isEnabled()) {
    return false;
  }
  if (!key.isAutoRepeat()) {
    button->click();
  }
  return true;
}

bool KeyboardManners::openMenu(QObject* watched, const QEvent& event) const {
  const auto& key = static_cast<const QKeyEvent&>(event);
  auto* widget = static_cast<QWidget*>(watched);
  if (key.key() != Qt::Key_F10 || key.modifiers() != Qt::ShiftModifier || !widget->hasFocus()) {
    return false;
  }
  const QPoint at = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
  QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, widget->mapToGlobal(at));
  QCoreApplication::sendEvent(widget, &menu);
  return true;
}

void KeyboardManners::showFocus(QObject* watched, const QEvent& event) {
  auto* widget = static_cast<QWidget*>(watched);
  if (event.type() == QEvent::MouseButtonPress) {
    byKey_ = false;
  } else if (event.type() == QEvent::KeyPress) {
    const auto& key = static_cast<const QKeyEvent&>(event);
    byKey_ = byKey_ || !isModifier(key.key());
    if (!isModifier(key.key()) && key.text().isEmpty()) {
      showFocusIn(*widget->window());
    }
  } else if (event.type() == QEvent::Show && widget->isWindow() && byKey_) {
    showFocusIn(*widget);
  }
}

bool KeyboardManners::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  auto* list = type == QEvent::FocusIn && QAccessible::isActive() ? qobject_cast<QListView*>(watched) : nullptr;
  if (list) {
    QMetaObject::invokeMethod(
        list, [list] { tellOfRow(*list); }, Qt::QueuedConnection);
  }
  if ((type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Show) &&
      watched->isWidgetType()) {
    showFocus(watched, *event);
    return type == QEvent::KeyPress && (pressButton(watched, *event) || openMenu(watched, *event));
  }
  return false;
}

void moveToEndOfTabOrder(const QList<QWidget*>& widgets) {
  for (QWidget* widget : widgets) {
    QWidget* last = widget->window()->previousInFocusChain();
    while (last != widget && last->focusPolicy() == Qt::NoFocus) {
      last = last->previousInFocusChain();
    }
    if (last != widget) {
      QWidget::setTabOrder(last, widget);
    }
  }
}

}  // namespace Parlour::Ui
