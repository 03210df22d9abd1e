// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/RoomListView.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include "app/models/Roles.h"
#include "app/ui/roomlist/RoomListDelegate.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

RoomListView::RoomListView(ThemeManager& themes, QWidget* parent)
    : QListView(parent), themes_(themes), delegate_(new RoomListDelegate(themes, this)) {
  setItemDelegate(delegate_);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(NoFrame);
  setMouseTracking(true);
  setSelectionMode(SingleSelection);
  setDragDropMode(DragDrop);
  setDefaultDropAction(Qt::MoveAction);
  setResizeMode(Adjust);
  setAccessibleName(tr("Rooms"));
  new OverlayScrollBar(this);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    scheduleDelayedItemsLayout();
    viewport()->update();
  });
}

void RoomListView::activateRow(const QModelIndex& index, bool byKeyboard) {
  const auto row = index.data(Models::RowRole).value<Models::RoomListRow>();
  switch (row.kind) {
    case Models::RoomListRow::Kind::Section:
      Q_EMIT sectionToggled(row.section, !row.collapsed);
      break;
    case Models::RoomListRow::Kind::Room:
      Q_EMIT roomActivated(row.room.uri, byKeyboard);
      break;
    case Models::RoomListRow::Kind::Invitation:
      Q_EMIT invitationOpened(row.invitation, row.room.uri);
      break;
    case Models::RoomListRow::Kind::Request:
      Q_EMIT requestsOpened(row.room.uri);
      break;
    case Models::RoomListRow::Kind::Feed:
      Q_EMIT feedActivated(row.feed);
      break;
    case Models::RoomListRow::Kind::Folder:
      Q_EMIT folderToggled(row.folder, !row.collapsed);
      break;
    case Models::RoomListRow::Kind::Hint:
      break;
  }
}

void RoomListView::mouseReleaseEvent(QMouseEvent* event) {
  QListView::mouseReleaseEvent(event);
  const QModelIndex index = indexAt(event->pos());
  const auto row = index.data(Models::RowRole).value<Models::RoomListRow>();
  if (event->button() == Qt::MiddleButton && index.isValid() && row.kind == Models::RoomListRow::Kind::Room) {
    Q_EMIT otherWindowWanted(row.room.uri);
  }
  if (event->button() != Qt::LeftButton || !index.isValid()) {
    return;
  }
  const QRect place = visualRect(index);
  const QRect action = mirroredIn(place, delegate_->actionRect(place, row), layoutDirection());
  if (row.kind == Models::RoomListRow::Kind::Room && action.contains(event->pos())) {
    Q_EMIT retryRequested(row.room.uri);
  } else if (row.kind == Models::RoomListRow::Kind::Section && action.contains(event->pos())) {
    Q_EMIT newFeedRequested();
  } else if (row.kind != Models::RoomListRow::Kind::Invitation || action.contains(event->pos())) {
    activateRow(index, false);
  }
}

void RoomListView::keyPressEvent(QKeyEvent* event) {
  const QModelIndex index = currentIndex();
  if (index.isValid() &&
      (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
    activateRow(index, true);
    return;
  }
  const bool steps = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
  if (index.isValid() && steps && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
    Q_EMIT stepRequested(index, event->key() == Qt::Key_Up ? -1 : 1);
    return;
  }
  QListView::keyPressEvent(event);
}

// The rows are moved by who owns their order, not by the view.
void RoomListView::dropEvent(QDropEvent* event) {
  const QString format = QStringLiteral("application/x-parlour-room");
  const QModelIndex index = indexAt(event->position().toPoint());
  if (event->source() == this && event->mimeData()->hasFormat(format)) {
    const int row = index.isValid() ? index.row() : model()->rowCount();
    const int below = dropIndicatorPosition() == BelowItem ? 1 : 0;
    const bool on = index.isValid() && dropIndicatorPosition() == OnItem;
    const QString what = QString::fromUtf8(event->mimeData()->data(format));
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(what, row + below, on);
  }
  setState(NoState);
  stopAutoScroll();
  viewport()->update();
}

void RoomListView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
  if (index.isValid()) {
    Q_EMIT menuRequested(index, byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
  }
}

void RoomListView::resizeEvent(QResizeEvent* event) {
  delegate_->setHintWidth(viewport()->width());
  QListView::resizeEvent(event);
}

void RoomListView::paintEvent(QPaintEvent* event) {
  QPainter(viewport()).fillRect(event->rect(), themes_.theme().side);
  QListView::paintEvent(event);
}

}  // namespace Parlour::Ui
