// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/RoleTabs.h"

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kRoleTabHeight = 44;
constexpr int kRoleTabGap = 18;
constexpr int kRoleTabLine = 2;
}  // namespace

RoleTabs::RoleTabs(ThemeManager& themes, QWidget* parent) : QTabBar(parent), themes_(themes) {
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setAttribute(Qt::WA_Hover);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize RoleTabs::tabSizeHint(int index) const {
  // The wider role, so that nothing moves when the choice does.
  return {textWidth(tabText(index), TextRole::Strong, themes_.type()) + kRoleTabGap,
          themes_.type().scaled(kRoleTabHeight)};
}

void RoleTabs::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  for (int i = 0; i < count(); ++i) {
    const QRect tab = tabRect(i);
    const bool current = i == currentIndex();
    const QRect words(tab.left(), tab.top(), tab.width() - kRoleTabGap, tab.height() - 1);
    paintTextLine(painter, words.adjusted(0, 0, 1, 0),
                  {tabText(i), current ? TextRole::Strong : TextRole::Body, current ? theme.accent : theme.text2},
                  themes_.type());
    if (current) {
      painter.fillRect(QRect(words.left(), height() - kRoleTabLine, words.width(), kRoleTabLine), theme.accent);
    }
    if (current && hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
      paintFocusRing(painter, words.adjusted(-2, 8, 4, -8), Metrics::kRadiusChip, theme);
    }
  }
}

}  // namespace Parlour::Ui
