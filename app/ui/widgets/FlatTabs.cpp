// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/FlatTabs.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kFlatTabGap = 18;
constexpr int kFlatTabLine = 2;
constexpr int kFlatTabRing = 26;
}  // namespace

FlatTabs::FlatTabs(ThemeManager& themes, const Look& look, QWidget* parent)
    : QTabBar(parent), themes_(themes), look_(look) {
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setAttribute(Qt::WA_Hover);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize FlatTabs::tabSizeHint(int index) const {
  return {textWidth(tabText(index), look_.current, themes_.type()) + kFlatTabGap, themes_.type().scaled(look_.height)};
}

void FlatTabs::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  for (int i = 0; i < count(); ++i) {
    const QRect tab = tabRect(i);
    const bool current = i == currentIndex();
    const QRect words(tab.left(), tab.top(), tab.width() - kFlatTabGap, tab.height());
    const TextRole role = current ? look_.current : look_.words;
    paintTextLine(painter, words.adjusted(0, 0, 1, 0), {tabText(i), role, current ? theme.accent : theme.text2},
                  themes_.type());
    if (!current) {
      continue;
    }
    painter.fillRect(QRect(words.left(), height() - kFlatTabLine, words.width(), kFlatTabLine), theme.accent);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
      const int inset = (words.height() - themes_.type().scaled(kFlatTabRing)) / 2;
      paintFocusRing(painter, words.adjusted(-2, inset, 2, -inset), Metrics::kRadiusChip, theme);
    }
  }
}

}  // namespace Parlour::Ui
