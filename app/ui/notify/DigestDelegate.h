// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QStyledItemDelegate>

#include "app/models/DigestModel.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

class QAbstractItemView;

namespace Parlour::Ui {

// Paints what is new across rooms: titles of rooms with their badges and "Mark read", messages with why they matter.
class DigestDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  DigestDelegate(ThemeManager& themes, QAbstractItemView& view);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  // "Mark read" in the title of a room.
  QRect markRect(const QRect& row) const;

 private:
  const RichTextLayout& textOf(const Models::DigestRow& row) const;
  void paintTitle(QPainter& painter, const QRect& rect, const Models::DigestRow& row) const;
  void paintMessage(QPainter& painter, const QStyleOptionViewItem& option, const Models::DigestRow& row) const;
  void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Models::DigestRow& row) const;
  void paintReasons(QPainter& painter, const QRect& line, int left, const Models::DigestRow& row) const;
  PaintContext context() const;

  ThemeManager& themes_;
  QAbstractItemView& view_;
  mutable QCache<QString, RichTextLayout> layouts_;
  mutable int width_ = -1;
  mutable int revision_ = -1;
};

}  // namespace Parlour::Ui
