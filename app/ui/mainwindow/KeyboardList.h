// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// F1: every key of the main window and what it does.
class KeyboardList : public QDialog {
  Q_OBJECT

 public:
  KeyboardList(ThemeManager& themes, QWidget* parent);
};

}  // namespace Parlour::Ui
