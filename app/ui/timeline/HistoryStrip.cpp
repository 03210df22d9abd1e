// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/HistoryStrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

namespace {
constexpr int kQuietMs = 300;
}  // namespace

HistoryStrip::HistoryStrip(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      words_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      retry_(new Button(themes, tr("Try again"), ButtonKind::Secondary, this)),
      delay_(new QTimer(this)) {
  retry_->setSize(ButtonSize::Small);
  delay_->setSingleShot(true);
  delay_->setInterval(kQuietMs);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 0, 16, 1);
  row->setSpacing(12);
  row->addStretch();
  row->addWidget(words_);
  row->addWidget(retry_);
  row->addStretch();
  setFixedHeight(themes.type().scaled(Metrics::kStripHeight));
  connect(retry_, &Button::clicked, this, &HistoryStrip::retryRequested);
  connect(delay_, &QTimer::timeout, this, [this] {
    words_->setText(tr("Loading earlier messages"));
    words_->setColor(&Theme::text3);
    retry_->hide();
    show();
    raise();
  });
  hide();
}

void HistoryStrip::showLoading() {
  if (!isVisible() && !delay_->isActive()) {
    delay_->start();
  }
}

void HistoryStrip::showFailed(const QString& why) {
  delay_->stop();
  words_->setText(why);
  words_->setColor(&Theme::danger);
  retry_->show();
  show();
  raise();
}

void HistoryStrip::showNothing() {
  delay_->stop();
  hide();
}

void HistoryStrip::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), themes_.theme().panel);
  painter.fillRect(QRect(0, height() - 1, width(), 1), themes_.theme().line);
}

}  // namespace Parlour::Ui
