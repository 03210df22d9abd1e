// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/TimelineDelegate.h"

#include <QAbstractItemView>

#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {
constexpr int kLayoutsKept = 200;
constexpr int kBelowLastRow = 10;
}  // namespace

TimelineDelegate::TimelineDelegate(ThemeManager& themes, QAbstractItemView& view, int idRole, ReadRow readRow)
    : QStyledItemDelegate(&view),
      themes_(themes),
      view_(view),
      idRole_(idRole),
      readRow_(std::move(readRow)),
      layouts_(kLayoutsKept) {}

void TimelineDelegate::checkWidth() const {
  const int width = view_.viewport()->width();
  if (width != width_ || themes_.revision() != revision_) {
    width_ = width;
    revision_ = themes_.revision();
    heights_.clear();
    layouts_.clear();
  }
}

const RowLayout& TimelineDelegate::layoutOf(const QModelIndex& index) const {
  checkWidth();
  const QString id = idOf(index);
  if (RowLayout* known = layouts_.object(id)) {
    return *known;
  }
  auto* made = new RowLayout(readRow_(index), width_, {themes_.theme(), themes_.type(), view_.devicePixelRatioF()});
  heights_.insert(id, made->height());
  layouts_.insert(id, made);
  return *made;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
  checkWidth();
  const auto known = heights_.constFind(idOf(index));
  int height = known != heights_.constEnd() ? *known : layoutOf(index).height();
  if (index.row() + 1 == index.model()->rowCount()) {
    height += kBelowLastRow;
  }
  return {width_, height};
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const RowLayout& layout = layoutOf(index);
  const QString id = idOf(index);
  RowPaintState state;
  state.hovered = id == hoveredId_;
  state.selected = option.state.testFlag(QStyle::State_Selected);
  state.keyboardFocus =
      option.state.testFlag(QStyle::State_HasFocus) && view_.window()->testAttribute(Qt::WA_KeyboardFocusChange);
  state.flashed = id == flashedId_;
  state.selection = selectionOf(id);
  layout.paint(*painter, option.rect.topLeft(), state,
               {themes_.theme(), themes_.type(), painter->device()->devicePixelRatioF()});
}

void TimelineDelegate::forget(const QString& id) {
  heights_.remove(id);
  layouts_.remove(id);
}

void TimelineDelegate::forgetAll() {
  heights_.clear();
  layouts_.clear();
}

void TimelineDelegate::setSelection(const QString& id, TextRange range) {
  selectedId_ = id;
  selection_ = range;
}

}  // namespace Parlour::Ui
