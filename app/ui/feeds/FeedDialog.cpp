// SPDX-License-Identifier: Apache-2.0
#include "app/ui/feeds/FeedDialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <algorithm>

#include "app/core/feeds/Feeds.h"
#include "app/ui/feeds/CheckList.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/notify/DigestDelegate.h"
#include "app/ui/preferences/KeywordField.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {

constexpr QSize kFeedDialogSize(860, 600);
constexpr int kFeedMargin = 16;
constexpr int kFeedFieldsWidth = 380;
constexpr int kFeedRoomsHeight = 132;
constexpr int kPreviewPauseMs = 150;

}  // namespace

FeedDialog::FeedDialog(ThemeManager& themes, const Core::FeedDefinition& feed, const Known& known,
                       Models::DigestModel& preview, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      given_(feed),
      known_(known),
      model_(preview),
      chosenPeople_(feed.people),
      name_(new QLineEdit(this)),
      words_(new KeywordField(themes, this)),
      match_(new QComboBox(this)),
      people_(new KeywordField(themes, this)),
      rooms_(new CheckList(themes, this)),
      banner_(new QCheckBox(tr("Show &banners for this feed"), this)),
      previewList_(new QListView(this)),
      previewTitle_(new Label(themes, QString(), TextRole::Label, &Theme::text2, this)),
      delete_(new Button(themes, tr("&Delete feed…"), ButtonKind::Danger, this)),
      cancel_(new Button(themes, tr("Cancel"), ButtonKind::Secondary, this)),
      save_(new Button(themes, feed.id.isEmpty() ? tr("Create feed") : tr("Save"), ButtonKind::Primary, this)) {
  setWindowTitle(feed.id.isEmpty() ? tr("New feed") : tr("Edit feed"));
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  build();
  fill();
  save_->setDefault(true);
  previewSoon_.setSingleShot(true);
  connect(&previewSoon_, &QTimer::timeout, this, [this] {
    Q_EMIT previewRequested(definition());
    showPreviewTitle();
  });
  connect(name_, &QLineEdit::textChanged, this, &FeedDialog::edited);
  connect(words_, &KeywordField::keywordsChanged, this, &FeedDialog::wordsTyped);
  connect(people_, &KeywordField::keywordsChanged, this, &FeedDialog::peopleTyped);
  connect(match_, &QComboBox::currentIndexChanged, this, &FeedDialog::edited);
  connect(rooms_, &QListWidget::itemChanged, this, &FeedDialog::edited);
  connect(cancel_, &Button::clicked, this, &FeedDialog::reject);
  connect(delete_, &Button::clicked, this, &FeedDialog::deleteRequested);
  connect(save_, &Button::clicked, this, [this] { Q_EMIT saveRequested(definition()); });
  showPreviewTitle();
  previewSoon_.start(0);
  Scrim::behind(*this, themes, parent);
  (given_.aboutMe ? words_->edit() : name_)->setFocus(Qt::OtherFocusReason);
}

void FeedDialog::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* sides = new QHBoxLayout;
  sides->setContentsMargins(kFeedMargin, kFeedMargin, kFeedMargin, 14);
  sides->setSpacing(20);
  sides->addWidget(buildFields());
  sides->addWidget(buildPreview(), 1);
  column->addLayout(sides, 1);
  column->addWidget(buildFoot());
  resize(themes_.type().scaled(kFeedDialogSize.width()), themes_.type().scaled(kFeedDialogSize.height()));
}

QWidget* FeedDialog::buildFields() {
  auto* fields = new QWidget(this);
  fields->setFixedWidth(themes_.type().scaled(kFeedFieldsWidth));
  auto* column = new QVBoxLayout(fields);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  nameBox_ = new FieldBox(themes_, tr("&Name"), name_, fields);
  wordsBox_ = new FieldBox(themes_, given_.aboutMe ? tr("Your name, and these &words") : tr("&Words"), words_, fields);
  peopleBox_ = new FieldBox(themes_, tr("F&rom"), people_, fields);
  auto* match = new FieldBox(themes_, tr("&Match"), match_, fields);
  auto* rooms = new FieldBox(themes_, tr("R&ooms (none ticked: all)"), new FramedBox(themes_, rooms_, fields), fields);
  match_->addItems({tr("All of the words"), tr("Any of the words"), tr("The words as one phrase")});
  people_->setPurpose(tr("Anybody. Add a name or an address"), tr("Add a person"), tr("Take out %1"));
  words_->setPurpose(tr("Add a word or “exact phrase”"), tr("Add a word"), tr("Take out %1"));
  rooms_->setFixedHeight(themes_.type().scaled(kFeedRoomsHeight));
  for (QWidget* widget : std::initializer_list<QWidget*>{nameBox_, wordsBox_, match, peopleBox_, rooms, banner_}) {
    column->addWidget(widget);
  }
  column->addStretch();
  for (FieldBox* box : {nameBox_, match, peopleBox_, rooms}) box->setVisible(!given_.aboutMe);
  return fields;
}

QWidget* FeedDialog::buildPreview() {
  auto* side = new QWidget(this);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  previewTitle_->setBuddy(previewList_);
  column->addWidget(previewTitle_);
  previewList_->setModel(&model_);
  previewList_->setItemDelegate(new DigestDelegate(themes_, *previewList_));
  previewList_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  previewList_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  previewList_->setResizeMode(QListView::Adjust);
  previewList_->setAccessibleName(tr("What the feed would have now"));
  new OverlayScrollBar(previewList_);
  previewList_->setFrameShape(QFrame::NoFrame);
  column->addWidget(new FramedBox(themes_, previewList_, side), 1);
  return side;
}

QWidget* FeedDialog::buildFoot() {
  auto* foot = new QWidget(this);
  foot->setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(kFeedMargin, 1, kFeedMargin, 0);
  row->setSpacing(8);
  row->addWidget(delete_);
  row->addStretch();
  row->addWidget(cancel_);
  row->addWidget(save_);
  for (Button* button : {delete_, cancel_}) button->setAutoDefault(false);
  delete_->setVisible(!given_.id.isEmpty() && !given_.aboutMe);
  return foot;
}

void FeedDialog::fill() {
  name_->setText(given_.name);
  name_->setMaxLength(static_cast<int>(Core::FeedLimits::kNameLength));
  words_->setKeywords(given_.words);
  match_->setCurrentIndex(static_cast<int>(given_.match));
  banner_->setChecked(given_.banner);
  QStringList names;
  for (const auto& person : std::as_const(known_.people)) names.append(person.name);
  auto* completer = new QCompleter(names, people_->edit());
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setFilterMode(Qt::MatchContains);
  people_->edit()->setCompleter(completer);
  showPeople();
  for (const RoomUri& uri : std::as_const(given_.rooms)) {
    const bool listed =
        std::any_of(known_.rooms.begin(), known_.rooms.end(), [&](const auto& room) { return room.uri == uri; });
    if (!listed) known_.rooms.append({uri, tr("A room that you left")});
  }
  for (const auto& room : std::as_const(known_.rooms)) {
    rooms_->addName(room.name, given_.rooms.contains(room.uri));
  }
  rooms_->setAccessibleName(tr("Rooms"));
  if (rooms_->count() > 0) rooms_->setCurrentRow(0);
}

Core::FeedDefinition FeedDialog::definition() const {
  Core::FeedDefinition feed = given_;
  feed.words = words_->keywords();
  feed.banner = banner_->isChecked();
  if (given_.aboutMe) return feed;
  feed.name = name_->text().simplified();
  feed.match = static_cast<Core::MatchWords>(match_->currentIndex());
  feed.people = chosenPeople_;
  QList<RoomUri> rooms;
  for (int row = 0; row < rooms_->count(); ++row) {
    if (rooms_->item(row)->checkState() == Qt::Checked) rooms.append(known_.rooms.at(row).uri);
  }
  const auto inList = [&](const RoomUri& room) { return rooms.contains(room); };
  const bool same =
      rooms.size() == given_.rooms.size() && std::all_of(given_.rooms.begin(), given_.rooms.end(), inList);
  feed.rooms = same ? given_.rooms : rooms;
  return feed;
}

void FeedDialog::wordsTyped(const QStringList& words) {
  if (words.size() > Core::FeedLimits::kWords) {
    wordsBox_->setProblem(tr("A feed has at most %n words.", nullptr, Core::FeedLimits::kWords));
    return;
  }
  words_->setKeywords(words);
  edited();
}

std::optional<SipUri> FeedDialog::personNamed(const QString& name) const {
  for (const auto& person : known_.people) {
    if (person.name.compare(name, Qt::CaseInsensitive) == 0) return person.uri;
  }
  const Result<SipUri> address = SipUri::parse(name.toUtf8());
  return address ? std::optional(*address) : std::nullopt;
}

QString FeedDialog::nameOf(const SipUri& person) const {
  for (const auto& known : known_.people) {
    if (known.uri == person) return known.name;
  }
  return QString::fromUtf8(person.address());
}

void FeedDialog::peopleTyped(const QStringList& names) {
  QList<SipUri> chosen;
  for (const SipUri& person : std::as_const(chosenPeople_)) {
    if (names.contains(nameOf(person))) chosen.append(person);
  }
  QString unknown;
  for (const QString& name : names) {
    const std::optional<SipUri> person = personNamed(name);
    if (!person) {
      unknown = name;
    } else if (!chosen.contains(*person)) {
      chosen.append(*person);
    }
  }
  chosenPeople_ = chosen;
  showPeople();
  edited();
  if (!unknown.isEmpty()) {
    peopleBox_->setProblem(
        tr("Nobody in your rooms is called %1. Give the address, such as name@company.com.").arg(unknown));
  }
}

void FeedDialog::showPeople() {
  QStringList names;
  for (const SipUri& person : std::as_const(chosenPeople_)) names.append(nameOf(person));
  people_->setKeywords(names);
}

void FeedDialog::edited() {
  for (FieldBox* box : {nameBox_, wordsBox_, peopleBox_}) box->setProblem(QString());
  previewSoon_.start(kPreviewPauseMs);
}

void FeedDialog::showPreviewTitle() {
  const int count = model_.rowCount();
  if (count == 0) {
    previewTitle_->setText(tr("No message in memory fits"));
  } else if (count == Core::Feeds::kPreview) {
    previewTitle_->setText(tr("The newest %n messages that fit", nullptr, count));
  } else {
    previewTitle_->setText(tr("%n messages in memory fit", nullptr, count));
  }
}

void FeedDialog::showProblem(const QString& words) {
  (given_.aboutMe ? wordsBox_ : nameBox_)->setProblem(words);
  (given_.aboutMe ? words_->edit() : name_)->setFocus(Qt::OtherFocusReason);
}

QString FeedDialog::problem() const {
  for (const FieldBox* box : {nameBox_, wordsBox_, peopleBox_}) {
    if (!box->problem().isEmpty()) return box->problem();
  }
  return {};
}

void FeedDialog::reject() {
  if (!isEdited()) return QDialog::reject();
  auto* question = new ConfirmDialog(
      themes_,
      {tr("Discard the changes?"), tr("The feed stays as it was."), tr("Discard"), tr("Keep editing"), QString(), true},
      this);
  connect(question, &ConfirmDialog::answered, this, [this](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) QDialog::reject();
  });
  question->open();
}

void FeedDialog::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
}

}  // namespace Parlour::Ui
