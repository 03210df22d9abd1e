// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;

enum class BarKind { Trouble, Refused, Good, Plain };

// The 36 px bar under the room header: a bold statement, what happens next, and at most one button.
// Hidden while there is nothing to say; appearing is left to the caller's timing.
class ConnectionBar : public QWidget {
  Q_OBJECT

 public:
  explicit ConnectionBar(ThemeManager& themes, QWidget* parent = nullptr);

  void showState(BarKind kind, const QString& statement, const QString& rest, const QString& action = {});

 Q_SIGNALS:
  void actionRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Button* action_;
  BarKind kind_ = BarKind::Plain;
  QString statement_;
  QString rest_;
};

}  // namespace Parlour::Ui
