// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/CopyLink.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kCopyIcon = 14;
constexpr int kCopyGap = 5;
}  // namespace

CopyLink::CopyLink(ThemeManager& themes, const QString& accessibleName, QWidget* parent)
    : QAbstractButton(parent), themes_(themes) {
  setText(tr("Copy"));
  setAccessibleName(accessibleName);
  setToolTip(accessibleName);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAttribute(Qt::WA_Hover);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize CopyLink::sizeHint() const {
  return {kCopyIcon + kCopyGap + textWidth(text(), TextRole::Label, themes_.type()),
          themes_.type().lineHeight(TextRole::Label)};
}

void CopyLink::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  paintIcon(painter, Icon::Copy, QRect(0, 0, kCopyIcon, height()), 12, theme.accent);
  const int left = kCopyIcon + kCopyGap;
  TextLine line{text(), TextRole::Label, theme.accent};
  line.underline = underMouse() || isDown();
  paintTextLine(painter, QRect(left, 0, width() - left + 1, height()), line, themes_.type());
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect(), Metrics::kRadiusChip, theme);
  }
}

}  // namespace Parlour::Ui
