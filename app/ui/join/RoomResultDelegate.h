// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Paints one found room: kind, name and description with the hits marked, privacy, how many are there.
class RoomResultDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  RoomResultDelegate(ThemeManager& themes, QObject* parent);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
