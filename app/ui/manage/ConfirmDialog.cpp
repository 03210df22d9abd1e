// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/ConfirmDialog.h"

#include <QHBoxLayout>
#include <QPainter>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {
constexpr int kConfirmWidth = 440;
constexpr int kConfirmMargin = 16;
}  // namespace

ConfirmDialog::ConfirmDialog(ThemeManager& themes, const Question& question, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      deed_(
          new Button(themes, question.deed, question.destructive ? ButtonKind::DangerFill : ButtonKind::Primary, this)),
      cancel_(
          new Button(themes, question.cancel.isEmpty() ? tr("Cancel") : question.cancel, ButtonKind::Secondary, this)) {
  setWindowTitle(tr("Parlour"));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  setAccessibleName(question.title);
  setAccessibleDescription(question.sentence);
  build(question);
  const auto answers = [this](Button* button, Answer answer, int result) {
    connect(button, &Button::clicked, this, [this, answer, result] {
      answer_ = answer;
      done(result);
    });
  };
  answers(deed_, Answer::Deed, Accepted);
  answers(cancel_, Answer::Cancelled, Rejected);
  if (alternative_) {
    answers(alternative_, Answer::Alternative, Accepted);
  }
  cancel_->setDefault(true);
  cancel_->setFocus(Qt::OtherFocusReason);
  Scrim::behind(*this, themes, parent);
}

void ConfirmDialog::build(const Question& question) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* words = new QVBoxLayout;
  words->setContentsMargins(kConfirmMargin, kConfirmMargin, kConfirmMargin, 14);
  words->setSpacing(6);
  auto* title = new Label(themes_, question.title, TextRole::RoomTitle, &Theme::text, this);
  title->setWordWrap(true);
  auto* sentence = new Label(themes_, question.sentence, TextRole::Body, &Theme::text2, this);
  sentence->setWordWrap(true);
  sentence->setTextInteractionFlags(Qt::NoTextInteraction);
  words->addWidget(title);
  words->addWidget(sentence);
  column->addLayout(words, 1);
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(kConfirmMargin, 1, kConfirmMargin, 0);
  row->setSpacing(8);
  if (!question.alternative.isEmpty()) {
    alternative_ = new Button(themes_, question.alternative, ButtonKind::Secondary, foot);
    row->addWidget(alternative_);
  }
  row->addStretch();
  row->addWidget(cancel_);
  row->addWidget(deed_);
  column->addWidget(foot);
  setFixedWidth(qMax(kConfirmWidth, foot->sizeHint().width()));
  setFixedHeight(column->heightForWidth(width()));
}

void ConfirmDialog::done(int result) {
  QDialog::done(result);
  Q_EMIT answered(answer_);
}

void ConfirmDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
}

}  // namespace Parlour::Ui
