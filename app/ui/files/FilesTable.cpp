// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/FilesTable.h"

#include <QPainter>

#include "app/models/Roles.h"
#include "app/models/files/RoomFilesModel.h"
#include "app/ui/theme/Icons.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {
namespace {

constexpr int kTableRow = 32;
constexpr int kHeadRow = 28;
constexpr int kCellPadding = 8;
constexpr int kFileIcon = 16;
constexpr int kSortIcon = 12;

Qt::Alignment sideOf(int column) {
  return column == Models::RoomFilesModel::SizeColumn ? Qt::AlignRight : Qt::AlignLeft;
}

}  // namespace

FilesHeader::FilesHeader(const ThemeManager& themes, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), themes_(themes) {
  setSectionsClickable(true);
  setHighlightSections(false);
}

QSize FilesHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), themes_.type().scaled(kHeadRow)}; }

void FilesHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter->fillRect(rect, theme.window);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
  QRect words = rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
  const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
  const bool sorted = sortIndicatorSection() == section;
  if (sorted) {
    const Icon arrow = sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ChevronUp : Icon::ChevronDown;
    const int width = textWidth(title, TextRole::Label, type);
    const bool right = sideOf(section) == Qt::AlignRight;
    const int left = right ? words.right() + 1 - kSortIcon : words.left() + width + 4;
    paintIcon(*painter, arrow, QRect(left, rect.top(), kSortIcon, rect.height()), kSortIcon, theme.text2);
    if (right) words.setRight(left - 4);
  }
  paintTextLine(*painter, words, {title, TextRole::Label, sorted ? theme.text : theme.text2}, type, sideOf(section));
}

FileRowDelegate::FileRowDelegate(const ThemeManager& themes, QObject* parent)
    : QStyledItemDelegate(parent), themes_(themes) {}

QSize FileRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width(), themes_.type().scaled(kTableRow)};
}

void FileRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const Theme& theme = themes_.theme();
  const bool name = index.column() == Models::RoomFilesModel::NameColumn;
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->fillRect(option.rect, theme.selected);
    if (name) painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.accent);
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter->fillRect(option.rect, theme.hover);
  }
  QRect words = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
  if (name) {
    const bool quarantined = index.data(Models::RowRole).value<Core::RoomFile>().quarantined;
    paintIcon(*painter, quarantined ? Icon::Warning : Icon::File,
              QRect(words.left(), words.top(), kFileIcon, words.height()), kFileIcon,
              quarantined ? theme.danger : theme.text2);
    words.setLeft(words.left() + kFileIcon + kCellPadding);
  }
  const TextRole role = name ? TextRole::Body : TextRole::Secondary;
  paintTextLine(*painter, words, {index.data().toString(), role, name ? theme.text : theme.text2}, themes_.type(),
                sideOf(index.column()));
}

}  // namespace Parlour::Ui
