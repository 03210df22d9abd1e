// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/DateJump.h"

#include <QLocale>

#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

DateJump::DateJump(Core::Client& client, ThemeManager& themes, ToastStack& toasts, QObject* parent)
    : QObject(parent), client_(client), themes_(themes), toasts_(toasts) {}

void DateJump::ask(const Core::Room& room, const Timestamp& shownTime, QWidget* window) {
  if (dialog_) return dialog_->activateWindow();
  const auto dayOf = [](const Timestamp& time) { return QDateTime::fromMSecsSinceEpoch(time.toMs()).date(); };
  const QDate today = QDate::currentDate();
  const Timestamp created = room.summary().createdOn;
  const QDate first = created.isNull() ? QDate() : dayOf(created);
  dialog_ = new DateDialog(themes_, shownTime.isNull() ? today : dayOf(shownTime), first, today, window);
  connect(dialog_, &DateDialog::dayChosen, this, [this, uri = room.uri()](const QDate& day) { go(uri, day); });
  dialog_->open();
}

void DateJump::go(const RoomUri& room, const QDate& day) {
  const Timestamp begin = Timestamp::fromMs(day.startOfDay().toMSecsSinceEpoch());
  client_.firstMessageSince(room, begin).then(this, [this, room, day](const Result<ChatId>& found) {
    const QString words = QLocale().toString(day, QLocale::LongFormat);
    if (!found) {
      toasts_.show({tr("%1 could not be shown").arg(words), found.error().text, QString(), true});
    } else if (*found == 0) {
      toasts_.show({tr("No messages since then"), tr("The room has none since %1.").arg(words), QString(), false});
    } else {
      Q_EMIT messageFound(room, *found);
    }
  });
}

}  // namespace Parlour::Ui
