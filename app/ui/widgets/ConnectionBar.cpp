// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/ConnectionBar.h"

#include <QHBoxLayout>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

constexpr int kBarLeft = 16;
constexpr int kBarRight = 12;
constexpr int kBarIcon = 16;

struct BarLook {
  QColor fill;
  QColor text;
  Icon icon;
};

BarLook barLook(BarKind kind, const Theme& theme) {
  switch (kind) {
    case BarKind::Trouble:
      return {theme.mentionBg, theme.mentionText, Icon::Refresh};
    case BarKind::Refused:
      return {theme.dangerBg, theme.danger, Icon::Warning};
    case BarKind::Good:
      return {theme.okBg, theme.ok, Icon::Check};
    case BarKind::Plain:
      return {theme.panel, theme.text2, Icon::Info};
  }
  Q_UNREACHABLE();
}

}  // namespace

ConnectionBar::ConnectionBar(ThemeManager& themes, QWidget* parent)
    : QWidget(parent), themes_(themes), action_(new Button(themes, QString(), ButtonKind::Secondary, this)) {
  action_->setSize(ButtonSize::Small);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kBarLeft, 0, kBarRight, 0);
  row->addStretch();
  row->addWidget(action_);
  connect(action_, &Button::clicked, this, &ConnectionBar::actionRequested);
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
  setFixedHeight(themes.type().scaled(Metrics::kStripHeight));
  hide();
}

void ConnectionBar::showState(BarKind kind, const QString& statement, const QString& rest, const QString& action) {
  const bool isNew = statement != statement_;
  kind_ = kind;
  statement_ = statement;
  rest_ = rest;
  action_->setText(action);
  action_->setVisible(!action.isEmpty());
  setAccessibleName(rest.isEmpty() ? statement : statement + QLatin1Char(' ') + rest);
  setVisible(!statement.isEmpty());
  if (isNew) {
    announce(*this, accessibleName());
  }
  update();
}

void ConnectionBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const BarLook look = barLook(kind_, themes_.theme());
  painter.fillRect(rect(), look.fill);
  painter.fillRect(QRect(0, height() - 1, width(), 1), themes_.theme().line);
  paintIcon(painter, look.icon, QRect(kBarLeft, 0, kBarIcon, height() - 1), kBarIcon, look.text);
  const int right =
      action_->isVisible() ? mirroredIn(rect(), action_->geometry(), layoutDirection()).x() - 8 : width() - kBarRight;
  int left = kBarLeft + kBarIcon + 8;
  const Typography& type = themes_.type();
  left += paintTextLine(painter, QRect(left, 0, right - left, height() - 1),
                        {statement_, TextRole::SecondaryStrong, look.text}, type);
  left += 4;
  if (left < right) {
    paintTextLine(painter, QRect(left, 0, right - left, height() - 1), {rest_, TextRole::Secondary, look.text}, type);
  }
}

}  // namespace Parlour::Ui
