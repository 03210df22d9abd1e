// SPDX-License-Identifier: Apache-2.0
#include "app/ui/feeds/FeedPage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>

#include "app/ui/notify/DigestList.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/widgets/PopupMenu.h"

namespace Parlour::Ui {

namespace {

constexpr int kFeedHeadLeft = 46;
constexpr int kFeedIcon = 20;
constexpr int kFeedFoot = 36;

QString quotedWords(const QStringList& words) {
  QStringList shown;
  for (const QString& word : words) shown.append(word.contains(u' ') ? QStringLiteral("“%1”").arg(word) : word);
  return shown.join(QStringLiteral(", "));
}

}  // namespace

QString feedSentence(const Core::FeedDefinition& feed, const QStringList& people, const QStringList& rooms) {
  QStringList parts;
  if (feed.aboutMe) {
    parts.append(feed.words.isEmpty() ? FeedPage::tr("Messages with your name")
                                      : FeedPage::tr("Messages with your name or %1").arg(quotedWords(feed.words)));
  } else if (feed.words.size() == 1) {
    parts.append(FeedPage::tr("Messages with %1").arg(quotedWords(feed.words)));
  } else if (!feed.words.isEmpty()) {
    switch (feed.match) {
      case Core::MatchWords::All:
        parts.append(FeedPage::tr("All of: %1").arg(quotedWords(feed.words)));
        break;
      case Core::MatchWords::Any:
        parts.append(FeedPage::tr("Any of: %1").arg(quotedWords(feed.words)));
        break;
      case Core::MatchWords::Exact:
        parts.append(FeedPage::tr("As one phrase: “%1”").arg(feed.words.join(u' ')));
        break;
    }
  }
  if (!people.isEmpty()) parts.append(FeedPage::tr("from %1").arg(people.join(QStringLiteral(", "))));
  parts.append(rooms.isEmpty() ? FeedPage::tr("in all your rooms")
                               : FeedPage::tr("in %1").arg(rooms.join(QStringLiteral(", "))));
  return parts.join(QStringLiteral(" · "));
}

FeedPage::FeedPage(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      title_(new Label(themes, QString(), TextRole::RoomTitle, &Theme::text, this)),
      sentence_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      bell_(new IconButton(themes, Icon::Bell, tr("Banners for this feed"), this)),
      edit_(new IconButton(themes, Icon::Pencil, tr("Edit feed"), this)),
      list_(new DigestList(themes, this)),
      empty_(new EmptyPane(themes, this)),
      stack_(new QStackedWidget(this)),
      hint_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)) {
  bell_->setCheckable(true);
  build();
  connect(bell_, &IconButton::clicked, this, &FeedPage::bannerToggled);
  connect(edit_, &IconButton::clicked, this, &FeedPage::editRequested);
  connect(list_, &DigestList::returnPressed, this, &FeedPage::choose);
  connect(list_, &QListView::clicked, this, &FeedPage::choose);
  connect(list_, &QListView::customContextMenuRequested, this, &FeedPage::rowMenu);
  connect(empty_, &EmptyPane::actionRequested, this, &FeedPage::editRequested);
  connect(&themes, &ThemeManager::themeChanged, this, QOverload<>::of(&QWidget::update));
}

void FeedPage::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildHead());
  list_->setAccessibleName(tr("Messages of the feed"));
  stack_->addWidget(empty_);
  stack_->addWidget(list_);
  column->addWidget(stack_, 1);
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(kFeedFoot));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(20, 1, 20, 0);
  row->addWidget(hint_, 1);
  column->addWidget(foot);
}

QWidget* FeedPage::buildHead() {
  auto* head = new QWidget(this);
  head->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(kFeedHeadLeft, 0, 12, 1);
  row->setSpacing(4);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addStretch();
  words->addWidget(title_);
  words->addWidget(sentence_);
  words->addStretch();
  row->addLayout(words, 1);
  auto* close = new IconButton(themes_, Icon::Close, tr("Back to the room"), head);
  close->setWords(tr("Back to the room"), QKeySequence(QStringLiteral("Esc")));
  connect(close, &IconButton::clicked, this, &FeedPage::closeRequested);
  for (IconButton* button : {bell_, edit_, close}) row->addWidget(button);
  return head;
}

void FeedPage::setModel(Models::DigestModel* model) {
  list_->setModel(model);
  connect(model, &QAbstractItemModel::rowsInserted, this, &FeedPage::refresh);
  connect(model, &QAbstractItemModel::rowsRemoved, this, &FeedPage::refresh);
  refresh();
}

void FeedPage::showFeed(const Core::FeedDefinition& feed, const QStringList& people, const QStringList& rooms) {
  aboutMe_ = feed.aboutMe;
  title_->setText(feed.name);
  sentence_->setText(feedSentence(feed, people, rooms));
  sentence_->setToolTip(sentence_->text());
  bell_->setChecked(feed.banner);
  bell_->setIcon(feed.banner ? Icon::Bell : Icon::BellOff);
  bell_->setWords(feed.banner ? tr("Banners for this feed: on") : tr("Banners for this feed: off"), {});
  refresh();
}

void FeedPage::setSearching(bool searching) {
  searching_ = searching;
  refresh();
}

QString FeedPage::title() const { return title_->text(); }

QString FeedPage::sentence() const { return sentence_->text(); }

void FeedPage::focusList() {
  list_->ensureCurrent();
  QWidget* target = stack_->currentWidget() == list_ ? static_cast<QWidget*>(list_) : edit_;
  target->setFocus(Qt::OtherFocusReason);
}

void FeedPage::refresh() {
  const int count = list_->model() ? list_->model()->rowCount() : 0;
  hint_->setText(searching_ ? tr("Looking for older messages…")
                            : tr("Newest first. Enter opens the room at the message."));
  if (count > 0) {
    stack_->setCurrentWidget(list_);
    return;
  }
  if (searching_) {
    empty_->showEmpty(Icon::Search, tr("Looking for messages"), tr("What your rooms have shows here."));
  } else {
    empty_->showEmpty(aboutMe_ ? Icon::At : Icon::Filter, tr("Nothing yet"),
                      tr("New messages that fit show here as they come."), tr("Edit feed"));
  }
  stack_->setCurrentWidget(empty_);
}

void FeedPage::choose(const QModelIndex& index) {
  if (!index.isValid()) return;
  const Models::DigestRow row = DigestList::rowOf(index);
  Q_EMIT messageChosen(row.room.uri, row.message.chatId);
}

void FeedPage::rowMenu(const QPoint& position) {
  const QModelIndex index = list_->indexAt(position);
  if (!index.isValid()) return;
  const Models::DigestRow row = DigestList::rowOf(index);
  auto menu = std::make_unique<QMenu>(this);
  menu->addAction(tr("&Open at the message"), this, [this, at = QPersistentModelIndex(index)] { choose(at); });
  menu->addAction(tr("Open the &room"), this, [this, uri = row.room.uri] { Q_EMIT roomChosen(uri); });
  popUp(std::move(menu), list_->viewport()->mapToGlobal(position));
}

void FeedPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT closeRequested();
    return;
  }
  QWidget::keyPressEvent(event);
}

void FeedPage::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const int head = themes_.type().scaled(Metrics::kHeaderHeight);
  const int foot = themes_.type().scaled(kFeedFoot);
  painter.fillRect(rect(), theme.window);
  painter.fillRect(QRect(0, head - 1, width(), 1), theme.line);
  painter.fillRect(QRect(0, height() - foot, width(), foot), theme.panel);
  painter.fillRect(QRect(0, height() - foot, width(), 1), theme.line);
  paintIcon(painter, aboutMe_ ? Icon::At : Icon::Filter, QRect(16, 0, kFeedIcon, head - 1), kFeedIcon, theme.text2);
}

}  // namespace Parlour::Ui
