// SPDX-License-Identifier: Apache-2.0
#include "app/ui/notify/DigestPage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>

#include "app/ui/notify/DigestDelegate.h"
#include "app/ui/notify/DigestList.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/FlatTabs.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/PopupMenu.h"

namespace Parlour::Ui {

DigestPage::DigestPage(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      tabs_(new FlatTabs(themes, {40, TextRole::Body, TextRole::Strong}, this)),
      list_(new DigestList(themes, this)),
      empty_(new EmptyPane(themes, this)),
      stack_(new QStackedWidget(this)),
      hint_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      markAll_(new Button(themes, tr("Mark all read"), ButtonKind::Secondary, this)) {
  build();
  connect(tabs_, &QTabBar::currentChanged, this, &DigestPage::refresh);
  connect(list_, &DigestList::returnPressed, this, &DigestPage::choose);
  connect(list_, &QListView::clicked, this, &DigestPage::pressed);
  connect(list_, &QListView::customContextMenuRequested, this, &DigestPage::rowMenu);
  connect(markAll_, &Button::clicked, this, &DigestPage::markAllRead);
  connect(empty_, &EmptyPane::actionRequested, this, &DigestPage::closeRequested);
  connect(&themes, &ThemeManager::themeChanged, this, QOverload<>::of(&QWidget::update));
}

void DigestPage::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildHead());
  stack_->addWidget(empty_);
  stack_->addWidget(list_);
  column->addWidget(stack_, 1);
  column->addWidget(buildFoot());
}

QWidget* DigestPage::buildHead() {
  auto* head = new QWidget(this);
  head->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(16, 0, 12, 1);
  row->setSpacing(8);
  tabs_->addTab(tr("Catch me up"));
  tabs_->addTab(tr("Mentions"));
  tabs_->setAccessibleName(tr("What is new"));
  row->addWidget(tabs_);
  row->addStretch(1);
  auto* close = new IconButton(themes_, Icon::Close, tr("Back to the room"), head);
  close->setWords(tr("Back to the room"), QKeySequence(QStringLiteral("Esc")));
  connect(close, &IconButton::clicked, this, &DigestPage::closeRequested);
  row->addWidget(close);
  return head;
}

QWidget* DigestPage::buildFoot() {
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(20, 1, 20, 0);
  row->setSpacing(8);
  row->addWidget(hint_, 1);
  row->addWidget(markAll_);
  return foot;
}

void DigestPage::setModels(Models::DigestModel* catchUp, Models::DigestModel* mentions) {
  catchUp_ = catchUp;
  mentions_ = mentions;
  for (Models::DigestModel* model : {catchUp, mentions}) {
    connect(model, &QAbstractItemModel::rowsInserted, this, &DigestPage::refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &DigestPage::refresh);
  }
  refresh();
}

DigestPage::Tab DigestPage::tab() const { return tabs_->currentIndex() == 0 ? Tab::CatchUp : Tab::Mentions; }

void DigestPage::showTab(Tab tab) {
  tabs_->setCurrentIndex(tab == Tab::CatchUp ? 0 : 1);
  refresh();
  list_->ensureCurrent();
  QWidget* target = stack_->currentWidget() == list_ ? static_cast<QWidget*>(list_) : tabs_;
  target->setFocus(Qt::OtherFocusReason);
}

void DigestPage::refresh() {
  const bool catchingUp = tab() == Tab::CatchUp;
  Models::DigestModel* model = catchingUp ? catchUp_ : mentions_;
  if (!model) {
    return;
  }
  if (list_->model() != model) {
    list_->setModel(model);
    list_->setAccessibleName(catchingUp ? tr("Unread messages of all rooms") : tr("Messages that mention you"));
    Q_EMIT tabShown(tab());
  }
  markAll_->setVisible(catchingUp && model->rowCount() > 0);
  hint_->setText(catchingUp ? tr("Enter opens the room at the message.")
                            : tr("Newest first. Keywords are in Preferences."));
  if (model->rowCount() > 0) {
    stack_->setCurrentWidget(list_);
  } else if (catchingUp) {
    empty_->showEmpty(Icon::Check, tr("You are caught up"), tr("No room has unread messages."), tr("Back to the room"));
    stack_->setCurrentWidget(empty_);
  } else {
    empty_->showEmpty(Icon::At, tr("No mentions"), tr("Messages with your name or your keywords show here."));
    stack_->setCurrentWidget(empty_);
  }
}

void DigestPage::choose(const QModelIndex& index) {
  if (!index.isValid()) {
    return;
  }
  const Models::DigestRow row = DigestList::rowOf(index);
  if (row.kind == Models::DigestRow::Kind::Message) {
    Q_EMIT messageChosen(row.room.uri, row.message.chatId);
  } else {
    Q_EMIT roomChosen(row.room.uri);
  }
}

void DigestPage::pressed(const QModelIndex& index) {
  const Models::DigestRow row = DigestList::rowOf(index);
  const QPoint at = list_->viewport()->mapFromGlobal(QCursor::pos());
  if (row.kind == Models::DigestRow::Kind::Room &&
      list_->delegate()
          .markRect(list_->visualRect(index))
          .contains(mirroredIn(list_->visualRect(index), at, layoutDirection()))) {
    Q_EMIT markReadRequested(row.room.uri, row.readTo);
  } else {
    choose(index);
  }
}

void DigestPage::rowMenu(const QPoint& position) {
  const QModelIndex index = list_->indexAt(position);
  if (!index.isValid()) {
    return;
  }
  const Models::DigestRow row = DigestList::rowOf(index);
  auto menu = std::make_unique<QMenu>(this);
  menu->addAction(tr("&Open"), this, [this, index = QPersistentModelIndex(index)] { choose(index); });
  if (tab() == Tab::CatchUp) {
    const ChatId upTo = row.kind == Models::DigestRow::Kind::Message ? row.message.chatId : row.readTo;
    menu->addAction(row.kind == Models::DigestRow::Kind::Message ? tr("&Mark read up to here") : tr("&Mark read"), this,
                   [this, uri = row.room.uri, upTo] { Q_EMIT markReadRequested(uri, upTo); });
  }
  popUp(std::move(menu), list_->viewport()->mapToGlobal(position));
}

void DigestPage::markAllRead() {
  QList<Models::DigestRow> titles;
  for (int i = 0; i < catchUp_->rowCount(); ++i) {
    if (catchUp_->row(i).kind == Models::DigestRow::Kind::Room) {
      titles.append(catchUp_->row(i));
    }
  }
  for (const Models::DigestRow& title : titles) {
    Q_EMIT markReadRequested(title.room.uri, title.readTo);
  }
}

void DigestPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT closeRequested();
    return;
  }
  QWidget::keyPressEvent(event);
}

void DigestPage::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const int bar = themes_.type().scaled(Metrics::kHeaderHeight);
  painter.fillRect(rect(), theme.window);
  painter.fillRect(QRect(0, bar - 1, width(), 1), theme.line);
  painter.fillRect(QRect(0, height() - bar, width(), bar), theme.panel);
  painter.fillRect(QRect(0, height() - bar, width(), 1), theme.line);
}

}  // namespace Parlour::Ui
