// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QWidget>

namespace Parlour::Ui {

// What people without a mouse may count on in every window: Enter presses the button that has the focus, whatever the
// default of its dialog, and the focus shows from the first key on, also in a window that a key has opened,
// Shift+F10 opens the context menu, which Qt 6.4 leaves to the Menu key on X11, and who comes to a list hears its row.
// Filters the events of the whole application; GUI thread.
class KeyboardManners : public QObject {
  Q_OBJECT

 public:
  explicit KeyboardManners(QObject* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool pressButton(QObject* watched, const QEvent& event) const;
  bool openMenu(QObject* watched, const QEvent& event) const;
  void showFocus(QObject* watched, const QEvent& event);

  bool byKey_ = false;  // the last thing pressed was a key
};

// For buttons at the foot of a dialog that are made before what stands above them. All are in one window.
void moveToEndOfTabOrder(const QList<QWidget*>& widgets);

}  // namespace Parlour::Ui
