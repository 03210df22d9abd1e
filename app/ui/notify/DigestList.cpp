// SPDX-License-Identifier: Apache-2.0
#include "app/ui/notify/DigestList.h"

#include <QKeyEvent>

#include "app/models/Roles.h"
#include "app/ui/notify/DigestDelegate.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

DigestList::DigestList(ThemeManager& themes, QWidget* parent)
    : QListView(parent), delegate_(new DigestDelegate(themes, *this)) {
  setItemDelegate(delegate_);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setResizeMode(QListView::Adjust);
  setMouseTracking(true);
  setFrameShape(QFrame::NoFrame);
  setContextMenuPolicy(Qt::CustomContextMenu);
  new OverlayScrollBar(this);
  connect(&themes, &ThemeManager::themeChanged, this, [this] { doItemsLayout(); });
}

Models::DigestRow DigestList::rowOf(const QModelIndex& index) {
  return index.data(Models::RowRole).value<Models::DigestRow>();
}

void DigestList::ensureCurrent() {
  if (!currentIndex().isValid() && model() && model()->rowCount() > 0) setCurrentIndex(model()->index(0, 0));
}

void DigestList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT returnPressed(currentIndex());
    return;
  }
  QListView::keyPressEvent(event);
}

}  // namespace Parlour::Ui
