// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QDate>
#include <QStyledItemDelegate>

#include "app/models/MessageSearchModel.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Chip.h"

class QAbstractItemView;

namespace Parlour::Ui {

// The chip of a story, and no-break spaces as wide as it is: it is painted over the beginning of the first line.
ChipLook searchStoryChip();
RichSpans roomForStoryChip(const Typography& type);

// Paints the results of a message search: titles of rooms, hits with their words marked, "show more".
class MessageHitDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  MessageHitDelegate(ThemeManager& themes, QAbstractItemView& view);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  // "Jump to message" of the selected hit.
  QRect jumpRect(const QRect& row) const;
  void forgetLayouts() { layouts_.clear(); }
  void setToday(const QDate& today) { today_ = today; }  // instead of the real one

 private:
  const RichTextLayout& textOf(const Models::MessageSearchRow& row, int width) const;
  void paintRoom(QPainter& painter, const QRect& rect, const Models::MessageSearchRow& row) const;
  void paintHit(QPainter& painter, const QStyleOptionViewItem& option, const Models::MessageSearchRow& row) const;

  ThemeManager& themes_;
  QAbstractItemView& view_;
  QDate today_;
  mutable QCache<QString, RichTextLayout> layouts_;
  mutable int width_ = -1;
  mutable int revision_ = -1;
};

}  // namespace Parlour::Ui
