// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

struct ToastText {
  QString title;
  QString sentence;
  QString action;
  bool error = false;
};

// Short notices at the lower right of a window: 360 px wide, 6 s (errors until closed), three at most,
// the oldest goes first. Follows the size of the window it belongs to.
class ToastStack : public QWidget {
  Q_OBJECT

 public:
  ToastStack(ThemeManager& themes, QWidget* window);

  // The returned id comes back with `actionRequested`.
  int show(const ToastText& text);
  int count() const;

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void actionRequested(int id);

 private:
  class Toast;
  void arrange();
  void remove(Toast* toast);

  ThemeManager& themes_;
  QList<Toast*> toasts_;
  int nextId_ = 1;
};

}  // namespace Parlour::Ui
