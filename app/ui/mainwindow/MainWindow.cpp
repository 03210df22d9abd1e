// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/MainWindow.h"

#include <QEvent>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/feeds/FeedPage.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/WelcomePage.h"
#include "app/ui/notify/DigestList.h"
#include "app/ui/notify/DigestPage.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/search/SearchPage.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {
constexpr int kStartWidth = 1280;
constexpr int kStartHeight = 800;
constexpr int kLine = 1;  // the splitter's handle is the line between two panes
}  // namespace

MainWindow::MainWindow(ThemeManager& themes, int idRole, TimelineDelegate::ReadRow readRow, QWidget* parent)
    : QMainWindow(parent),
      themes_(themes),
      actions_(new MainActions(this)),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      sidebar_(new Sidebar(themes, splitter_)),
      middle_(new QStackedWidget(splitter_)),
      welcome_(new WelcomePage(themes, middle_)),
      roomPage_(new RoomPage(themes, idRole, std::move(readRow), middle_)),
      search_(new SearchPage(themes, middle_)),
      digest_(new DigestPage(themes, middle_)),
      feed_(new FeedPage(themes, middle_)),
      roomPane_(new RoomPane(themes, splitter_)),
      toasts_(new ToastStack(themes, this)) {
  setWindowTitle(tr("Parlour"));
  setMinimumSize(Metrics::kWindowMinWidth, Metrics::kWindowMinHeight);
  setCentralWidget(splitter_);
  for (QWidget* page : {static_cast<QWidget*>(welcome_), static_cast<QWidget*>(roomPage_),
                        static_cast<QWidget*>(search_), static_cast<QWidget*>(digest_),
                        static_cast<QWidget*>(feed_)}) {
    middle_->addWidget(page);
  }
  splitter_->setHandleWidth(kLine);
  splitter_->setChildrenCollapsible(false);
  splitter_->setStretchFactor(0, 0);
  splitter_->setStretchFactor(1, 1);
  splitter_->setStretchFactor(2, 0);
  sidebar_->setMinimumWidth(Metrics::kSidebarMin - kLine);
  sidebar_->setMaximumWidth(Metrics::kSidebarMax - kLine);
  roomPane_->setMinimumWidth(Metrics::kRoomPaneMin - kLine);
  roomPane_->setMaximumWidth(Metrics::kRoomPaneMax - kLine);
  connect(roomPage_->header()->paneButton(), &IconButton::clicked, this,
          [this](bool checked) { setRoomPaneWanted(checked); });
  connect(roomPane_->closeButton(), &IconButton::clicked, this, [this] { setRoomPaneWanted(false); });
  resize(kStartWidth, kStartHeight);
  splitter_->setSizes({Metrics::kSidebarWidth - kLine, kStartWidth - Metrics::kSidebarWidth - Metrics::kRoomPaneWidth,
                       Metrics::kRoomPaneWidth - kLine});
  showPage(Page::Welcome);
}

MainWindow::Page MainWindow::page() const { return static_cast<Page>(middle_->currentIndex()); }

// Where the focus goes when the page it was on gives way to this one.
QWidget* MainWindow::focusOfPage() const {
  switch (page()) {
    case Page::Room:
      return roomPage_->composer()->edit()->isHidden() ? static_cast<QWidget*>(roomPage_->timeline())
                                                       : roomPage_->composer()->edit();
    case Page::Search:
      return search_->focusTarget();
    case Page::Digest:
      return digest_->list();
    case Page::Feed:
      return feed_->list();
    case Page::Welcome:
      break;
  }
  return sidebar_->rooms();
}

void MainWindow::showPage(Page page) {
  QWidget* focus = focusWidget();
  const bool leaves = page != this->page() && focus && middle_->isAncestorOf(focus);
  if (leaves) {
    focus->clearFocus();  // or it would go to some other widget first, and be read out
  }
  middle_->setCurrentIndex(static_cast<int>(page));
  if (leaves) {
    focusOfPage()->setFocus(Qt::OtherFocusReason);
  }
  overlayOpen_ = false;
  placePanes();
}

void MainWindow::setRoomPaneWanted(bool wanted) {
  if (width() < Metrics::kRoomPaneOverlayBelow) {
    overlayOpen_ = wanted;
  } else {
    paneWanted_ = wanted;
  }
  placePanes();
}

void MainWindow::placePanes() {
  const bool narrow = width() < Metrics::kRoomPaneOverlayBelow;
  const bool room = page() == Page::Room;
  const bool show = room && (narrow ? overlayOpen_ : paneWanted_);
  if (narrow && roomPane_->parentWidget() == splitter_) {
    roomPane_->setParent(this);
  } else if (!narrow && roomPane_->parentWidget() != splitter_) {
    overlayOpen_ = false;
    const int free = splitter_->width() - sidebar_->width() - Metrics::kRoomPaneWidth;
    splitter_->addWidget(roomPane_);
    splitter_->setSizes({sidebar_->width(), free, Metrics::kRoomPaneWidth - kLine});
  }
  if (narrow) {
    const int paneWidth = Metrics::kRoomPaneWidth;
    roomPane_->setGeometry(width() - paneWidth, splitter_->y(), paneWidth, splitter_->height());
    roomPane_->raise();
  }
  roomPane_->setVisible(show);
  roomPage_->header()->setPaneOpen(show);
  actions_->roomPane->setChecked(show);
  const bool small = width() < Metrics::kSidebarMinimumBelow;
  sidebar_->setMaximumWidth((small ? Metrics::kSidebarMin : Metrics::kSidebarMax) - kLine);
}

void MainWindow::focusNextPane(int direction) {
  QList<QWidget*> panes{sidebar_->rooms()};
  if (page() == Page::Room) {
    panes << roomPage_->timeline() << roomPage_->composer()->edit();
    if (roomPane_->isVisible()) {
      panes << roomPane_->people();
    }
  } else if (page() == Page::Search) {
    panes << search_->focusTarget();
  } else if (page() == Page::Digest) {
    panes << digest_->list();
  } else if (page() == Page::Feed) {
    panes << feed_->list();
  }
  QWidget* focus = focusWidget();
  const QList<QPair<const QWidget*, QWidget*>> within{{sidebar_, sidebar_->rooms()},
                                                      {roomPage_->composer(), roomPage_->composer()->edit()},
                                                      {roomPane_, roomPane_->people()}};
  qsizetype current = panes.indexOf(focus);
  for (const auto& [pane, target] : within) {
    if (current < 0 && pane->isAncestorOf(focus)) {
      current = panes.indexOf(target);
    }
  }
  const qsizetype count = panes.size();
  const qsizetype next = current < 0 ? 0 : (current + direction + count) % count;
  panes.at(next)->setFocus(Qt::TabFocusReason);
}

QByteArray MainWindow::paneSizes() const { return splitter_->saveState(); }

void MainWindow::restorePaneSizes(const QByteArray& state) {
  splitter_->restoreState(state);
  splitter_->setHandleWidth(kLine);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  placePanes();
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
    Q_EMIT becameActive();
  }
}

}  // namespace Parlour::Ui
