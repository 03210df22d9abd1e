// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QPoint>
#include <QRect>
#include <QWidget>

namespace Parlour::Ui {

// Interfaces from right to left. What draws itself is laid out from the left only; a turned painter carries it to the
// other side, and words and pictures are turned back where they stand. Points of the mouse go the same way.

// Turns `painter` around the vertical middle of `area` for as long as it lives, if `direction` is from right to left.
class MirroredPainting {
 public:
  MirroredPainting(QPainter& painter, const QRect& area, Qt::LayoutDirection direction);
  ~MirroredPainting();
  Q_DISABLE_COPY_MOVE(MirroredPainting)

 private:
  QPainter* painter_ = nullptr;  // null: nothing to undo
};

// Turns `box` back within a turned painter; does nothing in any other.
class UprightPainting {
 public:
  UprightPainting(QPainter& painter, const QRectF& box);
  ~UprightPainting();
  Q_DISABLE_COPY_MOVE(UprightPainting)

 private:
  QPainter* painter_ = nullptr;
};

bool isTurned(const QPainter& painter);

// `point` or `rect` on the other side of `area`, if `direction` is from right to left.
QPoint mirroredIn(const QRect& area, const QPoint& point, Qt::LayoutDirection direction);
QRect mirroredIn(const QRect& area, const QRect& rect, Qt::LayoutDirection direction);

}  // namespace Parlour::Ui
