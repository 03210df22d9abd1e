// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roompane/RoomPane.h"

#include <QLineEdit>
#include <QPainter>

#include "app/models/DateWords.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/roompane/ParticipantDelegate.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/LinkButton.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/OverlayScrollBar.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kPaneLeft = 17;
constexpr int kValueLeft = 100;
constexpr int kDetailPitch = 22;
constexpr int kDetailTop = 10;
constexpr int kDetailBottom = 10;
constexpr int kPeopleHeader = 42;
constexpr int kSmallIconBox = 26;
constexpr int kManageGap = 4;
constexpr int kManagersShown = 2;

QString privacySentence(Core::Privacy privacy) {
  switch (privacy) {
    case Core::Privacy::Open:
      return RoomPane::tr("Open, anyone may join");
    case Core::Privacy::Closed:
      return RoomPane::tr("Closed, members only");
    case Core::Privacy::Secret:
      return RoomPane::tr("Secret, members only");
    case Core::Privacy::Unknown:
      break;
  }
  return {};
}

// A line for each, the last one for those that have none of their own.
QStringList managerLines(const QStringList& managers) {
  if (managers.size() <= kManagersShown) {
    return managers;
  }
  QStringList lines = managers.mid(0, kManagersShown - 1);
  lines.append(RoomPane::tr("and %n more", nullptr, static_cast<int>(managers.size() - lines.size())));
  return lines;
}

}  // namespace

RoomPane::RoomPane(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      close_(new IconButton(themes, Icon::Close, tr("Close"), this)),
      find_(new IconButton(themes, Icon::Search, tr("Find a person"), this)),
      invite_(new IconButton(themes, Icon::UserPlus, tr("Invite people"), this)),
      manage_(new Button(themes, tr("Manage room…"), ButtonKind::Secondary, this)),
      requests_(new LinkButton(themes, QString(), this)),
      filter_(new QLineEdit(this)),
      people_(new QListView(this)),
      delegate_(new ParticipantDelegate(themes, this)) {
  for (IconButton* button : {find_, invite_}) {
    button->setBoxSize(QSize(kSmallIconBox, kSmallIconBox));
    button->setIconSize(14);
  }
  manage_->setSize(ButtonSize::Small);
  manage_->setIcon(Icon::Pencil);
  manage_->hide();
  requests_->hide();
  invite_->hide();
  find_->setCheckable(true);
  filter_->setPlaceholderText(tr("Find a person"));
  filter_->setAccessibleName(tr("Find a person"));
  filter_->hide();
  people_->setItemDelegate(delegate_);
  people_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  people_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  people_->setFrameShape(QFrame::NoFrame);
  people_->setMouseTracking(true);
  people_->setAccessibleName(tr("Participants"));
  people_->viewport()->setAutoFillBackground(false);
  new OverlayScrollBar(people_);
  const QList<QWidget*> order{close_, manage_, requests_, find_, invite_, filter_, people_};
  for (qsizetype i = 1; i < order.size(); ++i) {
    setTabOrder(order.at(i - 1), order.at(i));
  }
  connect(find_, &IconButton::toggled, this, &RoomPane::showFilter);
  connect(filter_, &QLineEdit::textChanged, this, &RoomPane::filterChanged);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    people_->doItemsLayout();
    arrange();
    update();
  });
}

void RoomPane::setRoom(const RoomFacts& facts) {
  const Core::RoomSummary& room = facts.room;
  details_.clear();
  const auto add = [this](const QString& label, const QString& value) {
    if (!value.isEmpty()) {
      details_.append({label, value});
    }
  };
  add(tr("Privacy"), privacySentence(room.privacy));
  add(tr("Type"), roomKindWord(room.kind));
  add(tr("Category"), room.categoryName);
  if (room.filesAllowed) {
    add(tr("Files"), *room.filesAllowed ? tr("Posting allowed") : tr("Posting not allowed"));
  }
  if (facts.invitations) {
    add(tr("Invitations"), *facts.invitations ? tr("Sent to people added") : tr("Not sent"));
  }
  if (!room.createdOn.isNull()) {
    const QDate day = QDateTime::fromMSecsSinceEpoch(room.createdOn.toMs()).date();
    add(tr("Created"), Models::dateWords(day));
  }
  for (const QString& line : managerLines(facts.managers)) {
    add(line == facts.managers.first() ? tr("Managers") : QString(), line);
  }
  manage_->setVisible(facts.mayManage);
  requests_->setVisible(facts.requests > 0);
  requests_->setText(tr("%n people ask to join", nullptr, facts.requests));
  // Open rooms have no members to add.
  invite_->setVisible(facts.mayManage && room.privacy != Core::Privacy::Open);
  QStringList told;
  for (const Detail& detail : std::as_const(details_)) {
    told.append(detail.label.isEmpty() ? detail.value : tr("%1: %2").arg(detail.label, detail.value));
  }
  setAccessibleName(tr("About this room"));
  setAccessibleDescription(told.join(QStringLiteral(", ")));
  arrange();
  update();
}

void RoomPane::setPeopleText(const QString& text, bool stale) {
  peopleText_ = text;
  delegate_->setStale(stale);
  people_->viewport()->update();
  update();
}

void RoomPane::showFilter(bool show) {
  filter_->setVisible(show);
  if (show) {
    filter_->setFocus();
  } else {
    filter_->clear();
  }
  arrange();
}

int RoomPane::detailsHeight() const {
  const int rows = static_cast<int>(details_.size()) * themes_.type().scaled(kDetailPitch);
  return rows > 0 ? kDetailTop + rows : 0;
}

int RoomPane::deedsHeight() const {
  const int manage = manage_->isVisibleTo(this) ? kManageGap + manage_->sizeHint().height() : 0;
  return manage + (requests_->isVisibleTo(this) ? kManageGap + Metrics::kPointerTarget : 0);
}

int RoomPane::detailsBottom() const {
  const int content = detailsHeight() + deedsHeight();
  return themes_.type().scaled(Metrics::kHeaderHeight) + (content > 0 ? content + kDetailBottom - 1 : 0);
}

void RoomPane::arrange() {
  const Typography& type = themes_.type();
  const int headerHeight = type.scaled(Metrics::kHeaderHeight);
  const QSize closeBox = close_->sizeHint();
  close_->setGeometry(width() - 7 - closeBox.width(), (headerHeight - closeBox.height()) / 2, closeBox.width(),
                      closeBox.height());
  manage_->setGeometry(kPaneLeft - 1, headerHeight + detailsHeight() + kManageGap, manage_->sizeHint().width(),
                       manage_->sizeHint().height());
  const QSize requests(requests_->sizeHint().width(), Metrics::kPointerTarget);
  requests_->setGeometry(
      QRect(QPoint(kPaneLeft - 1, headerHeight + detailsHeight() + deedsHeight() - requests.height()), requests));
  const int top = detailsBottom() + 4;
  invite_->setGeometry(width() - 10 - kSmallIconBox, top + 7, kSmallIconBox, kSmallIconBox);
  const int beside = invite_->isVisibleTo(this) ? kSmallIconBox : 0;
  find_->setGeometry(width() - 10 - kSmallIconBox - beside, top + 7, kSmallIconBox, kSmallIconBox);
  int listTop = top + type.scaled(kPeopleHeader) - 5;
  if (filter_->isVisibleTo(this)) {
    filter_->setGeometry(kPaneLeft - 1, listTop, width() - 2 * kPaneLeft + 2, filter_->sizeHint().height());
    listTop += filter_->sizeHint().height() + 6;
  }
  people_->setGeometry(0, listTop, width(), height() - listTop);
  for (QWidget* widget : std::initializer_list<QWidget*>{close_, manage_, requests_, invite_, find_}) {
    widget->setGeometry(mirroredIn(rect(), widget->geometry(), layoutDirection()));
  }
}

void RoomPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void RoomPane::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter.fillRect(rect(), theme.panel);
  const int headerHeight = type.scaled(Metrics::kHeaderHeight);
  painter.fillRect(QRect(0, headerHeight - 1, width(), 1), theme.line);
  paintTextLine(painter,
                QRect(kPaneLeft - 1, 0, mirroredIn(rect(), close_->geometry(), layoutDirection()).x() - kPaneLeft,
                      headerHeight - 1),
                {tr("About this room"), TextRole::Strong, theme.text}, type);
  int top = headerHeight + kDetailTop;
  for (const Detail& detail : details_) {
    const QRect line(kPaneLeft - 1, top, width() - kPaneLeft - 8, type.scaled(kDetailPitch));
    paintTextLine(painter, QRect(line.left(), top, kValueLeft - line.left() - 6, line.height()),
                  {detail.label, TextRole::Secondary, theme.text3}, type);
    paintTextLine(painter, QRect(kValueLeft, top, line.right() - kValueLeft, line.height()),
                  {detail.value, TextRole::Secondary, theme.text}, type);
    top += line.height();
  }
  painter.fillRect(QRect(0, detailsBottom(), width(), 1), theme.line);
  const QRect people(kPaneLeft - 1, detailsBottom() + 4,
                     mirroredIn(rect(), find_->geometry(), layoutDirection()).x() - kPaneLeft,
                     type.scaled(kPeopleHeader) - 2);
  const int used = paintTextLine(painter, people, {tr("Participants"), TextRole::Strong, theme.text}, type);
  paintTextLine(painter, people.adjusted(used + 4, 0, 0, 0), {peopleText_, TextRole::Body, theme.text3}, type);
}

}  // namespace Parlour::Ui
