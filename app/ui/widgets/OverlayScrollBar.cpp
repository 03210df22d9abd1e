// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/OverlayScrollBar.h"

#include <QAbstractScrollArea>
#include <QEvent>

namespace Parlour::Ui {

namespace {
constexpr int kBarWidth = 10;
constexpr int kShownMs = 900;
}  // namespace

OverlayScrollBar::OverlayScrollBar(QAbstractScrollArea* area) : QScrollBar(Qt::Vertical, area), area_(area) {
  area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  QScrollBar* real = area->verticalScrollBar();
  const auto copyRange = [this, real] {
    setRange(real->minimum(), real->maximum());
    setPageStep(real->pageStep());
    setSingleStep(real->singleStep());
    setVisible(isVisible() && real->maximum() > real->minimum());
  };
  connect(real, &QScrollBar::rangeChanged, this, copyRange);
  connect(real, &QScrollBar::valueChanged, this, [this](int value) {
    setValue(value);
    if (area_->underMouse()) {
      showShortly();
    }
  });
  connect(this, &QScrollBar::valueChanged, real, &QScrollBar::setValue);
  area->installEventFilter(this);
  hides_.setSingleShot(true);
  hides_.setInterval(kShownMs);
  connect(&hides_, &QTimer::timeout, this, [this] {
    if (!area_->underMouse() && !isSliderDown()) {
      hide();
    }
  });
  hide();
  copyRange();
  place();
}

void OverlayScrollBar::place() {
  setGeometry(area_->width() - kBarWidth, 0, kBarWidth, area_->height());
  raise();
}

void OverlayScrollBar::showShortly() {
  if (area_->isVisible() && maximum() > minimum()) {
    show();
    raise();
    hides_.start();
  }
}

bool OverlayScrollBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == area_ && event->type() == QEvent::Resize) {
    place();
  } else if (watched == area_ && event->type() == QEvent::Enter) {
    showShortly();
  } else if (watched == area_ && event->type() == QEvent::Leave) {
    hides_.start();
  }
  return QScrollBar::eventFilter(watched, event);
}

}  // namespace Parlour::Ui
