// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Looks like a search field and opens the quick switch when pressed.
class QuickSwitchButton : public QAbstractButton {
  Q_OBJECT

 public:
  explicit QuickSwitchButton(ThemeManager& themes, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
