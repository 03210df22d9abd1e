// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomPage.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QVBoxLayout>

#include "app/ui/composer/Composer.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/timeline/HistoryStrip.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/EmptyPane.h"

namespace Parlour::Ui {

RoomPage::RoomPage(ThemeManager& themes, int idRole, TimelineDelegate::ReadRow readRow, QWidget* parent)
    : QWidget(parent),
      header_(new RoomHeader(themes, this)),
      bar_(new ConnectionBar(themes, this)),
      roomBar_(new ConnectionBar(themes, this)),
      timeline_(new TimelineView(themes, idRole, std::move(readRow), this)),
      empty_(new EmptyPane(themes, this)),
      history_(new HistoryStrip(themes, timeline_)),
      composer_(new Composer(themes, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(header_);
  column->addWidget(bar_);
  column->addWidget(roomBar_);
  column->addWidget(timeline_, 1);
  column->addWidget(empty_, 1);
  column->addWidget(composer_);
  empty_->hide();
  setAcceptDrops(true);
}

void RoomPage::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls() || event->mimeData()->hasImage()) {
    event->acceptProposedAction();
  }
}

void RoomPage::dropEvent(QDropEvent* event) {
  QList<QUrl> files;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) {
      files.append(url);
    }
  }
  if (!files.isEmpty()) {
    Q_EMIT filesDropped(files);
  } else if (event->mimeData()->hasImage()) {
    Q_EMIT pictureDropped(qvariant_cast<QImage>(event->mimeData()->imageData()));
  }
  event->acceptProposedAction();
}

void RoomPage::showEmpty(bool show) {
  empty_->setVisible(show);
  timeline_->setVisible(!show);
}

void RoomPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  history_->setGeometry(0, 0, width(), history_->height());
}

}  // namespace Parlour::Ui
