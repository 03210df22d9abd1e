// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/TimelineView.h"

#include <QPainter>
#include <QScrollBar>

#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/JumpButton.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

namespace {
constexpr int kBottomTolerance = 24;
constexpr int kSeenMs = 1000;
constexpr int kStickyMs = 1200;
constexpr int kFlashMs = 2000;
constexpr int kJumpRightMargin = 20;
constexpr int kJumpBottomMargin = 10;
constexpr int kScrollStep = 20;
}  // namespace

TimelineView::TimelineView(ThemeManager& themes, int idRole, TimelineDelegate::ReadRow readRow, QWidget* parent)
    : QListView(parent),
      themes_(themes),
      delegate_(new TimelineDelegate(themes, *this, idRole, std::move(readRow))),
      jump_(new JumpButton(themes, this)),
      sticky_(new StickyDay(themes, this)) {
  setItemDelegate(delegate_);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSelectionMode(ExtendedSelection);
  setResizeMode(Fixed);
  setFrameShape(NoFrame);
  setMouseTracking(true);
  verticalScrollBar()->setSingleStep(kScrollStep);
  new OverlayScrollBar(this);
  setAccessibleName(tr("Messages"));
  for (QTimer* timer : {&seen_, &stickyHides_, &flashEnds_}) {
    timer->setSingleShot(true);
  }
  seen_.setInterval(kSeenMs);
  stickyHides_.setInterval(kStickyMs);
  flashEnds_.setInterval(kFlashMs);
  connect(&seen_, &QTimer::timeout, this, [this] {
    if (newestVisible() && isActiveWindow()) {
      Q_EMIT newestSeen();
    }
  });
  connect(&stickyHides_, &QTimer::timeout, sticky_, &QWidget::hide);
  connect(&flashEnds_, &QTimer::timeout, this, [this] {
    delegate_->setFlashed({});
    viewport()->update();
  });
  connect(jump_, &JumpButton::clicked, this, [this] {
    jumpToLatest();
    Q_EMIT latestWanted();
  });
  connect(&themes, &ThemeManager::themeAboutToChange, this, [this] { beforeTheme_ = takeAnchor(); });
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    delegate_->forgetAll();
    scheduleDelayedItemsLayout();
    restore(beforeTheme_);
  });
  jump_->hide();
}

void TimelineView::setModel(QAbstractItemModel* model) {
  if (this->model()) {
    this->model()->disconnect(this);
  }
  delegate_->forgetAll();
  // Connected before QListView connects itself, so that the place is taken while the old rows still stand.
  if (model) {
    watchModel(model);
  }
  QListView::setModel(model);
  newBelow_ = 0;
  afterScroll();
}

void TimelineView::watchModel(QAbstractItemModel* model) {
  connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { before_ = takeAnchor(); });
  connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { before_ = takeAnchor(); });
  connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { restore(before_); });
}

TimelineView::Anchor TimelineView::takeAnchor() const {
  Anchor anchor;
  anchor.newest = endIsNewest_();
  anchor.bottom = anchor.newest && atBottom();
  const QModelIndex top = indexAt(QPoint(viewport()->width() / 2, 0));
  anchor.index = top;
  anchor.offset = top.isValid() ? visualRect(top).top() : 0;
  return anchor;
}

void TimelineView::restore(const Anchor& anchor) {
  executeDelayedItemsLayout();
  if (anchor.bottom) {
    scrollToBottom();
  } else if (anchor.index.isValid()) {
    const int moved = visualRect(anchor.index).top() - anchor.offset;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
  }
  afterScroll();
}

void TimelineView::relayoutKeepingPlace(const std::function<void()>& change) {
  const Anchor anchor = takeAnchor();
  change();
  scheduleDelayedItemsLayout();
  restore(anchor);
  viewport()->update();
}

void TimelineView::rowsInserted(const QModelIndex& parent, int start, int end) {
  QListView::rowsInserted(parent, start, end);
  if (end + 1 == model()->rowCount() && start > 0 && before_.newest && !before_.bottom) {
    newBelow_ += end - start + 1;
  }
  restore(before_);
}

void TimelineView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) {
  for (int row = start; row <= end; ++row) {
    delegate_->forget(delegate_->idOf(model()->index(row, 0)));
  }
  QListView::rowsAboutToBeRemoved(parent, start, end);
}

void TimelineView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
  relayoutKeepingPlace([this, &topLeft, &bottomRight] {
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
      delegate_->forget(delegate_->idOf(model()->index(row, 0)));
    }
  });
  QListView::dataChanged(topLeft, bottomRight, roles);
}

void TimelineView::reset() {
  delegate_->forgetAll();
  newBelow_ = 0;
  seen_.stop();
  QListView::reset();
}

void TimelineView::rowChangedLocally(int row) {
  const QModelIndex index = model()->index(row, 0);
  dataChanged(index, index, {});
}

void TimelineView::rowsChangedLocally() {
  if (model() && model()->rowCount() > 0)
    dataChanged(model()->index(0, 0), model()->index(model()->rowCount() - 1, 0), {});
}

void TimelineView::resizeEvent(QResizeEvent* event) {
  const Anchor anchor = takeAnchor();
  QListView::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) {
    scheduleDelayedItemsLayout();
  }
  restore(anchor);
  placeOverlays();
}

void TimelineView::placeOverlays() {
  jump_->resize(jump_->sizeHint());
  jump_->move(width() - kJumpRightMargin - jump_->width(), height() - kJumpBottomMargin - jump_->height());
  jump_->setGeometry(mirroredIn(rect(), jump_->geometry(), layoutDirection()));
  jump_->raise();
  sticky_->setGeometry(0, 0, width(), themes_.type().scaled(Metrics::kDayHeight));
}

bool TimelineView::atBottom() const {
  return verticalScrollBar()->maximum() - verticalScrollBar()->value() <= kBottomTolerance;
}

bool TimelineView::newestVisible() const { return isVisible() && model() && model()->rowCount() > 0 && atBottom(); }

void TimelineView::openAt(int row) {
  newBelow_ = 0;
  executeDelayedItemsLayout();
  if (row < 0) {
    scrollToBottom();
  } else {
    const int third = viewport()->height() / 3;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(model()->index(row, 0)).top() - third);
  }
  afterScroll();
}

void TimelineView::jumpToLatest() {
  scrollToBottom();
  newBelow_ = 0;
  afterScroll();
}

void TimelineView::showAndFlash(int row) {
  const QModelIndex index = model()->index(row, 0);
  setCurrentIndex(index);
  clearSelection();
  scrollTo(index, PositionAtCenter);
  delegate_->setFlashed(delegate_->idOf(index));
  flashEnds_.start();
  viewport()->update();
}

void TimelineView::scrollContentsBy(int dx, int dy) {
  QListView::scrollContentsBy(dx, dy);
  afterScroll();
  if (dy != 0 && isVisible()) {
    updateSticky();
  }
}

void TimelineView::afterScroll() {
  const bool bottom = atBottom();
  if (bottom) {
    newBelow_ = 0;
  }
  jump_->setNewCount(newBelow_);
  jump_->setVisible(!bottom && model() && model()->rowCount() > 0);
  placeOverlays();
  // Not started anew by each row that comes: a busy room would stay unread before the reader's eyes.
  if (!newestVisible()) {
    seen_.stop();
  } else if (!seen_.isActive()) {
    seen_.start();
  }
  constexpr int kScreensAhead = 2;
  if (model() && model()->rowCount() > 0 && verticalScrollBar()->value() < kScreensAhead * viewport()->height()) {
    Q_EMIT olderNeeded();
  }
  const int below = verticalScrollBar()->maximum() - verticalScrollBar()->value();
  if (model() && model()->rowCount() > 0 && below < kScreensAhead * viewport()->height()) {
    Q_EMIT newerNeeded();
  }
}

void TimelineView::updateSticky() {
  QModelIndex top = indexAt(QPoint(viewport()->width() / 2, 0));
  // A row of which no more shows than the line would cover does not name the day.
  if (top.isValid() && visualRect(top).bottom() < themes_.type().scaled(Metrics::kDayHeight)) {
    const QModelIndex next = top.siblingAtRow(top.row() + 1);
    if (next.isValid()) top = next;
  }
  const bool ownLineShows = top.isValid() && visualRect(top).top() >= 0;
  if (!dayOf_ || !top.isValid() || ownLineShows) {
    sticky_->hide();
    return;
  }
  sticky_->setDay(dayOf_(top));
  sticky_->show();
  sticky_->raise();
  stickyHides_.start();
}

void TimelineView::paintEvent(QPaintEvent* event) {
  QPainter(viewport()).fillRect(event->rect(), themes_.theme().window);
  QListView::paintEvent(event);
}

}  // namespace Parlour::Ui
