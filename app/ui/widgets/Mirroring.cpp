// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

void turnAround(QPainter& painter, qreal left, qreal width) {
  painter.save();
  painter.translate(2 * left + width, 0);
  painter.scale(-1, 1);
}

}  // namespace

bool isTurned(const QPainter& painter) { return painter.worldTransform().m11() < 0; }

MirroredPainting::MirroredPainting(QPainter& painter, const QRect& area, Qt::LayoutDirection direction) {
  if (direction != Qt::RightToLeft) return;
  painter_ = &painter;
  turnAround(painter, area.left(), area.width());
}

MirroredPainting::~MirroredPainting() {
  if (painter_) painter_->restore();
}

UprightPainting::UprightPainting(QPainter& painter, const QRectF& box) {
  if (!isTurned(painter)) return;
  painter_ = &painter;
  turnAround(painter, box.left(), box.width());
}

UprightPainting::~UprightPainting() {
  if (painter_) painter_->restore();
}

QPoint mirroredIn(const QRect& area, const QPoint& point, Qt::LayoutDirection direction) {
  return direction == Qt::RightToLeft ? QPoint(area.left() + area.right() - point.x(), point.y()) : point;
}

QRect mirroredIn(const QRect& area, const QRect& rect, Qt::LayoutDirection direction) {
  if (direction != Qt::RightToLeft) return rect;
  return {QPoint(area.left() + area.right() - rect.right(), rect.top()), rect.size()};
}

}  // namespace Parlour::Ui
