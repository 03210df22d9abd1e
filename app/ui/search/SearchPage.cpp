// SPDX-License-Identifier: Apache-2.0
#include "app/ui/search/SearchPage.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>

#include "app/models/Roles.h"
#include "app/ui/search/ContextPane.h"
#include "app/ui/search/MessageHitDelegate.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/widgets/SearchField.h"

namespace Parlour::Ui {

namespace {

constexpr int kContextWidth = 380;
constexpr int kMannerWidth = 116;
constexpr int kQueryBottom = 158;
constexpr int kSummaryHeight = 36;

Models::MessageSearchRow hitAt(const QModelIndex& index) {
  return index.data(Models::RowRole).value<Models::MessageSearchRow>();
}

}  // namespace

SearchPage::SearchPage(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      field_(new SearchField(themes, tr("Words to find"), this)),
      manner_(new QComboBox(this)),
      room_(new QComboBox(this)),
      author_(new QComboBox(this)),
      period_(new QComboBox(this)),
      count_(new Label(themes, QString(), TextRole::SecondaryStrong, &Theme::text, this)),
      summary_(new Label(themes, QString(), TextRole::Secondary, &Theme::text2, this)),
      returns_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      list_(new QListView(this)),
      delegate_(new MessageHitDelegate(themes, *list_)),
      empty_(new EmptyPane(themes, this)),
      stack_(new QStackedWidget(this)),
      context_(new ContextPane(themes, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(buildLeft(), 1);
  context_->setFixedWidth(kContextWidth);
  row->addWidget(context_);
  connect(field_, &SearchField::searchRequested, this, &SearchPage::runSearch);
  for (QComboBox* combo : {manner_, room_, author_, period_}) {
    connect(combo, &QComboBox::activated, this, &SearchPage::runSearch);
  }
  connect(list_, &QListView::clicked, this, &SearchPage::rowPressed);
  connect(empty_, &EmptyPane::actionRequested, this, &SearchPage::runSearch);
  connect(context_->jumpButton(), &Button::clicked, this, [this] {
    if (const auto hit = currentHit()) {
      Q_EMIT jumpRequested(*hit);
    }
  });
  empty_->showEmpty(Icon::Search, tr("Search messages"), tr("Finds words in the rooms you follow or have open."));
}

QWidget* SearchPage::buildLeft() {
  auto* left = new QWidget(this);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(44, 0, 12, 1);
  head->setSpacing(8);
  head->addWidget(new Label(themes_, tr("Search messages"), TextRole::RoomTitle, &Theme::text, left), 1);
  head->addWidget(returns_);
  auto* close = new IconButton(themes_, Icon::Close, tr("Close the search"), left);
  close->setWords(tr("Close the search"), QKeySequence(QStringLiteral("Esc")));
  connect(close, &IconButton::clicked, this, &SearchPage::closeRequested);
  head->addWidget(close);
  auto* headBox = new QWidget(left);
  headBox->setLayout(head);
  headBox->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  column->addWidget(headBox);
  column->addWidget(buildQuery());
  auto* summaryRow = new QHBoxLayout;
  summaryRow->setContentsMargins(16, 0, 16, 0);
  summaryRow->setSpacing(4);
  summaryRow->addWidget(count_);
  summaryRow->addWidget(summary_, 1);
  summaryRow->addWidget(new Label(themes_, tr("Newest first"), TextRole::Secondary, &Theme::text2, left));
  auto* summaryBox = new QWidget(left);
  summaryBox->setLayout(summaryRow);
  summaryBox->setFixedHeight(kSummaryHeight);
  column->addWidget(summaryBox);
  list_->setItemDelegate(delegate_);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setResizeMode(QListView::Adjust);
  list_->setMouseTracking(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setAccessibleName(tr("Messages found"));
  list_->installEventFilter(this);
  new OverlayScrollBar(list_);
  stack_->addWidget(empty_);
  stack_->addWidget(list_);
  column->addWidget(stack_, 1);
  return left;
}

QWidget* SearchPage::buildQuery() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(10);
  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  field_->setTall(true);
  manner_->addItem(tr("All words"));
  manner_->addItem(tr("Any word"));
  manner_->addItem(tr("Exact phrase"));
  manner_->setAccessibleName(tr("How words are matched"));
  // Inside the field, at its right end.
  manner_->setParent(field_);
  manner_->setProperty("flat", true);
  manner_->setCursor(Qt::ArrowCursor);
  auto* inField = new QHBoxLayout(field_);
  inField->setContentsMargins(0, 2, 4, 2);
  inField->addStretch();
  inField->addWidget(manner_);
  manner_->setFixedWidth(kMannerWidth);
  field_->setRoomAtEnd(kMannerWidth);
  auto* search = new Button(themes_, tr("Search"), ButtonKind::Primary, box);
  search->setFixedHeight(field_->height());
  connect(search, &Button::clicked, this, &SearchPage::runSearch);
  first->addWidget(field_, 1);
  first->addWidget(search);
  auto* second = new QHBoxLayout;
  second->setSpacing(8);
  room_->setProperty("caption", tr("Room"));
  room_->setAccessibleName(tr("Room"));
  author_->setProperty("caption", tr("Author"));
  author_->setAccessibleName(tr("Author"));
  period_->setAccessibleName(tr("Time"));
  setRooms({});
  setAuthors({});
  fillPeriods();
  for (QComboBox* combo : {room_, author_, period_}) {
    combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    second->addWidget(combo, 1);
  }
  connect(period_, &QComboBox::currentIndexChanged, this,
          [this](int index) { period_->setProperty("chosen", index > 0); });
  column->addLayout(first);
  column->addLayout(second);
  box->setFixedHeight(kQueryBottom - Metrics::kHeaderHeight);
  return box;
}

void SearchPage::fillPeriods() {
  period_->addItem(tr("Any time"), 0);
  period_->addItem(tr("Today"), 1);
  period_->addItem(tr("Last 7 days"), 7);
  period_->addItem(tr("Last 30 days"), 30);
  period_->addItem(tr("Last 12 months"), 365);
}

void SearchPage::setModel(QAbstractItemModel* model) {
  list_->setModel(model);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &SearchPage::currentMoved);
}

void SearchPage::setToday(const QDate& today) { delegate_->setToday(today); }

void SearchPage::setReturnRoom(const QString& name) {
  returns_->setText(name.isEmpty() ? QString() : tr("Esc returns to %1").arg(name));
}

void SearchPage::setRooms(const QList<QPair<RoomUri, QString>>& rooms) {
  room_->clear();
  room_->addItem(tr("All my rooms"), QByteArray());
  for (const auto& [uri, name] : rooms) {
    room_->addItem(name, uri.bytes());
  }
}

void SearchPage::setAuthors(const QList<QPair<SipUri, QString>>& people) {
  author_->clear();
  author_->addItem(tr("Anyone"), QByteArray());
  for (const auto& [uri, name] : people) {
    author_->addItem(name, uri.bytes());
  }
}

void SearchPage::chooseRoom(const RoomUri& room) {
  const int at = room.isEmpty() ? 0 : room_->findData(room.bytes());
  room_->setCurrentIndex(qMax(0, at));
}

void SearchPage::choosePeriod(int days) { period_->setCurrentIndex(qMax(0, period_->findData(days))); }

Core::MessageSearchQuery SearchPage::query() const {
  constexpr int kAnyWord = 1;
  constexpr int kPhrase = 2;
  Core::MessageSearchQuery query;
  query.words = field_->text().trimmed();
  query.allWords = manner_->currentIndex() != kAnyWord;
  query.exactPhrase = manner_->currentIndex() == kPhrase;
  const QByteArray room = room_->currentData().toByteArray();
  if (const auto uri = RoomUri::parse(room); !room.isEmpty() && uri) {
    query.rooms.append(*uri);
  }
  const QByteArray author = author_->currentData().toByteArray();
  if (!author.isEmpty()) {
    query.authors.append(SipUri::fromTrusted(author));
  }
  if (const int days = period_->currentData().toInt(); days > 0) {
    query.from = Timestamp::fromMs(QDate::currentDate().addDays(1 - days).startOfDay().toMSecsSinceEpoch());
  }
  return query;
}

void SearchPage::runSearch() {
  const Core::MessageSearchQuery wanted = query();
  if (!wanted.words.isEmpty()) {
    Q_EMIT searchRequested(wanted);
  }
}

void SearchPage::showSearching() {
  count_->setText(QString());
  summary_->setText(tr("Searching…"));
}

void SearchPage::showResults(int messages, int rooms, qint64 tookMs, bool fromThisComputer) {
  delegate_->forgetLayouts();
  context_->clear();
  if (messages == 0) {
    count_->setText(QString());
    summary_->setText(tr("Nothing found"));
    empty_->showEmpty(Icon::Search, tr("No messages match"), tr("Try fewer words, or search all rooms."));
    stack_->setCurrentWidget(empty_);
    return;
  }
  const QString seconds = QLocale().toString(static_cast<double>(tookMs) / 1000.0, 'f', 1);
  count_->setText(tr("%n messages", nullptr, messages));
  summary_->setText(fromThisComputer ? tr("in %n rooms · From this computer, the server did not answer", nullptr, rooms)
                                     : tr("in %n rooms · searched on the server in %1 s", nullptr, rooms).arg(seconds));
  stack_->setCurrentWidget(list_);
  for (int i = 0; i < list_->model()->rowCount(); ++i) {
    const QModelIndex index = list_->model()->index(i, 0);
    if (hitAt(index).kind == Models::MessageSearchRow::Kind::Hit) {
      list_->setCurrentIndex(index);
      currentMoved(index);
      break;
    }
  }
}

void SearchPage::showFailed(const QString& title, const QString& sentence) {
  count_->setText(QString());
  summary_->setText(QString());
  context_->clear();
  empty_->showError(title, sentence, tr("Try again"));
  stack_->setCurrentWidget(empty_);
}

std::optional<Models::MessageSearchRow> SearchPage::currentHit() const {
  const QModelIndex current = list_->currentIndex();
  if (!current.isValid() || hitAt(current).kind != Models::MessageSearchRow::Kind::Hit) {
    return std::nullopt;
  }
  return hitAt(current);
}

void SearchPage::currentMoved(const QModelIndex& index) {
  if (index.isValid() && hitAt(index).kind == Models::MessageSearchRow::Kind::Hit) {
    Q_EMIT hitChosen(hitAt(index));
  }
}

void SearchPage::rowPressed(const QModelIndex& index) {
  const Models::MessageSearchRow row = hitAt(index);
  if (row.kind == Models::MessageSearchRow::Kind::Room) {
    Q_EMIT collapseRequested(row.room, !row.collapsed);
  } else if (row.kind == Models::MessageSearchRow::Kind::More) {
    Q_EMIT showAllRequested(row.room);
  } else if (delegate_->jumpRect(list_->visualRect(index))
                 .contains(mirroredIn(list_->visualRect(index), list_->viewport()->mapFromGlobal(QCursor::pos()),
                                      layoutDirection()))) {
    Q_EMIT jumpRequested(row);
  }
}

QWidget* SearchPage::focusTarget() const { return field_; }

bool SearchPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == list_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      if (const auto hit = currentHit()) {
        Q_EMIT jumpRequested(*hit);
      } else {
        rowPressed(list_->currentIndex());
      }
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void SearchPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT closeRequested();
  } else if (event->key() == Qt::Key_Down && field_->hasFocus()) {
    list_->setFocus(Qt::TabFocusReason);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void SearchPage::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const int left = width() - kContextWidth;
  painter.fillRect(rect(), theme.window);
  const int head = themes_.type().scaled(Metrics::kHeaderHeight);
  paintIcon(painter, Icon::Search, QRect(16, 0, 20, head - 1), 20, theme.text2);
  for (const int y : {head - 1, kQueryBottom, kQueryBottom + kSummaryHeight - 1}) {
    painter.fillRect(QRect(0, y, left, 1), theme.line);
  }
}

}  // namespace Parlour::Ui
