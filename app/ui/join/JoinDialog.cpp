// SPDX-License-Identifier: Apache-2.0
#include "app/ui/join/JoinDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>

#include "app/models/Roles.h"
#include "app/models/RoomSearchModel.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/join/RoomResultDelegate.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/EmptyPane.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/SearchField.h"

namespace Parlour::Ui {

namespace {

constexpr int kJoinWidth = 980;
constexpr int kJoinHeight = 641;  // 680 with the title bar of the pictures
constexpr int kResultsWidth = 600;
constexpr int kJoinMargin = 16;

// A strip with its own colour and a line at one of its sides.
class Strip : public QWidget {
 public:
  Strip(ThemeManager& themes, ColorToken color, bool lineAbove, QWidget* parent)
      : QWidget(parent), themes_(themes), color_(color), lineAbove_(lineAbove) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), themes_.theme().*color_);
    painter.fillRect(QRect(0, lineAbove_ ? 0 : height() - 1, width(), 1), themes_.theme().line);
  }

 private:
  ThemeManager& themes_;
  ColorToken color_;
  bool lineAbove_;
};

QComboBox* captionedCombo(const QString& caption, int width, QWidget* parent) {
  auto* combo = new QComboBox(parent);
  combo->setProperty("caption", caption);
  combo->setAccessibleName(caption);
  combo->setFixedWidth(width);
  return combo;
}

Models::RoomSearchRow resultAt(const QModelIndex& index) {
  return index.data(Models::RowRole).value<Models::RoomSearchRow>();
}

}  // namespace

JoinDialog::JoinDialog(ThemeManager& themes, QAbstractItemModel& results, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      results_(results),
      field_(new SearchField(themes, tr("Name of a room"), this)),
      category_(captionedCombo(tr("Category"), 196, this)),
      privacy_(captionedCombo(tr("Privacy"), 160, this)),
      kind_(captionedCombo(tr("Type"), 160, this)),
      descriptions_(new QCheckBox(tr("Search &descriptions too"), this)),
      onlyMine_(new QCheckBox(tr("Only rooms I &belong to"), this)),
      summary_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      list_(new QListView(this)),
      empty_(new EmptyPane(themes, this)),
      stack_(new QStackedWidget(this)),
      detail_(new RoomDetailPane(themes, this)),
      create_(new Button(themes, tr("Create a room…"), ButtonKind::Flat, this)) {
  setWindowTitle(tr("Join a chat room"));
  setWindowModality(Qt::WindowModal);
  resize(qMax(kJoinWidth, themes.type().scaled(kJoinWidth)), qMax(kJoinHeight, themes.type().scaled(kJoinHeight)));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildTop());
  column->addWidget(buildMiddle(), 1);
  column->addWidget(buildFoot());
  connectParts();
  empty_->showEmpty(Icon::Search, tr("Find a room"), tr("Type two letters or more of its name."));
  stack_->setCurrentWidget(empty_);
}

QWidget* JoinDialog::buildTop() {
  auto* top = new Strip(themes_, &Theme::raised, false, this);
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(kJoinMargin, 14, kJoinMargin, 13);
  column->setSpacing(10);
  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  field_->setTall(true);
  auto* search = new Button(themes_, tr("Search"), ButtonKind::Primary, top);
  search->setFixedSize(96, field_->height());
  connect(search, &Button::clicked, this, &JoinDialog::runSearch);
  first->addWidget(field_, 1);
  first->addWidget(search);
  auto* second = new QHBoxLayout;
  second->setSpacing(8);
  category_->addItem(tr("All"), QByteArray());
  privacy_->addItem(tr("Any"), -1);
  for (const Core::Privacy privacy : {Core::Privacy::Open, Core::Privacy::Closed, Core::Privacy::Secret}) {
    privacy_->addItem(privacyWord(privacy), static_cast<int>(privacy));
  }
  kind_->addItem(tr("Any"), -1);
  for (const Core::RoomKind kind : {Core::RoomKind::Normal, Core::RoomKind::Auditorium}) {
    kind_->addItem(roomKindWord(kind), static_cast<int>(kind));
  }
  descriptions_->setChecked(true);
  for (QWidget* filter :
       {static_cast<QWidget*>(category_), static_cast<QWidget*>(privacy_), static_cast<QWidget*>(kind_)}) {
    second->addWidget(filter);
  }
  second->addSpacing(8);
  second->addWidget(descriptions_);
  second->addSpacing(7);
  second->addWidget(onlyMine_);
  second->addStretch();
  column->addLayout(first);
  column->addLayout(second);
  return top;
}

QWidget* JoinDialog::buildMiddle() {
  auto* middle = new QWidget(this);
  auto* row = new QHBoxLayout(middle);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto* left = new QWidget(middle);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new Strip(themes_, &Theme::panel, false, left);
  auto* headRow = new QHBoxLayout(head);
  headRow->setContentsMargins(kJoinMargin, 0, kJoinMargin, 0);
  headRow->addWidget(summary_);
  head->setFixedHeight(themes_.type().scaled(32));
  column->addWidget(head);
  list_->setModel(&results_);
  list_->setItemDelegate(new RoomResultDelegate(themes_, list_));
  list_->setUniformItemSizes(true);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setMouseTracking(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setAccessibleName(tr("Rooms found"));
  new OverlayScrollBar(list_);
  stack_->addWidget(empty_);
  stack_->addWidget(list_);
  column->addWidget(stack_, 1);
  row->addWidget(left, kResultsWidth);
  row->addWidget(detail_, kJoinWidth - kResultsWidth);
  return middle;
}

QWidget* JoinDialog::buildFoot() {
  auto* foot = new Strip(themes_, &Theme::panel, true, this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(kJoinMargin, 0, kJoinMargin, 0);
  row->setSpacing(16);
  create_->setIcon(Icon::Plus);
  create_->hide();
  connect(create_, &Button::clicked, this, &JoinDialog::createRequested);
  row->addWidget(create_);
  row->addStretch();
  row->addWidget(new Label(themes_, tr("Enter opens · Ctrl+Enter follows"), TextRole::Secondary, &Theme::text3, foot));
  auto* close = new Button(themes_, tr("Close"), ButtonKind::Secondary, foot);
  connect(close, &Button::clicked, this, &QDialog::reject);
  row->addWidget(close);
  return foot;
}

void JoinDialog::connectParts() {
  connect(field_, &SearchField::searchRequested, this, &JoinDialog::runSearch);
  for (QComboBox* combo : {category_, privacy_, kind_}) {
    connect(combo, &QComboBox::activated, this, &JoinDialog::runSearch);
  }
  for (QCheckBox* box : {descriptions_, onlyMine_}) {
    connect(box, &QCheckBox::clicked, this, &JoinDialog::runSearch);
  }
  connect(list_, &QListView::doubleClicked, this, &JoinDialog::openCurrent);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &JoinDialog::refreshDetail);
  connect(detail_->openButton(), &Button::clicked, this, &JoinDialog::openCurrent);
  connect(detail_->followButton(), &Button::clicked, this, &JoinDialog::followCurrent);
  connect(detail_->askButton(), &Button::clicked, this, &JoinDialog::openCurrent);
  connect(detail_->withdrawButton(), &Button::clicked, this,
          [this] { Q_EMIT withdrawRequested(resultAt(list_->currentIndex()).room.uri); });
  connect(empty_, &EmptyPane::actionRequested, this, &JoinDialog::runSearch);
}

void JoinDialog::setCategories(const QList<QPair<QByteArray, QString>>& addressesAndNames) {
  const QByteArray chosen = category_->currentData().toByteArray();
  category_->clear();
  category_->addItem(tr("All"), QByteArray());
  for (const auto& [address, name] : addressesAndNames) {
    category_->addItem(name, address);
  }
  category_->setCurrentIndex(qMax(0, category_->findData(chosen)));
  refreshDetail();
}

void JoinDialog::setMayCreate(bool may) { create_->setVisible(may); }

void JoinDialog::setMayOpen(std::function<bool(const RoomUri&)> mayOpen) {
  mayOpen_ = std::move(mayOpen);
  refreshDetail();
}

void JoinDialog::setRequests(MayAsk mayAsk, RequestOf requestOf) {
  mayAsk_ = std::move(mayAsk);
  requestOf_ = std::move(requestOf);
  refreshDetail();
}

void JoinDialog::addDetails(const Core::RoomSummary& room) {
  details_.insert(room.uri, room);
  refreshDetail();
}

bool JoinDialog::isRefused(const Core::RoomSummary& room) const {
  const bool membersOnly = room.privacy == Core::Privacy::Closed || room.privacy == Core::Privacy::Secret;
  const bool notMine = refused_.contains(room.uri) || (mayOpen_ && !mayOpen_(room.uri));
  return room.disabled || (membersOnly && notMine);
}

// The list keeps the search's answer; what was asked later is added to it.
Core::RoomSummary JoinDialog::completed(Core::RoomSummary room) const {
  const Core::RoomSummary more = details_.value(room.uri);
  if (room.managers.isEmpty()) {
    room.managers = more.managers;
  }
  if (room.categoryName.isEmpty()) {
    room.categoryName = more.categoryName.isEmpty() ? categoryName(room.category) : more.categoryName;
  }
  if (room.updatedOn.isNull()) {
    room.updatedOn = more.updatedOn;
    room.updatedBy = more.updatedBy;
  }
  if (room.topic.isEmpty()) {
    room.topic = more.topic;
  }
  if (!room.filesAllowed) {
    room.filesAllowed = more.filesAllowed;
  }
  return room;
}

QString JoinDialog::categoryName(const QByteArray& address) const {
  const int at = address.isEmpty() ? -1 : category_->findData(address);
  return at > 0 ? category_->itemText(at) : QString();
}

Core::RoomSearchQuery JoinDialog::query() const {
  Core::RoomSearchQuery query;
  query.words = field_->text().trimmed();
  query.descriptionsToo = descriptions_->isChecked();
  query.onlyMine = onlyMine_->isChecked();
  query.category = category_->currentData().toByteArray();
  if (const int privacy = privacy_->currentData().toInt(); privacy >= 0) {
    query.privacy = static_cast<Core::Privacy>(privacy);
  }
  if (const int kind = kind_->currentData().toInt(); kind >= 0) {
    query.kind = static_cast<Core::RoomKind>(kind);
  }
  return query;
}

void JoinDialog::runSearch() {
  const Core::RoomSearchQuery wanted = query();
  if (!wanted.words.isEmpty() || wanted.onlyMine || !wanted.category.isEmpty()) {
    Q_EMIT searchRequested(wanted);
  }
}

void JoinDialog::showSearching() { summary_->setText(tr("Searching…")); }

void JoinDialog::showResults(bool truncated) {
  const int count = results_.rowCount();
  summary_->setText(truncated ? tr("%n rooms found, more exist. Add letters to narrow it down.", nullptr, count)
                              : tr("%n rooms found", nullptr, count));
  if (count == 0) {
    detail_->clear();
    empty_->showEmpty(Icon::Search, tr("No rooms match"), tr("Try fewer letters, or search the descriptions too."));
    stack_->setCurrentWidget(empty_);
    return;
  }
  stack_->setCurrentWidget(list_);
  list_->setCurrentIndex(results_.index(0, 0));
  refreshDetail();
}

void JoinDialog::showFailed(const QString& title, const QString& sentence) {
  summary_->setText(QString());
  detail_->clear();
  empty_->showError(title, sentence, tr("Try again"));
  stack_->setCurrentWidget(empty_);
}

void JoinDialog::showComplaint(const QString& words) { detail_->setComplaint(words); }

void JoinDialog::showRefusal(const RoomUri& room, const QString& words) {
  refused_.insert(room);
  refreshDetail();
  showComplaint(words);
}

void JoinDialog::refreshDetail() {
  const QModelIndex current = list_->currentIndex();
  if (!current.isValid()) {
    detail_->clear();
    return;
  }
  const Models::RoomSearchRow row = resultAt(current);
  const Core::RoomSummary room = completed(row.room);
  detail_->setRoom(room, row.followed, isRefused(room));
  showRequest(room);
  if (!details_.contains(room.uri)) {
    details_.insert(room.uri, {});  // asked for once
    Q_EMIT detailsWanted(room.uri);
  }
}

// Only closed rooms take requests: an open one needs none, a secret one is not shown.
void JoinDialog::showRequest(const Core::RoomSummary& room) {
  if (room.disabled || room.privacy != Core::Privacy::Closed || !isRefused(room)) {
    return;
  }
  if (const auto request = requestOf_ ? requestOf_(room.uri) : std::nullopt) {
    detail_->showAsked(*request);
  } else if (mayAsk_ && mayAsk_(room.uri)) {
    detail_->offerToAsk();
  }
}

void JoinDialog::openCurrent() {
  const QModelIndex current = list_->currentIndex();
  if (!current.isValid()) {
    return;
  }
  const Core::RoomSummary room = completed(resultAt(current).room);
  if (!isRefused(room)) {
    Q_EMIT openRequested(room.uri);
  } else if (detail_->offersToAsk()) {
    Q_EMIT askRequested(room);
  }
}

void JoinDialog::followCurrent() {
  const QModelIndex current = list_->currentIndex();
  if (current.isValid()) {
    const Models::RoomSearchRow row = resultAt(current);
    Q_EMIT followToggled(row.room, !row.followed);
  }
}

void JoinDialog::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
    followCurrent();
    return;
  }
  if (enter) {
    if (!field_->hasFocus()) {
      openCurrent();
    }
    return;
  }
  if (field_->hasFocus() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
    list_->setFocus(Qt::TabFocusReason);
    return;
  }
  QDialog::keyPressEvent(event);
}

void JoinDialog::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themes_.theme().window); }

}  // namespace Parlour::Ui
