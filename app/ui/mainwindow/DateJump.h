// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QObject>
#include <QPointer>

#include "app/core/Client.h"
#include "app/ui/mainwindow/DateDialog.h"

namespace Parlour::Ui {

class ToastStack;

// "Go to date…": asks for a day and finds the first message of the room since its first minute. GUI thread; client,
// themes and toasts outlive it.
class DateJump : public QObject {
  Q_OBJECT

 public:
  DateJump(Core::Client& client, ThemeManager& themes, ToastStack& toasts, QObject* parent = nullptr);

  // The chosen day is at first that of `shownTime`.
  void ask(const Core::Room& room, const Timestamp& shownTime, QWidget* window);
  DateDialog* dialog() const { return dialog_; }  // null when none is open

 Q_SIGNALS:
  void messageFound(const Parlour::RoomUri& room, Parlour::ChatId chatId);

 private:
  void go(const RoomUri& room, const QDate& day);

  Core::Client& client_;
  ThemeManager& themes_;
  ToastStack& toasts_;
  QPointer<DateDialog> dialog_;
};

}  // namespace Parlour::Ui
