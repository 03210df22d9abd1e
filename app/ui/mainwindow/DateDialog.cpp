// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/DateDialog.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/ui/manage/FieldBox.h"
#include "app/ui/theme/Icons.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {
constexpr int kDateMargin = 16;
constexpr int kArrowSize = 16;
}  // namespace

DateDialog::DateDialog(ThemeManager& themes, const QDate& shown, const QDate& first, const QDate& today,
                       QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      typed_(new QDateEdit(this)),
      calendar_(new QCalendarWidget(this)),
      go_(new Button(themes, tr("&Go"), ButtonKind::Primary, this)) {
  setWindowTitle(tr("Go to date"));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  calendar_->setAccessibleName(tr("Day"));
  setDays(shown, first, today);
  dressCalendar();
  connect(&themes_, &ThemeManager::themeChanged, this, &DateDialog::dressCalendar);
  auto* cancel = new Button(themes, tr("Cancel"), ButtonKind::Secondary, this);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addStretch();
  foot->addWidget(cancel);
  foot->addWidget(go_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kDateMargin, kDateMargin, kDateMargin, kDateMargin);
  column->setSpacing(12);
  column->addWidget(new FieldBox(themes, tr("&Day"), typed_, this));
  column->addWidget(calendar_);
  column->addLayout(foot);
  go_->setDefault(true);
  connect(go_, &Button::clicked, this, &DateDialog::choose);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(calendar_, &QCalendarWidget::activated, this, &DateDialog::choose);
  calendar_->setFocus(Qt::OtherFocusReason);
  Scrim::behind(*this, themes, parent);
}

void DateDialog::setDays(const QDate& shown, const QDate& first, const QDate& today) {
  typed_->setMinimumHeight(themes_.type().scaled(Metrics::kControlHeight));
  typed_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  // Days are typed into the field; the calendar's own way to type one shows a bare box and never frees it.
  calendar_->setDateEditEnabled(false);
  if (first.isValid()) {
    typed_->setMinimumDate(first);
    calendar_->setMinimumDate(first);
  }
  typed_->setMaximumDate(today);
  calendar_->setMaximumDate(today);
  typed_->setDate(shown);
  calendar_->setSelectedDate(shown);
  connect(typed_, &QDateEdit::dateChanged, calendar_, &QCalendarWidget::setSelectedDate);
  connect(calendar_, &QCalendarWidget::selectionChanged, typed_,
          [this] { typed_->setDate(calendar_->selectedDate()); });
}

// The calendar has colours, formats and pictures of its own, which do not follow the theme.
void DateDialog::dressCalendar() {
  const Theme& theme = themes_.theme();
  calendar_->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
  calendar_->setWeekdayTextFormat(Qt::Saturday, {});
  calendar_->setWeekdayTextFormat(Qt::Sunday, {});
  QTextCharFormat head;
  head.setForeground(theme.text2);
  calendar_->setHeaderTextFormat(head);
  QPalette bar = palette();
  bar.setColor(QPalette::Highlight, theme.window);
  bar.setColor(QPalette::HighlightedText, theme.text);
  if (auto* navigation = calendar_->findChild<QWidget*>(QStringLiteral("qt_calendar_navigationbar"))) {
    navigation->setPalette(bar);
  }
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  const auto dress = [&](const char* name, Icon picture, const QString& words) {
    auto* button = calendar_->findChild<QToolButton*>(QLatin1String(name));
    if (!button) return;
    button->setIcon(icon(picture, kArrowSize, theme.text2, theme.text3));
    button->setIconSize({kArrowSize, kArrowSize});
    button->setToolTip(words);
    button->setAccessibleName(words);
  };
  for (const char* name : {"qt_calendar_monthbutton", "qt_calendar_yearbutton"}) {
    if (auto* button = calendar_->findChild<QToolButton*>(QLatin1String(name))) {
      QPalette words = button->palette();
      for (const auto role : {QPalette::ButtonText, QPalette::WindowText, QPalette::HighlightedText, QPalette::Text}) {
        words.setColor(role, theme.text);
      }
      button->setPalette(words);
    }
  }
  dress("qt_calendar_prevmonth", mirrored ? Icon::ChevronRight : Icon::ChevronLeft, tr("Previous month"));
  dress("qt_calendar_nextmonth", mirrored ? Icon::ChevronLeft : Icon::ChevronRight, tr("Next month"));
}

void DateDialog::choose() {
  const QDate day = calendar_->selectedDate();
  accept();
  Q_EMIT dayChosen(day);
}

}  // namespace Parlour::Ui
