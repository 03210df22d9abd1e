// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomWindow.h"

#include <QCloseEvent>
#include <QListView>
#include <QSplitter>

#include "app/models/Roles.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/RoomController.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

namespace {
constexpr int kRoomWindowWidth = 744;
constexpr int kRoomWindowHeight = 720;
constexpr int kRoomWindowLeast = 480;  // the timeline's
constexpr int kRoomWindowLine = 1;
}  // namespace

RoomWindow::RoomWindow(Core::Client& client, ThemeManager& themes, DraftShelf& drafts, Core::Room* room)
    : client_(client),
      themes_(themes),
      uri_(room->uri()),
      actions_(new MainActions(this)),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      page_(new RoomPage(
          themes, Models::IdRole,
          [this](const QModelIndex& index) {
            return contents_.read(index.data(Models::RowRole).value<Models::TimelineRow>());
          },
          splitter_)),
      pane_(new RoomPane(themes, splitter_)),
      toasts_(new ToastStack(themes, this)) {
  contents_.setMe(client.me(), client.myName());
  contents_.setPreferences(&client.preferences());
  setCentralWidget(splitter_);
  splitter_->setHandleWidth(kRoomWindowLine);
  splitter_->setChildrenCollapsible(false);
  splitter_->setStretchFactor(0, 1);
  splitter_->setStretchFactor(1, 0);
  pane_->setMinimumWidth(Metrics::kRoomPaneMin - kRoomWindowLine);
  pane_->setMaximumWidth(Metrics::kRoomPaneMax - kRoomWindowLine);
  setMinimumSize(kRoomWindowLeast, Metrics::kWindowMinHeight);
  resize(kRoomWindowWidth, kRoomWindowHeight);
  controller_ = std::make_unique<RoomController>(client, *this, contents_, drafts);
  connect(page_->header()->paneButton(), &IconButton::clicked, this, &RoomWindow::setRoomPaneWanted);
  connect(page_->header()->membersButton(), &IconButton::clicked, this, [this] { setRoomPaneWanted(true); });
  connect(pane_->closeButton(), &IconButton::clicked, this, [this] { setRoomPaneWanted(false); });
  connect(actions_->roomPane, &QAction::triggered, this, &RoomWindow::setRoomPaneWanted);
  connect(actions_->nextPane, &QAction::triggered, this, [this] { focusNextPane(1); });
  connect(actions_->previousPane, &QAction::triggered, this, [this] { focusNextPane(-1); });
  connect(room, &Core::Room::changed, this, &RoomWindow::showTitle);
  connect(&client.preferences(), &Core::Preferences::changed, this, [this](Core::PreferencePage changed) {
    if (changed == Core::PreferencePage::Appearance) {
      page_->timeline()->rowsChangedLocally();
    }
  });
  actions_->ownWindow->setText(tr("Show in the main &window"));
  controller_->show(room, true);
  showTitle();
  placePane();
}

RoomWindow::~RoomWindow() = default;

void RoomWindow::showTitle() {
  if (const Core::Room* room = controller_->room()) {
    setWindowTitle(tr("%1 – Parlour").arg(room->summary().name));
  }
}

void RoomWindow::setRoomPaneWanted(bool wanted) {
  paneWanted_ = wanted;
  if (wanted && width() < Metrics::kWindowMinWidth) {
    resize(Metrics::kWindowMinWidth, height());
  }
  placePane();
}

void RoomWindow::placePane() {
  const bool show = paneWanted_ && width() >= Metrics::kWindowMinWidth;
  if (show && pane_->isHidden()) {
    splitter_->setSizes({width() - Metrics::kRoomPaneWidth, Metrics::kRoomPaneWidth - kRoomWindowLine});
  }
  pane_->setVisible(show);
  page_->header()->setPaneOpen(show);
  actions_->roomPane->setChecked(show);
}

void RoomWindow::focusNextPane(int direction) {
  QList<QWidget*> panes{page_->timeline(), page_->composer()->edit()};
  if (pane_->isVisible()) {
    panes.append(pane_->people());
  }
  qsizetype current = panes.indexOf(focusWidget());
  if (current < 0 && page_->composer()->isAncestorOf(focusWidget())) {
    current = 1;
  } else if (current < 0 && pane_->isAncestorOf(focusWidget())) {
    current = panes.size() - 1;
  }
  const qsizetype next = current < 0 ? 0 : (current + direction + panes.size()) % panes.size();
  panes.at(next)->setFocus(Qt::TabFocusReason);
}

void RoomWindow::bringUp(bool focusComposer) {
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
  if (focusComposer) {
    page_->composer()->edit()->setFocus(Qt::OtherFocusReason);
  }
}

void RoomWindow::closeEvent(QCloseEvent* event) {
  QMainWindow::closeEvent(event);
  Q_EMIT closed();
}

void RoomWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  placePane();
}

void RoomWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
    Q_EMIT becameActive();
  }
}

}  // namespace Parlour::Ui
