// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/RoomForm.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include "app/ui/manage/ChoiceCard.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kFormMargin = 20;
constexpr int kFormTop = 15;
constexpr int kFormBottom = 16;
constexpr int kFormGap = 11;
constexpr int kDescriptionHeight = 56;
constexpr int kCardGap = 8;
constexpr int kTopicGap = 12;
constexpr int kCategoryWidth = 176;
constexpr int kSwitchNoteLeft = 24;

class FormPage : public QWidget {
 public:
  FormPage(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override { QPainter(this).fillRect(rect(), themes_.theme().raised); }

 private:
  ThemeManager& themes_;
};

QHBoxLayout* tightRow(int spacing) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(spacing);
  return row;
}

}  // namespace

// The bordered box at the lower end with the two deeds that take the room away.
class RoomForm::DangerBox : public QWidget {
 public:
  DangerBox(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paintBox(painter, rect(), Metrics::kRadiusControl, themes_.theme().raised, themes_.theme().dangerLine);
  }

 private:
  ThemeManager& themes_;
};

RoomForm::RoomForm(ThemeManager& themes, ManageRoomModel& model, QWidget* parent)
    : QScrollArea(parent),
      themes_(themes),
      model_(model),
      page_(new FormPage(themes, this)),
      name_(new QLineEdit(page_)),
      description_(new QPlainTextEdit(page_)),
      topic_(new QLineEdit(page_)),
      category_(new QComboBox(page_)),
      invitations_(new QCheckBox(tr("Send &invitations to people added to the room"), page_)),
      files_(new QCheckBox(tr("Allow files to be posted"), page_)),
      addInRow_(new QWidget(page_)),
      addIn_(new QComboBox(addInRow_)),
      disable_(new Button(themes, tr("Disable"), ButtonKind::Secondary, page_)),
      delete_(new Button(themes, tr("Delete…"), ButtonKind::Danger, page_)),
      privacyNote_(new Label(themes, QString(), TextRole::Secondary, &Theme::mentionText, page_)),
      kindNote_(new Label(themes, QString(), TextRole::Secondary, &Theme::mentionText, page_)),
      categoryNote_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, page_)),
      switchNote_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, page_)),
      dangerProblem_(new ProblemLine(themes, page_)) {
  setFrameShape(NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setAutoFillBackground(false);
  new OverlayScrollBar(this);
  build();
  setWidget(page_);
  setMinimumWidth(page_->minimumSizeHint().width());
  connectFields();
  refreshCategories();
  refresh();
}

void RoomForm::build() {
  auto* column = new QVBoxLayout(page_);
  column->setContentsMargins(kFormMargin, kFormTop, kFormMargin, kFormBottom);
  column->setSpacing(kFormGap);
  for (Label* note : {privacyNote_, kindNote_, categoryNote_, switchNote_}) {
    note->setWordWrap(true);
  }
  addTexts(column);
  addCards(column);
  addSwitches(column);
  column->addStretch(1);
  addDanger(column);
  setFocusOrder();
}

void RoomForm::addTexts(QBoxLayout* column) {
  description_->setProperty("field", true);
  description_->setTabChangesFocus(true);
  description_->setFixedHeight(themes_.type().scaled(kDescriptionHeight));
  description_->document()->setDocumentMargin(3);
  new OverlayScrollBar(description_);
  category_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  const auto boxed = [this](RoomField field, const QString& caption, QWidget* widget) {
    auto* box = new FieldBox(themes_, caption, widget, page_);
    boxes_.insert(field, box);
    return box;
  };
  column->addWidget(boxed(RoomField::Name, tr("&Name"), name_));
  column->addWidget(boxed(RoomField::Description, tr("&Description"), description_));
  auto* row = tightRow(kTopicGap);
  row->addWidget(boxed(RoomField::Topic, tr("&Topic"), topic_), 1, Qt::AlignTop);
  row->addWidget(boxed(RoomField::Category, tr("&Category"), category_), 0, Qt::AlignTop);
  category_->setFixedWidth(kCategoryWidth);
  auto* both = new QVBoxLayout;
  both->setSpacing(4);
  both->addLayout(row);
  both->addWidget(categoryNote_);
  column->addLayout(both);
}

void RoomForm::addCards(QBoxLayout* column) {
  const auto group = [this, column](RoomField field, const QString& caption, const QList<ChoiceCard*>& cards,
                                    Label* note) {
    auto* holder = new QWidget(page_);
    auto* row = tightRow(kCardGap);
    auto* buttons = new QButtonGroup(holder);
    for (ChoiceCard* card : cards) {
      row->addWidget(card, 1);
      buttons->addButton(card);
    }
    auto* inside = new QVBoxLayout(holder);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    inside->addLayout(row);
    inside->addWidget(note);
    auto* box = new FieldBox(themes_, caption, holder, page_);
    boxes_.insert(field, box);
    column->addWidget(box);
  };
  privacy_ = {{Core::Privacy::Open, new ChoiceCard(themes_, Icon::Door, privacyWord(Core::Privacy::Open),
                                                   tr("Anyone can find and join"), page_)},
              {Core::Privacy::Closed, new ChoiceCard(themes_, Icon::Lock, privacyWord(Core::Privacy::Closed),
                                                     tr("Anyone can find it, members join"), page_)},
              {Core::Privacy::Secret, new ChoiceCard(themes_, Icon::EyeOff, privacyWord(Core::Privacy::Secret),
                                                     tr("Only members can find it"), page_)}};
  kind_ = {
      {Core::RoomKind::Normal, new ChoiceCard(themes_, std::nullopt, roomKindWord(Core::RoomKind::Normal),
                                              tr("Everyone in the room can post"), page_)},
      {Core::RoomKind::Auditorium, new ChoiceCard(themes_, Icon::Megaphone, roomKindWord(Core::RoomKind::Auditorium),
                                                  tr("Only presenters can post"), page_)}};
  group(RoomField::Privacy, tr("Privacy"),
        {card(Core::Privacy::Open), card(Core::Privacy::Closed), card(Core::Privacy::Secret)}, privacyNote_);
  group(RoomField::Kind, tr("Type"), {card(Core::RoomKind::Normal), card(Core::RoomKind::Auditorium)}, kindNote_);
}

void RoomForm::addSwitches(QBoxLayout* column) {
  auto* inside = new QVBoxLayout;
  inside->setContentsMargins(0, 4, 0, 0);
  inside->setSpacing(themes_.type().scaled(7));
  inside->addWidget(invitations_);
  inside->addWidget(files_);
  auto* note = tightRow(0);
  note->setContentsMargins(kSwitchNoteLeft, 0, 0, 0);
  note->addWidget(switchNote_);
  inside->addLayout(note);
  column->addLayout(inside);
  auto* row = tightRow(kTopicGap);
  auto* caption = new Label(themes_, tr("&Add-in"), TextRole::Label, &Theme::text2, addInRow_);
  caption->setBuddy(addIn_);
  addIn_->setAccessibleName(tr("Add-in"));
  row->addWidget(caption);
  row->addWidget(addIn_, 1);
  addInRow_->setLayout(row);
  column->addWidget(addInRow_);
}

void RoomForm::addDanger(QBoxLayout* column) {
  auto* box = new DangerBox(themes_, page_);
  auto* inside = new QVBoxLayout(box);
  inside->setContentsMargins(13, 9, 11, 9);
  inside->setSpacing(4);
  auto* row = tightRow(8);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  for (Label* line : {new Label(themes_, tr("Disable or delete this room"), TextRole::Button, &Theme::text, box),
                      new Label(themes_, tr("Disabled rooms keep their history and can come back."),
                                TextRole::Secondary, &Theme::text3, box)}) {
    line->setWordWrap(true);
    words->addWidget(line);
  }
  row->addLayout(words, 1);
  for (Button* button : {disable_, delete_}) {
    button->setSize(ButtonSize::Small);
    row->addWidget(button);
  }
  inside->addLayout(row);
  inside->addWidget(dangerProblem_);
  column->addWidget(box);
  box->setVisible(!model_.isNew());
}

// From top to bottom; the cards were made before the rows that hold them.
void RoomForm::setFocusOrder() {
  QList<QWidget*> order{name_, description_, topic_, category_};
  order << card(Core::Privacy::Open) << card(Core::Privacy::Closed) << card(Core::Privacy::Secret);
  order << card(Core::RoomKind::Normal) << card(Core::RoomKind::Auditorium);
  order << invitations_ << files_ << addIn_ << disable_ << delete_;
  for (int i = 1; i < order.size(); ++i) {
    setTabOrder(order.at(i - 1), order.at(i));
  }
}

void RoomForm::connectFields() {
  connect(name_, &QLineEdit::textChanged, this, [this](const QString& text) { model_.set(&RoomValues::name, text); });
  connect(topic_, &QLineEdit::textChanged, this, [this](const QString& text) { model_.set(&RoomValues::topic, text); });
  connect(description_, &QPlainTextEdit::textChanged, this,
          [this] { model_.set(&RoomValues::description, description_->toPlainText()); });
  connect(category_, &QComboBox::activated, this,
          [this] { model_.set(&RoomValues::category, category_->currentData().toByteArray()); });
  connect(addIn_, &QComboBox::activated, this,
          [this] { model_.set(&RoomValues::addIn, addIn_->currentData().toByteArray()); });
  connect(invitations_, &QCheckBox::clicked, this, [this](bool on) { model_.set(&RoomValues::invitations, on); });
  for (auto it = privacy_.cbegin(); it != privacy_.cend(); ++it) {
    connect(it.value(), &QRadioButton::toggled, this, [this, privacy = it.key()](bool on) {
      if (on) {
        model_.set(&RoomValues::privacy, privacy);
      }
    });
  }
  for (auto it = kind_.cbegin(); it != kind_.cend(); ++it) {
    connect(it.value(), &QRadioButton::toggled, this, [this, kind = it.key()](bool on) {
      if (on) {
        model_.set(&RoomValues::kind, kind);
      }
    });
  }
  connect(&model_, &ManageRoomModel::changed, this, &RoomForm::refresh);
}

void RoomForm::refresh() {
  refreshTexts();
  refreshRules();
  refreshAddIns();
  const RoomValues& values = model_.values();
  const auto check = [](const auto& cards, ChoiceCard* chosen) {
    for (ChoiceCard* card : cards) {
      card->setChecked(card == chosen);
      // Tab leads to the choice that is made, arrows from there.
      card->setFocusPolicy(card == chosen ? Qt::StrongFocus : Qt::ClickFocus);
    }
  };
  check(privacy_, card(values.privacy));
  check(kind_, card(values.kind));
  disable_->setText(model_.isDisabled() ? tr("Enable") : tr("Disable"));
  const FieldRule rule = model_.rule(RoomField::Name);
  disable_->setEnabled(rule.enabled);
  disable_->setToolTip(rule.reason);
  if (!values.category.isEmpty() && category_->findData(values.category) < 0) {
    refreshCategories();  // somebody else moved the room
  }
  category_->setCurrentIndex(category_->findData(values.category));
}

// Sets a text only when it differs, so that the cursor stays.
void RoomForm::refreshTexts() {
  const RoomValues& values = model_.values();
  for (const auto& [field, text] : {std::pair(name_, values.name), std::pair(topic_, values.topic)}) {
    if (field->text() != text) {
      const QSignalBlocker quiet(field);
      field->setText(text);
      field->setCursorPosition(0);
    }
  }
  if (description_->toPlainText() != values.description) {
    const QSignalBlocker quiet(description_);
    description_->setPlainText(values.description);
  }
  box(RoomField::Description)->setCounter(values.description.trimmed().size(), ManageRoomModel::kLongestDescription);
  // The name has a counter only when it matters.
  constexpr int kNearTheEnd = ManageRoomModel::kLongestName * 9 / 10;
  if (values.name.trimmed().size() >= kNearTheEnd) {
    box(RoomField::Name)->setCounter(values.name.trimmed().size(), ManageRoomModel::kLongestName);
  } else {
    box(RoomField::Name)->hideCounter();
  }
}

void RoomForm::refreshCategories() {
  const QSignalBlocker quiet(category_);
  category_->clear();
  const QByteArray own = model_.saved().category;
  const auto isOwn = [&own](const Core::CategoryChoice& choice) { return choice.uri == own; };
  const auto& choices = model_.categories();
  if (!own.isEmpty() && std::none_of(choices.begin(), choices.end(), isOwn)) {
    const QString name = model_.categoryName(own);
    category_->addItem(name.isEmpty() ? tr("As it is") : name, own);
  }
  for (const Core::CategoryChoice& choice : choices) {
    category_->addItem(choice.name, choice.uri);
    category_->setItemData(category_->count() - 1, choice.description, Qt::ToolTipRole);
  }
  category_->setPlaceholderText(tr("Choose"));
}

void RoomForm::refreshAddIns() {
  const QList<Core::RoomAddIn>& addIns = model_.addIns();
  addInRow_->setVisible(!addIns.isEmpty());
  if (addIn_->count() != addIns.size() + 1) {
    const QSignalBlocker quiet(addIn_);
    addIn_->clear();
    addIn_->addItem(tr("None"), QByteArray());
    for (const Core::RoomAddIn& addIn : addIns) {
      addIn_->addItem(addIn.name, addIn.id);
      addIn_->setItemData(addIn_->count() - 1, addIn.url, Qt::ToolTipRole);
    }
  }
  addIn_->setCurrentIndex(addIn_->findData(model_.values().addIn));
}

void RoomForm::refreshRules() {
  const auto apply = [this](RoomField field, const QList<QWidget*>& widgets) {
    const FieldRule rule = model_.rule(field);
    for (QWidget* widget : widgets) {
      widget->setEnabled(rule.enabled);
      widget->setToolTip(rule.reason);
    }
    return rule.reason;
  };
  apply(RoomField::Name, {name_});
  apply(RoomField::Description, {description_});
  const QString whole = apply(RoomField::Topic, {topic_});
  QString category = apply(RoomField::Category, {category_});
  apply(RoomField::Privacy, {card(Core::Privacy::Open), card(Core::Privacy::Closed), card(Core::Privacy::Secret)});
  apply(RoomField::Kind, {card(Core::RoomKind::Normal), card(Core::RoomKind::Auditorium)});
  const QString invitations = apply(RoomField::Invitations, {invitations_});
  const QString files = apply(RoomField::Files, {files_});
  apply(RoomField::AddIn, {addIn_});
  if (model_.moves()) {
    category = tr("People and groups that “%1” does not allow leave the room’s lists when you save.")
                   .arg(model_.categoryName(model_.values().category));
  }
  invitations_->setChecked(model_.values().invitations && model_.rule(RoomField::Invitations).enabled);
  files_->setChecked(model_.filesAllowed().value_or(false));
  const auto say = [](Label* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
  };
  say(categoryNote_, category);
  say(privacyNote_, model_.consequence(RoomField::Privacy));
  say(kindNote_, model_.consequence(RoomField::Kind));
  say(switchNote_, invitations.isEmpty() || invitations == whole ? files : invitations + QLatin1Char(' ') + files);
}

QWidget* RoomForm::fieldWidget(RoomField field) const {
  switch (field) {
    case RoomField::Name:
      return name_;
    case RoomField::Description:
      return description_;
    case RoomField::Topic:
      return topic_;
    case RoomField::Category:
      return category_;
    case RoomField::Privacy:
      return card(model_.values().privacy);
    case RoomField::Kind:
      return card(model_.values().kind);
    case RoomField::Invitations:
      return invitations_;
    case RoomField::AddIn:
      return addIn_;
    case RoomField::Files:
    case RoomField::Members:
    case RoomField::Managers:
    case RoomField::Presenters:
      break;
  }
  return nullptr;
}

void RoomForm::clearProblems() {
  for (FieldBox* box : std::as_const(boxes_)) {
    box->setProblem(QString());
  }
  dangerProblem_->setText(QString());
}

bool RoomForm::showProblem(const RoomProblem& problem) {
  clearProblems();
  if (!problem.field || !boxes_.contains(*problem.field)) {
    return false;
  }
  box(*problem.field)->setProblem(problem.text);
  focusField(*problem.field);
  return true;
}

void RoomForm::showDangerProblem(const QString& text) {
  dangerProblem_->setText(text);
  ensureWidgetVisible(dangerProblem_);
}

void RoomForm::focusField(RoomField field) {
  if (QWidget* widget = fieldWidget(field)) {
    widget->setFocus(Qt::OtherFocusReason);
    if (isVisible()) {
      ensureWidgetVisible(widget);
    }
  }
}

}  // namespace Parlour::Ui
