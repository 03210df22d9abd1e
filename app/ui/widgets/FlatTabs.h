// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabBar>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Words in a row: the current one in the accent with a line under it. Arrow keys move.
class FlatTabs : public QTabBar {
  Q_OBJECT

 public:
  struct Look {
    int height = 30;
    TextRole words = TextRole::Secondary;
    TextRole current = TextRole::SecondaryStrong;  // the wider one: nothing moves when the choice does
  };
  FlatTabs(ThemeManager& themes, const Look& look, QWidget* parent = nullptr);

 protected:
  QSize tabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Look look_;
};

}  // namespace Parlour::Ui
