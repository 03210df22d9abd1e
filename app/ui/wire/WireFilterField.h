// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The field that filters the ladder while typing: a funnel, a key hint while empty, a clear button while not.
// Esc clears it, or leaves it when it is empty.
class WireFilterField : public QLineEdit {
  Q_OBJECT

 public:
  explicit WireFilterField(ThemeManager& themes, QWidget* parent = nullptr);

 Q_SIGNALS:
  void left();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  QRect clearRect() const;

  ThemeManager& themes_;
  QString keyHint_;
};

}  // namespace Parlour::Ui
