// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/ManageFoot.h"

#include <QHBoxLayout>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kFootMargin = 16;
constexpr int kFootIcon = 14;
constexpr int kFootTextLeft = 36;
}  // namespace

ManageFoot::ManageFoot(ThemeManager& themes, const QString& deed, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      words_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      again_(new Button(themes, tr("Load again"), ButtonKind::Secondary, this)),
      cancel_(new Button(themes, tr("Cancel"), ButtonKind::Secondary, this)),
      deed_(new Button(themes, deed, ButtonKind::Primary, this)) {
  words_->setWordWrap(true);
  again_->setSize(ButtonSize::Small);
  again_->hide();
  deed_->setDefault(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kFootTextLeft, 1, kFootMargin, 0);
  row->setSpacing(8);
  row->addWidget(words_, 1, Qt::AlignVCenter);
  row->addWidget(again_);
  row->addSpacing(8);
  row->addWidget(cancel_);
  row->addWidget(deed_);
  setFixedHeight(themes.type().scaled(Metrics::kHeaderHeight));
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

QString ManageFoot::text() const { return words_->text(); }

void ManageFoot::show(Tone tone, const QString& text) {
  const bool isNewProblem = tone == Tone::Problem && text != words_->text();
  tone_ = tone;
  words_->setText(text);
  words_->setColor(tone == Tone::Problem ? &Theme::danger : &Theme::text2);
  setAccessibleName(text);
  if (isNewProblem) {
    announce(*this, text);
  }
  update();
}

void ManageFoot::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  painter.fillRect(rect(), theme.panel);
  painter.fillRect(QRect(0, 0, width(), 1), theme.line);
  if (words_->text().isEmpty()) {
    return;
  }
  const QRect box(kFootMargin + 1, 1, kFootIcon, height() - 1);
  switch (tone_) {
    case Tone::Plain:
      paintIcon(painter, Icon::Info, box, kFootIcon, theme.text2);
      break;
    case Tone::Changes:
      paintIcon(painter, Icon::Pencil, box, kFootIcon, theme.accent);
      break;
    case Tone::Problem:
      paintIcon(painter, Icon::Warning, box, kFootIcon, theme.danger);
      break;
  }
}

}  // namespace Parlour::Ui
