// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roompane/ParticipantDelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

#include "app/models/Roles.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {
constexpr int kPaneMargin = 16;
constexpr int kGroupHeight = 26;
constexpr int kFirstGroupAbove = 0;
constexpr int kGroupAbove = 2;
constexpr int kPersonTextLeft = 50;
constexpr int kRoleIcon = 14;
}  // namespace

PresenceShape presenceShape(Core::Presence presence) {
  switch (presence) {
    case Core::Presence::Available:
      return PresenceShape::Available;
    case Core::Presence::Away:
      return PresenceShape::Away;
    case Core::Presence::Busy:
      return PresenceShape::Busy;
    case Core::Presence::Offline:
      return PresenceShape::Offline;
    case Core::Presence::Unknown:
      break;
  }
  return PresenceShape::None;
}

QString presenceWord(Core::Presence presence) {
  switch (presence) {
    case Core::Presence::Available:
      return ParticipantDelegate::tr("available");
    case Core::Presence::Away:
      return ParticipantDelegate::tr("away");
    case Core::Presence::Busy:
      return ParticipantDelegate::tr("busy");
    case Core::Presence::Offline:
      return ParticipantDelegate::tr("offline");
    case Core::Presence::Unknown:
      break;
  }
  return ParticipantDelegate::tr("presence unknown");
}

ParticipantDelegate::ParticipantDelegate(ThemeManager& themes, QObject* parent)
    : QStyledItemDelegate(parent), themes_(themes) {}

QSize ParticipantDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
  const auto row = index.data(Models::RowRole).value<Models::ParticipantRow>();
  if (row.kind == Models::ParticipantRow::Kind::Person) {
    return {0, themes_.type().scaled(Metrics::kRoomRowHeight)};
  }
  return {0, themes_.type().scaled(kGroupHeight) + (index.row() > 0 ? kFirstGroupAbove : kGroupAbove)};
}

void ParticipantDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const auto row = index.data(Models::RowRole).value<Models::ParticipantRow>();
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect& rect = option.rect;
  const QRect inside = rect.adjusted(kPaneMargin, 0, -kPaneMargin, 0);
  const bool keyboardFocus = option.state.testFlag(QStyle::State_HasFocus) && option.widget &&
                             option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
  if (row.kind == Models::ParticipantRow::Kind::Title) {
    if (keyboardFocus) {
      paintFocusRing(*painter, rect.adjusted(8, 0, -8, 0), Metrics::kRadiusControl, theme);
    }
    paintTextLine(*painter, inside.adjusted(0, index.row() > 0 ? 1 : 2, 0, index.row() > 0 ? 1 : 2),
                  {row.title, TextRole::SecondaryStrong, theme.text3}, type);
    return;
  }
  if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
    paintBox(*painter, rect.adjusted(8, 0, -8, 0), Metrics::kRadiusControl,
             option.state.testFlag(QStyle::State_Selected) ? theme.selected : theme.hover);
  }
  if (keyboardFocus) {
    paintFocusRing(*painter, rect.adjusted(8, 0, -8, 0), Metrics::kRadiusControl, theme);
  }
  const PresenceShape shape = stale_ ? PresenceShape::Offline : presenceShape(row.person.presence);
  const QRect avatar = centered(QRect(inside.left(), rect.top(), Metrics::kAvatarSmall, rect.height()),
                                QSize(Metrics::kAvatarSmall, Metrics::kAvatarSmall));
  paintAvatar(*painter, avatar, {row.person.name, row.person.uri.address(), shape, theme.panel},
              {theme, type, painter->device()->devicePixelRatioF()});
  const bool absent = row.person.presence == Core::Presence::Offline && !stale_;
  const int left = rect.left() + kPersonTextLeft;
  const int right = inside.right() - kRoleIcon - 6;
  const int used = paintTextLine(*painter, QRect(left, rect.top(), right - left, rect.height()),
                                 {row.person.name, TextRole::Body, absent ? theme.text3 : theme.text}, type);
  if (row.me) {
    paintTextLine(*painter, QRect(left + used + 4, rect.top(), right - left - used, rect.height()),
                  {tr("(you)"), TextRole::Body, theme.text3}, type);
  }
  const QRect role(inside.right() + 1 - kRoleIcon, rect.top(), kRoleIcon, rect.height());
  if (row.group == Models::ParticipantRow::Group::Managers) {
    paintIcon(*painter, Icon::Shield, role, kRoleIcon, theme.accent);
  } else if (row.group == Models::ParticipantRow::Group::Presenters) {
    paintIcon(*painter, Icon::Megaphone, role, kRoleIcon, theme.text2);
  }
}

bool ParticipantDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& index) {
  const auto row = index.data(Models::RowRole).value<Models::ParticipantRow>();
  if (event->type() != QEvent::ToolTip || row.kind != Models::ParticipantRow::Kind::Person) {
    return false;
  }
  QString role;
  if (row.group == Models::ParticipantRow::Group::Managers) {
    role = tr("manager");
  } else if (row.group == Models::ParticipantRow::Group::Presenters) {
    role = tr("presenter");
  }
  QStringList parts{row.person.name, QString::fromUtf8(row.person.uri.address()), presenceWord(row.person.presence),
                    role};
  parts.removeAll(QString());
  QToolTip::showText(event->globalPos(), parts.join(QLatin1Char('\n')).toHtmlEscaped(), view);
  return true;
}

}  // namespace Parlour::Ui
