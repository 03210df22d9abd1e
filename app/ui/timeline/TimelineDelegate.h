// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QHash>
#include <QStyledItemDelegate>
#include <functional>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/timeline/RowLayout.h"

class QAbstractItemView;

namespace Parlour::Ui {

// Paints timeline rows and remembers their heights by the row's id; a height is asked for every row at every
// change, a layout only for rows on screen. Heights and layouts are dropped when the width, the text size or
// the theme changes, and one by one when a row changes. Owned by its view.
class TimelineDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using ReadRow = std::function<RowContent(const QModelIndex&)>;
  // `idRole` gives the stable id of a row without building its whole content.
  TimelineDelegate(ThemeManager& themes, QAbstractItemView& view, int idRole, ReadRow readRow);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  const RowLayout& layoutOf(const QModelIndex& index) const;
  QString idOf(const QModelIndex& index) const { return index.data(idRole_).toString(); }
  void forget(const QString& id);
  void forgetAll();

  void setHovered(const QString& id) { hoveredId_ = id; }
  void setSelection(const QString& id, TextRange range);
  TextRange selectionOf(const QString& id) const { return id == selectedId_ ? selection_ : TextRange{}; }
  void setFlashed(const QString& id) { flashedId_ = id; }

 private:
  void checkWidth() const;

  ThemeManager& themes_;
  QAbstractItemView& view_;
  int idRole_;
  ReadRow readRow_;
  mutable QHash<QString, int> heights_;
  mutable QCache<QString, RowLayout> layouts_;
  mutable int width_ = -1;
  mutable int revision_ = -1;
  QString hoveredId_;
  QString selectedId_;
  QString flashedId_;
  TextRange selection_;
};

}  // namespace Parlour::Ui
