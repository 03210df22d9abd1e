// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Rows and column heads of the list of files, painted with the theme's colours like the other lists. Both belong to
// their view; the theme manager outlives them.
class FilesHeader : public QHeaderView {
 public:
  FilesHeader(const ThemeManager& themes, QWidget* parent);
  QSize sizeHint() const override;

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;

 private:
  const ThemeManager& themes_;
};

class FileRowDelegate : public QStyledItemDelegate {
 public:
  FileRowDelegate(const ThemeManager& themes, QObject* parent);
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const ThemeManager& themes_;
};

}  // namespace Parlour::Ui
