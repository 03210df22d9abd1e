// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QStringList>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A choice inside a table: its words and a small arrow; a click, Space, Enter or Down opens the menu of choices.
class ChoiceLink : public QAbstractButton {
  Q_OBJECT

 public:
  ChoiceLink(ThemeManager& themes, const QString& name, const QStringList& choices, QWidget* parent = nullptr);

  void setCurrent(int index);
  int current() const { return current_; }
  void choose(int index);
  QSize sizeHint() const override;

 Q_SIGNALS:
  void chosen(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void openMenu();

  ThemeManager& themes_;
  QString name_;
  QStringList choices_;
  int current_ = 0;
};

}  // namespace Parlour::Ui
