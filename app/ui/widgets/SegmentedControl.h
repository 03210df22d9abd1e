// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A few exclusive choices side by side; the chosen one is tinted and underlined. Arrow keys move,
// each segment is a radio button to assistive tools.
class SegmentedControl : public QWidget {
  Q_OBJECT

 public:
  SegmentedControl(ThemeManager& themes, const QStringList& choices, QWidget* parent = nullptr);

  int current() const { return group_.checkedId(); }
  void setCurrent(int index);
  // 28 px unless told otherwise.
  void setControlHeight(int height);

 Q_SIGNALS:
  void currentChanged(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  QButtonGroup group_;
};

// The box and the chosen segment below the buttons of a group, which stand in it side by side with ids from 0; for
// the paint event of `box`. The buttons draw their words themselves.
void paintSegments(QWidget& box, const QButtonGroup& group, const Theme& theme);

}  // namespace Parlour::Ui
