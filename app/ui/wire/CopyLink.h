// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// "Copy" with its drawing, in the accent, without a frame.
class CopyLink : public QAbstractButton {
  Q_OBJECT

 public:
  CopyLink(ThemeManager& themes, const QString& accessibleName, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
