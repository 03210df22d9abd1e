// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/PeoplePanel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

#include "app/models/Roles.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/manage/PeoplePicker.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/FlatTabs.h"
#include "app/ui/widgets/Label.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/PopupMenu.h"

namespace Parlour::Ui {

namespace {
constexpr int kRoleTabHeight = 44;

using Core::RoomRole;

constexpr int kPanelMargin = 20;
constexpr int kNoteIcon = 14;
constexpr int kNoteTextLeft = 42;
constexpr int kNotePadding = 11;

// The first word that begins with what is typed, as the server looks for people.
bool beginsWith(const QString& name, const QString& words) {
  if (name.startsWith(words, Qt::CaseInsensitive)) {
    return true;
  }
  const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::any_of(parts.begin(), parts.end(),
                     [&words](const QString& part) { return part.startsWith(words, Qt::CaseInsensitive); });
}

}  // namespace

PeoplePanel::PeoplePanel(ThemeManager& themes, ManageRoomModel& model, const RoomAdminActions& actions, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      model_(model),
      actions_(actions),
      tabs_(new FlatTabs(themes, {kRoleTabHeight, TextRole::Body, TextRole::Strong}, this)),
      picker_(new PeoplePicker(
          themes, [this](const QString& words, const PeoplePicker::Answer& answer) { find(words, answer); }, this)),
      problem_(new ProblemLine(themes, this)),
      title_(new Label(themes, QString(), TextRole::SecondaryStrong, &Theme::text2, this)),
      empty_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      list_(new QListView(this)),
      delegate_(new PrincipalDelegate(themes, this)),
      note_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)) {
  build();
  connect(tabs_, &QTabBar::currentChanged, this, [this] {
    picker_->reset();
    setProblem(QString());
    refresh();
  });
  connect(picker_, &PeoplePicker::chosen, this, [this](const Core::Principal& principal) {
    setProblem(QString());
    Models::PrincipalListModel& people = model_.list(role());
    people.add(principal);
    list_->scrollTo(people.index(people.rowCount() - 1));
  });
  connect(delegate_, &PrincipalDelegate::removePressed, this, &PeoplePanel::remove);
  connect(&model_, &ManageRoomModel::changed, this, [this] {
    refreshTabs();
    refresh();
  });
  refreshTabs();
  refresh();
}

void PeoplePanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 0, 0, 0);
  column->setSpacing(0);
  tabs_->setAccessibleName(tr("Lists of the room"));
  auto* strip = new QHBoxLayout;
  strip->setContentsMargins(kPanelMargin, 0, 0, 0);
  strip->addWidget(tabs_, 1);
  column->addLayout(strip);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(kPanelMargin, 12, kPanelMargin, 0);
  top->setSpacing(0);
  top->addWidget(picker_);
  top->addWidget(problem_);
  top->addSpacing(8);
  top->addWidget(title_);
  top->addSpacing(4);
  empty_->setWordWrap(true);
  top->addWidget(empty_);
  column->addLayout(top);
  list_->setItemDelegate(delegate_);
  list_->setMouseTracking(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setUniformItemSizes(true);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setContextMenuPolicy(Qt::CustomContextMenu);
  list_->installEventFilter(this);
  new OverlayScrollBar(list_);
  connect(list_, &QListView::customContextMenuRequested, this, &PeoplePanel::listMenu);
  column->addWidget(list_, 1);
  column->addStretch(0);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(kNoteTextLeft, kNotePadding + 1, kPanelMargin, kNotePadding + 1);
  note_->setWordWrap(true);
  foot->addWidget(note_);
  column->addLayout(foot);
  delegate_->setMe(model_.me().uri);
  delegate_->setMarksAdded(!model_.isNew());
  delegate_->setRemovable([this](const Core::Principal& principal) {
    return model_.rule(fieldOf(role())).enabled && model_.mayRemove(role(), principal);
  });
}

void PeoplePanel::setPresence(const PresenceOf& presence) {
  delegate_->setPresence(presence);
  picker_->setPresence(presence);
}

RoomRole PeoplePanel::role() const { return static_cast<RoomRole>(qMax(0, tabs_->currentIndex())); }

void PeoplePanel::showRole(RoomRole role) { tabs_->setCurrentIndex(static_cast<int>(role)); }

void PeoplePanel::setProblem(const QString& text) { problem_->setText(text); }

QString PeoplePanel::problem() const { return problem_->text(); }

void PeoplePanel::refreshTabs() {
  const bool auditorium = model_.values().kind == Core::RoomKind::Auditorium;
  const int wanted = auditorium ? 3 : 2;
  const QSignalBlocker quiet(tabs_);
  const int current = tabs_->currentIndex();
  while (tabs_->count() > wanted) {
    tabs_->removeTab(tabs_->count() - 1);
  }
  while (tabs_->count() < wanted) {
    tabs_->addTab(QString());
  }
  const QString words[] = {tr("Members %1"), tr("Managers %1"), tr("Presenters %1")};
  for (int i = 0; i < wanted; ++i) {
    const bool none = i == 0 && model_.values().privacy == Core::Privacy::Open;
    const int count = none ? 0 : model_.list(static_cast<RoomRole>(i)).rowCount();
    tabs_->setTabText(i, words[i].arg(QLocale().toString(count)));
  }
  if (current < 0) {
    tabs_->setCurrentIndex(0);
  }
}

void PeoplePanel::refresh() {
  const QString titles[] = {tr("Current members"), tr("Current managers"), tr("Current presenters")};
  const QString adds[] = {tr("Add a member"), tr("Add a manager"), tr("Add a member as presenter")};
  const auto at = static_cast<size_t>(role());
  Models::PrincipalListModel& people = model_.list(role());
  const FieldRule rule = model_.rule(fieldOf(role()));
  if (list_->model() != &people) {
    QItemSelectionModel* before = list_->selectionModel();
    list_->setModel(&people);
    delete before;
  }
  const bool open = role() == RoomRole::Member && model_.values().privacy == Core::Privacy::Open;
  title_->setText(titles[at]);
  list_->setAccessibleName(titles[at]);
  picker_->setPlaceholder(adds[at]);
  picker_->setEnabled(rule.enabled);
  picker_->setToolTip(rule.reason);
  list_->setVisible(!open && people.rowCount() > 0);
  title_->setVisible(!open);
  empty_->setVisible(open || people.rowCount() == 0 || !rule.enabled);
  const QString nobody = model_.isListed() ? tr("Nobody yet") : tr("The server does not tell who is in this list.");
  empty_->setText(rule.enabled ? nobody : rule.reason);
  note_->setText(noteText());
  list_->viewport()->update();
  update();
}

QString PeoplePanel::noteText() const {
  const QString category = model_.categoryName(model_.values().category);
  if (category.isEmpty()) {
    return tr("The category decides who can be added. People outside it do not appear in the search.");
  }
  return tr("The category “%1” decides who can be added. People outside it do not appear in the search.").arg(category);
}

// Members that are not saved yet are unknown to the server, which presents only saved members.
QList<Core::Principal> PeoplePanel::addableHere(const QString& words) const {
  QList<Core::Principal> here;
  if (role() != RoomRole::Presenter || model_.values().privacy == Core::Privacy::Open) {
    return here;
  }
  for (const Core::Principal& member : model_.list(RoomRole::Member).principals()) {
    if (beginsWith(member.name, words)) {
      here.append(member);
    }
  }
  return here;
}

void PeoplePanel::find(const QString& words, const std::function<void(const Result<QList<Core::Principal>>&)>& answer) {
  const QList<Core::Principal> here = addableHere(words);
  const auto merged = [this, here, wanted = role()](const QList<Core::Principal>& found) {
    QList<Core::Principal> all = here;
    for (const Core::Principal& principal : found) {
      const auto same = [&](const Core::Principal& other) { return other.uri == principal.uri; };
      if (std::none_of(all.begin(), all.end(), same)) {
        all.append(principal);
      }
    }
    all.removeIf([&](const Core::Principal& one) { return model_.list(wanted).contains(one.uri); });
    return all;
  };
  const bool onlyHere =
      model_.isNew() && role() == RoomRole::Presenter && model_.values().privacy != Core::Privacy::Open;
  if (onlyHere) {
    answer(merged({}));
    return;
  }
  if (model_.isNew() && model_.values().category.isEmpty()) {
    answer(Error::make(ErrorCode::InvalidArgument, tr("Choose a category first. It decides who can be added.")));
    return;
  }
  const bool byCategory = model_.isNew() || model_.moves();
  actions_.find({words, role(), model_.room(), byCategory ? model_.values().category : QByteArray()})
      .then(this, [merged, answer](const Result<QList<Core::Principal>>& found) {
        if (found) {
          answer(merged(*found));
        } else {
          answer(found);
        }
      });
}

void PeoplePanel::remove(int row) {
  Models::PrincipalListModel& people = model_.list(role());
  const QModelIndex index = people.index(row);
  const FieldRule rule = model_.rule(fieldOf(role()));
  if (!index.isValid() || !rule.enabled) {
    return;
  }
  if (!model_.mayRemove(role(), index.data(Models::RowRole).value<Core::Principal>())) {
    setProblem(tr("Who creates a room manages it."));
    return;
  }
  setProblem(QString());
  people.removeAt(row);
  if (people.rowCount() > 0) {
    list_->setCurrentIndex(people.index(qMin(row, people.rowCount() - 1)));
  } else {
    picker_->field()->setFocus(Qt::OtherFocusReason);
  }
}

void PeoplePanel::listMenu(const QPoint& where) {
  // The menu key asks at a place of its own; it means the current entry.
  const QModelIndex pointed = list_->indexAt(where);
  const QModelIndex index = pointed.isValid() ? pointed : list_->currentIndex();
  if (!index.isValid()) {
    return;
  }
  auto menu = std::make_unique<QMenu>(this);
  menu->addAction(tr("&Take %1 out").arg(index.data(Qt::DisplayRole).toString()), QKeySequence(Qt::Key_Delete), this,
                 [this, row = index.row()] { remove(row); });
  popUp(std::move(menu), list_->viewport()->mapToGlobal(where));
}

bool PeoplePanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == list_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && list_->currentIndex().isValid()) {
      remove(list_->currentIndex().row());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void PeoplePanel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  painter.fillRect(rect(), theme.raised);
  painter.fillRect(QRect(0, 0, 1, height()), theme.line);
  painter.fillRect(QRect(0, tabs_->geometry().bottom(), width(), 1), theme.line);
  const int top = note_->y() - kNotePadding - 1;
  painter.fillRect(QRect(0, top, width(), 1), theme.line);
  paintIcon(painter, Icon::Info, QRect(kPanelMargin + 1, note_->y(), kNoteIcon, themes_.type().scaled(17)), kNoteIcon,
            theme.text2);
}

}  // namespace Parlour::Ui
