// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/JumpButton.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kJumpHeight = 30;
constexpr int kJumpIcon = 14;
constexpr int kJumpLeft = 10;
constexpr int kJumpTextLeft = 30;
constexpr int kJumpRight = 14;
}  // namespace

JumpButton::JumpButton(ThemeManager& themes, QWidget* parent) : QAbstractButton(parent), themes_(themes) {
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  setNewCount(0);
}

void JumpButton::setNewCount(int count) {
  setText(count > 0 ? tr("Jump to latest · %L1").arg(count) : tr("Jump to latest"));
  setAccessibleName(count > 0 ? tr("Jump to latest, %n new", nullptr, count) : tr("Jump to latest"));
  setToolTip(tr("Go to the newest message (End)"));
  resize(sizeHint());
  update();
}

QSize JumpButton::sizeHint() const {
  return {kJumpTextLeft + textWidth(text(), TextRole::Label, themes_.type()) + kJumpRight, kJumpHeight};
}

void JumpButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  paintBox(painter, rect(), height() / 2.0, theme.fill);
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintBox(painter, rect().adjusted(2, 2, -2, -2), height() / 2.0 - 2, {}, theme.onFill, 2);
  }
  paintIcon(painter, Icon::ArrowDown, QRect(kJumpLeft, 0, kJumpIcon, height()), kJumpIcon, theme.onFill);
  paintTextLine(painter, QRect(kJumpTextLeft, 0, width() - kJumpTextLeft, height()),
                {text(), TextRole::Label, theme.onFill}, themes_.type());
}

StickyDay::StickyDay(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  hide();
}

void StickyDay::setDay(const QString& words) {
  words_ = words;
  update();
}

void StickyDay::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  painter.fillRect(rect(), theme.window);
  painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
  paintTextLine(painter, rect(), {words_, TextRole::Badge, theme.text3}, themes_.type(), Qt::AlignHCenter);
}

}  // namespace Parlour::Ui
