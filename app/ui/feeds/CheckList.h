// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A widget in the frame of a field.
class FramedBox : public QWidget {
  Q_OBJECT

 public:
  FramedBox(ThemeManager& themes, QWidget* inner, QWidget* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  QWidget* inner_;
};

// Names to tick, a row of 30 px each: a click anywhere in the row, or Space, ticks it.
class CheckList : public QListWidget {
  Q_OBJECT

 public:
  explicit CheckList(ThemeManager& themes, QWidget* parent = nullptr);
  void addName(const QString& name, bool ticked);

 private:
  class Delegate;
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
