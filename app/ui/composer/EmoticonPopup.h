// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A small grid of the emoticons that the protocol knows; arrow keys move, Enter or a click chooses.
class EmoticonPopup : public QDialog {
  Q_OBJECT

 public:
  EmoticonPopup(ThemeManager& themes, QWidget* parent);
  // Above the point, inside the screen.
  void popUpAbove(const QPoint& globalPosition);

 Q_SIGNALS:
  void chosen(const QString& typed);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void moveFocus(int step);

  ThemeManager& themes_;
  QList<QWidget*> cells_;
};

}  // namespace Parlour::Ui
