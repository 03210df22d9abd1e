// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/wire/LadderGeometry.h"

namespace Parlour::Ui {

inline constexpr int kLadderRowHeight = 23;

// Paints a message of the Wire view between its lifelines. Columns follow the width of the view, not of the
// viewport, so that a scroll bar moves nothing.
class LadderDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit LadderDelegate(ThemeManager& themes, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintColumns(QPainter& painter, const QRect& rect, const Models::WireRow& row,
                    const LadderGeometry& columns) const;
  void paintArrow(QPainter& painter, const QRect& rect, const Models::WireRow& row,
                  const LadderGeometry& columns) const;
  QRect paintLabel(QPainter& painter, const QRect& rect, const Models::WireRow& row,
                   const LadderGeometry& columns) const;

  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
