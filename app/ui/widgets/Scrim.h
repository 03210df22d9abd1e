// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The dimmed cover over a window while a dialog of it is open. A plain child that follows the size of
// its parent; delete or hide it when the dialog ends.
class Scrim : public QWidget {
  Q_OBJECT

 public:
  Scrim(ThemeManager& themes, QWidget* window);
  // Covers the window of `parent` until the dialog ends; without a parent nothing is covered.
  static void behind(QDialog& dialog, ThemeManager& themes, QWidget* parent);
  bool eventFilter(QObject* watched, QEvent* event) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
