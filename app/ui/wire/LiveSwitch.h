// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QButtonGroup>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// "Live" and "Pause" side by side, the chosen one tinted and underlined. Pressing the chosen one again also
// tells, because Live then goes back to the newest row.
class LiveSwitch : public QWidget {
  Q_OBJECT

 public:
  explicit LiveSwitch(ThemeManager& themes, QWidget* parent = nullptr);

  bool isLive() const;
  void setLive(bool live);

 Q_SIGNALS:
  void chosen(bool live);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  QButtonGroup group_;
};

}  // namespace Parlour::Ui
