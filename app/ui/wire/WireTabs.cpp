// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireTabs.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kTabHeight = 30;
constexpr int kTabGap = 18;
constexpr int kTabLine = 2;
constexpr int kCopyIcon = 14;
constexpr int kCopyGap = 5;
}  // namespace

WireTabs::WireTabs(ThemeManager& themes, QWidget* parent) : QTabBar(parent), themes_(themes) {
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setAttribute(Qt::WA_Hover);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize WireTabs::tabSizeHint(int index) const {
  return {textWidth(tabText(index), TextRole::SecondaryStrong, themes_.type()) + kTabGap,
          themes_.type().scaled(kTabHeight)};
}

void WireTabs::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  for (int i = 0; i < count(); ++i) {
    const QRect tab = tabRect(i);
    const bool current = i == currentIndex();
    const QRect words(tab.left(), tab.top(), tab.width() - kTabGap, tab.height());
    const TextRole role = current ? TextRole::SecondaryStrong : TextRole::Secondary;
    paintTextLine(painter, words.adjusted(0, 0, 1, 0), {tabText(i), role, current ? theme.accent : theme.text2},
                  themes_.type());
    if (current) painter.fillRect(QRect(words.left(), height() - kTabLine, words.width(), kTabLine), theme.accent);
    if (current && hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
      paintFocusRing(painter, words.adjusted(-2, 4, 2, -4), Metrics::kRadiusChip, theme);
    }
  }
}

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
