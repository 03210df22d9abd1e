// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/FieldBox.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStyle>

#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kCaptionGap = 5;
constexpr int kProblemIcon = 14;
constexpr int kProblemTextLeft = 20;
}  // namespace

ProblemLine::ProblemLine(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      words_(new Label(themes, QString(), TextRole::Secondary, &Theme::danger, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kProblemTextLeft, 0, 0, 0);
  words_->setWordWrap(true);
  row->addWidget(words_);
  hide();
}

QString ProblemLine::text() const { return words_->text(); }

void ProblemLine::setText(const QString& text) {
  const bool isNew = text != words_->text();
  words_->setText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  if (isNew) {
    announce(*this, text);
  }
}

void ProblemLine::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintIcon(painter, Icon::Warning, QRect(0, 0, kProblemIcon, themes_.type().lineHeight(TextRole::Secondary)),
            kProblemIcon, themes_.theme().danger);
}

FieldBox::FieldBox(ThemeManager& themes, const QString& caption, QWidget* field, QWidget* parent)
    : QWidget(parent),
      field_(field),
      counter_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      problem_(new ProblemLine(themes, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kCaptionGap);
  auto* label = new Label(themes, caption, TextRole::Label, &Theme::text2, this);
  label->setBuddy(field);
  QString plain = caption;
  field->setAccessibleName(plain.remove(QLatin1Char('&')));
  auto* head = new QHBoxLayout;
  head->setContentsMargins(0, 0, 0, 0);
  head->addWidget(label, 1);
  head->addWidget(counter_);
  counter_->hide();
  column->addLayout(head);
  column->addWidget(field);
  column->addWidget(problem_);
}

QString FieldBox::counter() const { return counter_->text(); }

void FieldBox::setCounter(qsizetype used, qsizetype allowed) {
  counter_->setText(tr("%1 / %2").arg(QLocale().toString(used), QLocale().toString(allowed)));
  counter_->setColor(used > allowed ? &Theme::danger : &Theme::text3);
  counter_->setRole(used > allowed ? TextRole::SecondaryStrong : TextRole::Secondary);
  counter_->show();
}

void FieldBox::hideCounter() { counter_->hide(); }

void FieldBox::setProblem(const QString& text) {
  problem_->setText(text);
  const bool invalid = !text.isEmpty();
  if (field_->property("invalid").toBool() != invalid) {
    field_->setProperty("invalid", invalid);
    field_->style()->unpolish(field_);
    field_->style()->polish(field_);
  }
}

}  // namespace Parlour::Ui
