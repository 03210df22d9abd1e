// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class IconButton;

// A password with an eye that shows it while switched on. Never keeps the text anywhere else.
class PasswordField : public QLineEdit {
  Q_OBJECT

 public:
  explicit PasswordField(ThemeManager& themes, QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void setShown(bool shown);

  IconButton* eye_;
};

}  // namespace Parlour::Ui
