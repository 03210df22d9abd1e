// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/OverlayScrollBar.h"

#include <QAbstractScrollArea>
#include <QEvent>

namespace Parlour::Ui {

namespace {
constexpr int kBarWidth = 10;
}  // namespace

OverlayScrollBar::OverlayScrollBar(QAbstractScrollArea* area) : QScrollBar(Qt::Vertical, area), area_(area) {
  area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  QScrollBar* real = area->verticalScrollBar();
  const auto copyRange = [this, real] {
    setRange(real->minimum(), real->maximum());
    setPageStep(real->pageStep());
    setSingleStep(real->singleStep());
    setVisible(real->maximum() > real->minimum());
  };
  connect(real, &QScrollBar::rangeChanged, this, copyRange);
  connect(real, &QScrollBar::valueChanged, this, &QScrollBar::setValue);
  connect(this, &QScrollBar::valueChanged, real, &QScrollBar::setValue);
  area->installEventFilter(this);
  copyRange();
  place();
}

void OverlayScrollBar::place() {
  setGeometry(area_->width() - kBarWidth, 0, kBarWidth, area_->height());
  raise();
}

bool OverlayScrollBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == area_ && event->type() == QEvent::Resize) {
    place();
  }
  return QScrollBar::eventFilter(watched, event);
}

}  // namespace Parlour::Ui
