// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDialog>

#include "app/ui/theme/ThemeManager.h"

class QCalendarWidget;
class QDateEdit;

namespace Parlour::Ui {

class Button;

// Asks for a day of a room's past, typed or from a calendar. Window-modal; deletes itself when it is closed.
class DateDialog : public QDialog {
  Q_OBJECT

 public:
  // Days from `first` (invalid: any) to `today` can be chosen; `shown` is chosen at first.
  DateDialog(ThemeManager& themes, const QDate& shown, const QDate& first, const QDate& today, QWidget* parent);

  QDateEdit* field() const { return typed_; }
  QCalendarWidget* calendar() const { return calendar_; }
  Button* goButton() const { return go_; }

 Q_SIGNALS:
  void dayChosen(const QDate& day);

 private:
  void choose();
  void setDays(const QDate& shown, const QDate& first, const QDate& today);
  void dressCalendar();

  ThemeManager& themes_;
  QDateEdit* typed_;
  QCalendarWidget* calendar_;
  Button* go_;
};

}  // namespace Parlour::Ui
