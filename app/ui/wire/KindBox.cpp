// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/KindBox.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kBoxSize = 14;
constexpr int kBoxGap = 7;
constexpr int kCheckSize = 10;
}  // namespace

KindBox::KindBox(ThemeManager& themes, const QString& text, ColorToken color, QWidget* parent)
    : QCheckBox(text, parent), themes_(themes), color_(color) {
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

void KindBox::setTextColor(ColorToken color) {
  textColor_ = color;
  update();
}

QSize KindBox::sizeHint() const {
  const Typography& type = themes_.type();
  return {kBoxSize + kBoxGap + textWidth(text(), TextRole::Secondary, type), type.scaled(Metrics::kPointerTarget)};
}

void KindBox::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const QRect box(0, (height() - kBoxSize) / 2, kBoxSize, kBoxSize);
  if (isChecked()) {
    paintBox(painter, box, Metrics::kRadiusChip, theme.*color_);
    paintIcon(painter, Icon::Check, box, kCheckSize, theme.window);
  } else {
    paintBox(painter, box, Metrics::kRadiusChip, underMouse() ? theme.hover : theme.raised, theme.control);
  }
  const int left = kBoxSize + kBoxGap;
  paintTextLine(painter, QRect(left, 0, width() - left, height()), {text(), TextRole::Secondary, theme.*textColor_},
                themes_.type());
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect(), Metrics::kRadiusChip, theme);
  }
}

}  // namespace Parlour::Ui
