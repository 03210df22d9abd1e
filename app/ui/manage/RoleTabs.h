// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabBar>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The lists of a room as tabs: words, the current one accented and underlined. Arrow keys move.
class RoleTabs : public QTabBar {
  Q_OBJECT

 public:
  explicit RoleTabs(ThemeManager& themes, QWidget* parent = nullptr);

 protected:
  QSize tabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
