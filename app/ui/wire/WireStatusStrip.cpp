// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireStatusStrip.h"

namespace Parlour::Ui {

namespace {
constexpr int kWireStripHeight = 28;
constexpr int kStripPadding = 16;
constexpr int kStripIcon = 14;
constexpr int kStripIconGap = 6;
constexpr int kFactGap = 16;
}  // namespace

WireStatusStrip::WireStatusStrip(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  applyHeight();
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    applyHeight();
    update();
  });
}

void WireStatusStrip::applyHeight() { setFixedHeight(themes_.type().scaled(kWireStripHeight)); }

void WireStatusStrip::setFacts(Icon icon, ColorToken iconColor, const QStringList& facts) {
  icon_ = icon;
  iconColor_ = iconColor;
  facts_ = facts;
  setAccessibleName(facts.join(QStringLiteral(", ")));
  update();
}

void WireStatusStrip::setRemark(const QString& remark) {
  remark_ = remark;
  update();
}

void WireStatusStrip::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter.fillRect(rect(), theme.side);
  painter.fillRect(QRect(0, 0, width(), 1), theme.line);
  const QRect inside(kStripPadding, 1, width() - 2 * kStripPadding, height() - 1);
  paintIcon(painter, icon_, QRect(inside.left(), inside.top(), kStripIcon, inside.height()), kStripIcon,
            theme.*iconColor_);
  const int remarkWidth = textWidth(remark_, TextRole::Secondary, type);
  int left = inside.left() + kStripIcon + kStripIconGap;
  const int end = inside.right() - remarkWidth - kFactGap;
  for (const QString& fact : facts_) {
    const QRect box(left, inside.top(), end - left, inside.height());
    if (box.width() <= 0) break;
    left += paintTextLine(painter, box, {fact, TextRole::Secondary, theme.text2}, type) + kFactGap;
  }
  paintTextLine(painter, inside, {remark_, TextRole::Secondary, theme.text3}, type, Qt::AlignRight);
}

}  // namespace Parlour::Ui
