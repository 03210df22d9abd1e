// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// "Jump to latest · 3" over the timeline; 30 px high, as wide as its words.
class JumpButton : public QAbstractButton {
  Q_OBJECT

 public:
  JumpButton(ThemeManager& themes, QWidget* parent);
  void setNewCount(int count);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
};

// The day of the first visible row, at the top of the timeline while it scrolls.
class StickyDay : public QWidget {
  Q_OBJECT

 public:
  StickyDay(ThemeManager& themes, QWidget* parent);
  void setDay(const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  QString words_;
};

}  // namespace Parlour::Ui
