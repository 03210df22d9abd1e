// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The dimmed cover over a window while a dialog of it is open. A plain child that follows the size of
// its parent; delete or hide it when the dialog ends.
class Scrim : public QWidget {
  Q_OBJECT

 public:
  Scrim(ThemeManager& themes, QWidget* window);
  bool eventFilter(QObject* watched, QEvent* event) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
