// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/IconButton.h"

#include "app/ui/theme/Metrics.h"

namespace Parlour::Ui {

namespace {
constexpr int kCaptionGap = 6;
constexpr int kCaptionPadding = 8;
}  // namespace

IconButton::IconButton(ThemeManager& themes, Icon icon, const QString& words, QWidget* parent)
    : QAbstractButton(parent), themes_(themes), icon_(icon) {
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setWords(words);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

void IconButton::setIcon(Icon icon) {
  icon_ = icon;
  update();
}

void IconButton::setWords(const QString& words, const QKeySequence& shortcut) {
  setAccessibleName(words);
  const QString keys = shortcut.toString(QKeySequence::NativeText);
  setToolTip(keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys));
}

void IconButton::setIconSize(int size) {
  iconSize_ = size;
  update();
}

void IconButton::setBoxSize(const QSize& size) {
  box_ = size.expandedTo(QSize(Metrics::kPointerTarget, Metrics::kPointerTarget));
  updateGeometry();
}

void IconButton::setColor(ColorToken color) {
  color_ = color;
  update();
}

void IconButton::setCaption(const QString& caption) {
  caption_ = caption;
  updateGeometry();
  update();
}

QSize IconButton::sizeHint() const {
  const Typography& type = themes_.type();
  QSize size(box_.width(), type.scaled(box_.height()));
  if (!caption_.isEmpty()) {
    size.setWidth(iconSize_ + kCaptionGap + textWidth(caption_, TextRole::Body, type) + 2 * kCaptionPadding + 2);
  }
  return size;
}

void IconButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const bool on = isCheckable() && isChecked();
  if (on) {
    paintBox(painter, rect(), Metrics::kRadiusControl, theme.tint, theme.highContrast ? theme.control : QColor());
  } else if (isEnabled() && (underMouse() || isDown())) {
    paintBox(painter, rect(), Metrics::kRadiusControl, theme.hover);
  }
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect(), Metrics::kRadiusControl, theme);
  }
  const QColor color = !isEnabled() ? theme.text3 : (on && color_ == &Theme::text2 ? theme.accent : theme.*color_);
  if (caption_.isEmpty()) {
    paintIcon(painter, icon_, rect(), iconSize_, color);
    return;
  }
  paintIcon(painter, icon_, QRect(kCaptionPadding, 0, iconSize_, height()), iconSize_, color);
  const int left = kCaptionPadding + iconSize_ + kCaptionGap;
  paintTextLine(painter, QRect(left, 0, width() - left, height()), {caption_, TextRole::Body, color}, themes_.type());
}

}  // namespace Parlour::Ui
