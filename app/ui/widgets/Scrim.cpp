// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Scrim.h"

#include <QEvent>
#include <QPainter>

namespace Parlour::Ui {

Scrim::Scrim(ThemeManager& themes, QWidget* window) : QWidget(window), themes_(themes) {
  window->installEventFilter(this);
  setGeometry(window->rect());
  raise();
  show();
}

void Scrim::behind(QDialog& dialog, ThemeManager& themes, QWidget* parent) {
  if (!parent) {
    return;
  }
  auto* scrim = new Scrim(themes, parent->window());
  connect(&dialog, &QDialog::finished, scrim, &QWidget::hide);
  connect(&dialog, &QDialog::finished, scrim, &QObject::deleteLater);
}

bool Scrim::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) {
    setGeometry(parentWidget()->rect());
  }
  return QWidget::eventFilter(watched, event);
}

void Scrim::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themes_.theme().scrim); }

}  // namespace Parlour::Ui
