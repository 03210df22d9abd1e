// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QTabBar>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Flat tabs: the chosen one in the accent with a line under it, on a hairline as wide as the bar.
class WireTabs : public QTabBar {
  Q_OBJECT

 public:
  explicit WireTabs(ThemeManager& themes, QWidget* parent = nullptr);

 protected:
  QSize tabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

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
