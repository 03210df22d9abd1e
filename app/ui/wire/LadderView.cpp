// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/LadderView.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include "app/ui/wire/LadderDelegate.h"

namespace Parlour::Ui {

namespace {
constexpr int kStillAtBottom = 24;
}

LadderView::LadderView(ThemeManager& themes, QWidget* parent) : QListView(parent), themes_(themes) {
  setItemDelegate(new LadderDelegate(themes, this));
  setSelectionMode(ExtendedSelection);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setUniformItemSizes(true);
  setFrameShape(NoFrame);
  setAccessibleName(tr("Messages"));
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
          [this](int value) { following_ = value >= verticalScrollBar()->maximum() - kStillAtBottom; });
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int /*minimum*/, int maximum) {
    if (following_) verticalScrollBar()->setValue(maximum);
  });
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    scheduleDelayedItemsLayout();
    viewport()->update();
  });
}

void LadderView::follow() {
  following_ = true;
  verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

// Reading begins at the last row on screen.
void LadderView::focusInEvent(QFocusEvent* event) {
  const int rows = model() ? model()->rowCount() : 0;
  if (!currentIndex().isValid() && rows > 0) {
    const QModelIndex last = indexAt(QPoint(viewport()->width() / 2, viewport()->height() - 1));
    selectionModel()->setCurrentIndex(last.isValid() ? last : model()->index(rows - 1, 0),
                                      QItemSelectionModel::NoUpdate);
  }
  QListView::focusInEvent(event);
}

void LadderView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    Q_EMIT copyRequested();
  } else if (event->key() == Qt::Key_Escape) {
    Q_EMIT escapePressed();
  } else {
    QListView::keyPressEvent(event);
  }
}

// The lifelines go on below the last row.
void LadderView::paintEvent(QPaintEvent* event) {
  {
    QPainter painter(viewport());
    const Theme& theme = themes_.theme();
    painter.fillRect(viewport()->rect(), theme.window);
    const LadderGeometry columns(width(), themes_.type());
    for (const auto line : {Models::Lifeline::Client, Models::Lifeline::FrontEnd, Models::Lifeline::PersistentChat}) {
      painter.fillRect(QRect(columns.lifeline(line), 0, 1, viewport()->height()), theme.controlSoft);
    }
  }
  QListView::paintEvent(event);
}

}  // namespace Parlour::Ui
