// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/PeoplePicker.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>

#include "app/models/Roles.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

namespace {

constexpr int kPickPauseMs = 400;
constexpr int kPickFewestLetters = 2;
constexpr int kPickIconLeft = 11;
constexpr int kPickIcon = 16;
constexpr int kPickTextMargin = 24;
constexpr int kPickGap = 8;
constexpr int kPickAddWidth = 55;
constexpr int kResultsInset = 5;
constexpr int kResultsNarrower = 82;  // than field and button together
constexpr int kMostRowsShown = 5;

// A field with the drawing of a person to add before its text.
class PersonField : public QLineEdit {
 public:
  PersonField(ThemeManager& themes, QWidget* parent) : QLineEdit(parent), themes_(themes) {
    setTextMargins(kPickTextMargin, 0, 0, 0);
  }

 protected:
  void paintEvent(QPaintEvent* event) override {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, Icon::UserPlus, QRect(kPickIconLeft, 0, kPickIcon, height()), kPickIcon,
              isEnabled() ? themes_.theme().text2 : themes_.theme().text3);
  }

 private:
  ThemeManager& themes_;
};

}  // namespace

// The bordered box of what was found.
class PeoplePicker::Results : public QWidget {
 public:
  Results(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paintBox(painter, rect(), Metrics::kRadiusControl, themes_.theme().raised, themes_.theme().controlSoft);
  }

 private:
  ThemeManager& themes_;
};

PeoplePicker::PeoplePicker(ThemeManager& themes, Find find, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      find_(std::move(find)),
      field_(new PersonField(themes, this)),
      add_(new Button(themes, tr("Add"), ButtonKind::Secondary, this)),
      box_(new Results(themes, this)),
      list_(new QListView(box_)),
      nobody_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, box_)),
      problem_(new ProblemLine(themes, this)),
      delegate_(new FoundPrincipalDelegate(themes, this)) {
  build();
  pause_.setSingleShot(true);
  pause_.setInterval(kPickPauseMs);
  connect(&pause_, &QTimer::timeout, this, &PeoplePicker::search);
  connect(field_, &QLineEdit::textEdited, this, [this](const QString& text) {
    problem_->setText(QString());
    if (text.trimmed().size() < kPickFewestLetters) {
      closeResults();
    } else {
      pause_.start();
    }
  });
  connect(add_, &Button::clicked, this, [this] { choose(list_->currentIndex()); });
  connect(list_, &QListView::clicked, this, &PeoplePicker::choose);
  field_->installEventFilter(this);
}

void PeoplePicker::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  auto* row = new QHBoxLayout;
  row->setSpacing(kPickGap);
  row->addWidget(field_, 1);
  add_->setFixedWidth(qMax(themes_.type().scaled(kPickAddWidth), add_->sizeHint().width()));
  add_->setEnabled(false);
  row->addWidget(add_);
  column->addLayout(row);
  column->addWidget(box_);
  column->addWidget(problem_);
  auto* inside = new QVBoxLayout(box_);
  inside->setContentsMargins(1, kResultsInset, 1, kResultsInset);
  inside->setSpacing(0);
  inside->addWidget(list_);
  nobody_->setContentsMargins(0, 0, 0, 0);
  nobody_->setAlignment(Qt::AlignHCenter);
  inside->addWidget(nobody_);
  list_->setModel(&found_);
  list_->setItemDelegate(delegate_);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setAccessibleName(tr("People and groups found"));
  new OverlayScrollBar(list_);
  box_->hide();
}

void PeoplePicker::setPlaceholder(const QString& words) {
  field_->setPlaceholderText(words);
  field_->setAccessibleName(words);
}

void PeoplePicker::reset() {
  field_->clear();
  problem_->setText(QString());
  closeResults();
}

void PeoplePicker::closeResults() {
  pause_.stop();
  ++generation_;
  found_.setPrincipals({});
  box_->hide();
  add_->setEnabled(false);
}

void PeoplePicker::search() {
  pause_.stop();
  const QString words = field_->text().trimmed();
  if (words.isEmpty()) {
    return;
  }
  const quint64 generation = ++generation_;
  const QPointer<PeoplePicker> self(this);
  find_(words, [self, generation, words](const Result<QList<Core::Principal>>& found) {
    if (self && generation == self->generation_) {
      self->show(words, found);
    }
  });
}

void PeoplePicker::show(const QString& words, const Result<QList<Core::Principal>>& found) {
  if (!found) {
    closeResults();
    problem_->setText(found.error().text);
    return;
  }
  QList<Core::Principal> ordered;
  for (const bool people : {true, false}) {
    for (const Core::Principal& principal : *found) {
      if (principal.isPerson() == people) {
        ordered.append(principal);
      }
    }
  }
  delegate_->setWords(words);
  found_.setPrincipals(ordered);
  const bool any = !ordered.isEmpty();
  list_->setVisible(any);
  nobody_->setVisible(!any);
  nobody_->setText(tr("Nobody to add begins with “%1”").arg(words));
  const int rows = qMin(static_cast<int>(ordered.size()), kMostRowsShown);
  list_->setFixedHeight(qMax(1, rows) * delegate_->sizeHint({}, {}).height());
  nobody_->setFixedHeight(themes_.type().scaled(Metrics::kControlHeight));
  if (any) {
    list_->setCurrentIndex(found_.index(0));
  }
  add_->setEnabled(any);
  box_->show();
  box_->setAccessibleName(any ? tr("%n found", nullptr, static_cast<int>(ordered.size())) : nobody_->text());
  announce(*this, box_->accessibleName());
}

void PeoplePicker::choose(const QModelIndex& index) {
  if (!index.isValid()) {
    return;
  }
  const auto principal = index.data(Models::RowRole).value<Core::Principal>();
  reset();
  field_->setFocus(Qt::OtherFocusReason);
  Q_EMIT chosen(principal);
}

bool PeoplePicker::moveOrChoose(int key) {
  const bool open = box_->isVisible() && found_.rowCount() > 0;
  switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (open) {
        choose(list_->currentIndex());
      } else {
        search();
      }
      return true;
    case Qt::Key_Escape:
      if (box_->isVisible() || !field_->text().isEmpty()) {
        reset();
        return true;
      }
      return false;
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (open) {
        const int row = list_->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
        list_->setCurrentIndex(found_.index(qBound(0, row, found_.rowCount() - 1)));
      }
      return open;
    default:
      return false;
  }
}

bool PeoplePicker::eventFilter(QObject* watched, QEvent* event) {
  if (watched == field_ && event->type() == QEvent::KeyPress) {
    return moveOrChoose(static_cast<QKeyEvent*>(event)->key());
  }
  return QWidget::eventFilter(watched, event);
}

void PeoplePicker::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  box_->setFixedWidth(qMax(1, width() - kResultsNarrower));
}

}  // namespace Parlour::Ui
