// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/RoomListDelegate.h"

#include <QWidget>

#include "app/models/Roles.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

constexpr int kInset = 8;
constexpr int kPadding = 8;
constexpr int kRowIcon = 16;
constexpr int kNameLeft = 40;
constexpr int kRightEdge = 16;  // of badges, from the right of the row
constexpr int kSectionGap = 6;
constexpr int kBetweenBadges = 8;
constexpr int kInFolder = 16;  // how far rooms of a folder stand in

// What became of a room that the person is no longer in; empty while it can be used.
QString endingWord(const Models::RoomListRow& row) {
  switch (row.ending) {
    case Core::RoomEnding::Removed:
      return RoomListDelegate::tr("Removed");
    case Core::RoomEnding::Deleted:
      return RoomListDelegate::tr("Deleted");
    case Core::RoomEnding::Disabled:
      return RoomListDelegate::tr("Disabled");
    case Core::RoomEnding::None:
      break;
  }
  return row.room.disabled ? RoomListDelegate::tr("Disabled") : QString();
}

bool isOffer(const Models::RoomListRow& row) {
  return row.kind == Models::RoomListRow::Kind::Invitation || row.kind == Models::RoomListRow::Kind::Request;
}

QString offerDeed(const Models::RoomListRow& row) {
  return row.kind == Models::RoomListRow::Kind::Request ? RoomListDelegate::tr("Review") : RoomListDelegate::tr("Open");
}

// The line below the name: who invites or asks.
QString offerDetail(const Models::RoomListRow& row) {
  if (row.kind == Models::RoomListRow::Kind::Request) {
    return RoomListDelegate::tr("asked by %1").arg(row.detail);
  }
  return row.room.createdBy.isEmpty() ? row.room.description : RoomListDelegate::tr("from %1").arg(row.room.createdBy);
}

Icon rowIcon(const Models::RoomListRow& row) {
  if (row.kind == Models::RoomListRow::Kind::Folder) {
    return row.collapsed ? Icon::ChevronRight : Icon::ChevronDown;
  }
  if (row.kind != Models::RoomListRow::Kind::Feed) {
    return roomKindIcon(row.room);
  }
  return row.aboutMe ? Icon::At : Icon::Filter;
}

bool mayRetry(const Models::RoomListRow& row) {
  return row.joinState == Core::JoinState::Failed && endingWord(row).isEmpty();
}

}  // namespace

struct RoomListDelegate::Look {
  bool selected = false;
  bool hovered = false;
  bool keyboardFocus = false;
};

RoomListDelegate::RoomListDelegate(ThemeManager& themes, QObject* parent)
    : QStyledItemDelegate(parent), themes_(themes) {}

PaintContext RoomListDelegate::context(const QPainter& painter) const {
  return {themes_.theme(), themes_.type(), painter.device()->devicePixelRatioF()};
}

int RoomListDelegate::hintHeight(const QString& text) const {
  RichTextStyle style;
  style.role = TextRole::Secondary;
  return RichTextLayout(plainSpans(text), style, hintWidth_ - 32, themes_.theme(), themes_.type()).height() + 12;
}

QSize RoomListDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
  const auto row = index.data(Models::RowRole).value<Models::RoomListRow>();
  const Typography& type = themes_.type();
  switch (row.kind) {
    case Models::RoomListRow::Kind::Section:
      return {0, type.scaled(Metrics::kSectionHeight) + (index.row() > 0 ? kSectionGap : 0)};
    case Models::RoomListRow::Kind::Room:
    case Models::RoomListRow::Kind::Folder:
    case Models::RoomListRow::Kind::Feed:
      return {0, type.scaled(Metrics::kRoomRowHeight)};
    case Models::RoomListRow::Kind::Invitation:
    case Models::RoomListRow::Kind::Request:
      return {0, type.scaled(Metrics::kInvitationRowHeight)};
    case Models::RoomListRow::Kind::Hint:
      return {0, hintHeight(row.text)};
  }
  Q_UNREACHABLE();
}

void RoomListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const auto row = index.data(Models::RowRole).value<Models::RoomListRow>();
  Look look;
  look.selected = option.state.testFlag(QStyle::State_Selected);
  look.hovered = option.state.testFlag(QStyle::State_MouseOver);
  look.keyboardFocus = option.state.testFlag(QStyle::State_HasFocus) && option.widget &&
                       option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
  switch (row.kind) {
    case Models::RoomListRow::Kind::Section:
      paintSection(*painter, option.rect, row, index.row() == 0);
      if (look.keyboardFocus) {
        paintFocusRing(*painter, option.rect.adjusted(4, 0, -4, 0), Metrics::kRadiusControl, themes_.theme());
      }
      break;
    case Models::RoomListRow::Kind::Room:
    case Models::RoomListRow::Kind::Folder:
    case Models::RoomListRow::Kind::Feed:
      paintRoom(*painter, option.rect, row, look);
      break;
    case Models::RoomListRow::Kind::Invitation:
    case Models::RoomListRow::Kind::Request:
      paintOffer(*painter, option.rect, row, look);
      break;
    case Models::RoomListRow::Kind::Hint:
      paintHint(*painter, option.rect, row);
      break;
  }
}

void RoomListDelegate::paintSection(QPainter& painter, const QRect& rect, const Models::RoomListRow& row,
                                    bool first) const {
  const Theme& theme = themes_.theme();
  const QRect line = rect.adjusted(0, first ? 1 : kSectionGap + 1, 0, 1);
  paintIcon(painter, row.collapsed ? Icon::ChevronRight : Icon::ChevronDown,
            QRect(line.left() + 12, line.top() - 1, 12, line.height()), 12, theme.text3);
  const int left = line.left() + 28;
  const int used = paintTextLine(painter, QRect(left, line.top(), line.right() - left, line.height()),
                                 {row.text, TextRole::SecondaryStrong, theme.text3}, themes_.type());
  if (const QRect plus = actionRect(rect, row); plus.isValid()) {
    paintIcon(painter, Icon::Plus, plus.translated(0, first ? 0 : kSectionGap / 2), 14, theme.text3);
  }
  if (row.count > 0) {
    const int width = badgeWidth(BadgeKind::Unread, row.count, themes_.type());
    paintBadge(painter, line.translated(0, -1), left + used + 8 + width, BadgeKind::Unread, row.count,
               context(painter));
  }
}

void RoomListDelegate::paintRowBackground(QPainter& painter, const QRect& rect, const Look& look) const {
  const Theme& theme = themes_.theme();
  const QRect box = rect.adjusted(kInset, 0, -kInset, 0);
  if (look.selected) {
    paintBox(painter, box, Metrics::kRadiusControl, theme.selected, theme.highContrast ? theme.control : QColor());
    paintBox(painter, QRect(box.left(), box.top() + 7, 3, box.height() - 14), 1.5, theme.accent);
  } else if (look.hovered) {
    paintBox(painter, box, Metrics::kRadiusControl, theme.hover);
  }
  if (look.keyboardFocus) {
    paintFocusRing(painter, box, Metrics::kRadiusControl, theme);
  }
}

// Right to left; returns the left edge of what was painted.
int RoomListDelegate::paintRoomState(QPainter& painter, const QRect& rect, const Models::RoomListRow& row) const {
  const Theme& theme = themes_.theme();
  const PaintContext paintContext = context(painter);
  int right = rect.right() + 1 - kRightEdge;
  if (row.unread > 0) {
    right =
        paintBadge(painter, rect, right, row.muted ? BadgeKind::Muted : BadgeKind::Unread, row.unread, paintContext) -
        kBetweenBadges;
  }
  if (row.alert) {
    right = paintBadge(painter, rect, right, BadgeKind::Urgent, 1, paintContext) - kBetweenBadges;
  }
  if (row.mentions > 0) {
    right = paintBadge(painter, rect, right, BadgeKind::Mention, row.mentions, paintContext) - kBetweenBadges;
  }
  if (row.muted) {
    paintIcon(painter, Icon::BellOff, QRect(right - 14, rect.top(), 14, rect.height()), 14, theme.text3);
    right -= 14 + kBetweenBadges;
  }
  if (row.draft) {
    paintIcon(painter, Icon::Pencil, QRect(right - 14, rect.top(), 14, rect.height()), 14, theme.accent);
    right -= 14 + kBetweenBadges;
  }
  QString words = endingWord(row);
  if (words.isEmpty() && row.joinState == Core::JoinState::Joining) {
    words = tr("Joining…");
  }
  if (!words.isEmpty()) {
    const int width = textWidth(words, TextRole::Small, themes_.type());
    paintTextLine(painter, QRect(right - width, rect.top(), width + 1, rect.height()),
                  {words, TextRole::Small, theme.text3}, themes_.type());
    right -= width + kBetweenBadges;
  }
  if (mayRetry(row)) {
    const QRect retry = actionRect(rect, row);
    TextLine link{tr("Retry"), TextRole::Badge, theme.danger};
    link.underline = true;
    paintTextLine(painter, retry, link, themes_.type());
    paintIcon(painter, Icon::Warning, QRect(retry.left() - 22, rect.top(), 14, rect.height()), 14, theme.danger);
    right = retry.left() - 30;
  }
  return right;
}

void RoomListDelegate::paintRoom(QPainter& painter, const QRect& rect, const Models::RoomListRow& row,
                                 const Look& look) const {
  const Theme& theme = themes_.theme();
  paintRowBackground(painter, rect, look);
  const bool quiet = row.muted || row.joinState == Core::JoinState::Joining || !endingWord(row).isEmpty();
  const bool strong = (row.unread > 0 && !row.muted) || row.kind == Models::RoomListRow::Kind::Folder;
  QColor color = quiet ? theme.text3 : theme.text2;
  if (look.selected || strong) {
    color = theme.text;
  }
  const int indent = row.kind == Models::RoomListRow::Kind::Room && !row.folder.isEmpty() ? kInFolder : 0;
  const QColor iconColor = look.selected ? theme.text : (quiet ? theme.text3 : theme.text2);
  paintIcon(painter, rowIcon(row), QRect(rect.left() + indent + kInset + kPadding, rect.top(), kRowIcon, rect.height()),
            kRowIcon, iconColor);
  const int right = paintRoomState(painter, rect, row);
  TextLine name{row.text, strong ? TextRole::Strong : (look.selected ? TextRole::Button : TextRole::Body), color};
  name.strikeOut = !endingWord(row).isEmpty();
  const int left = rect.left() + indent + kNameLeft;
  paintTextLine(painter, QRect(left, rect.top(), right - left, rect.height()), name, themes_.type());
}

QRect RoomListDelegate::actionRect(const QRect& row, const Models::RoomListRow& content) const {
  const Typography& type = themes_.type();
  const int right = row.right() + 1 - kRightEdge;
  if (isOffer(content)) {
    const int width = textWidth(offerDeed(content), TextRole::Label, type) + 22;
    const int height = type.scaled(Metrics::kSmallControlHeight);
    return {right - width, row.top() + (row.height() - height + 1) / 2, width, height};
  }
  if (content.kind == Models::RoomListRow::Kind::Section && content.section == Models::RoomSection::Feeds) {
    const int width = type.scaled(Metrics::kSmallControlHeight);
    return {row.right() + 1 - kInset - width, row.top(), width, row.height()};
  }
  if (content.kind == Models::RoomListRow::Kind::Room && mayRetry(content)) {
    const int width = textWidth(tr("Retry"), TextRole::Badge, type);
    return {right - width, row.top(), width, row.height()};
  }
  return {};
}

void RoomListDelegate::paintOffer(QPainter& painter, const QRect& rect, const Models::RoomListRow& row,
                                  const Look& look) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  if (look.keyboardFocus) {
    paintFocusRing(painter, rect.adjusted(kInset, 0, -kInset, 0), Metrics::kRadiusControl, theme);
  }
  const Icon icon = row.kind == Models::RoomListRow::Kind::Request ? Icon::UserPlus : Icon::Mail;
  paintIcon(painter, icon, QRect(rect.left() + kInset + kPadding, rect.top() + 6, kRowIcon, type.scaled(18)), kRowIcon,
            theme.accent);
  const QRect button = actionRect(rect, row);
  const int left = rect.left() + kNameLeft;
  const int width = button.left() - left - 8;
  paintTextLine(painter, QRect(left, rect.top() + type.scaled(5), width, type.scaled(18)),
                {row.text, TextRole::Button, theme.text}, type);
  paintTextLine(painter, QRect(left, rect.top() + type.scaled(24), width, type.lineHeight(TextRole::Secondary)),
                {offerDetail(row), TextRole::Secondary, theme.text3}, type);
  ButtonLook deed;
  deed.text = offerDeed(row);
  deed.size = ButtonSize::Small;
  deed.hovered = look.hovered;
  paintButton(painter, button, deed, context(painter));
}

void RoomListDelegate::paintHint(QPainter& painter, const QRect& rect, const Models::RoomListRow& row) const {
  RichTextStyle style;
  style.role = TextRole::Secondary;
  style.color = &Theme::text3;
  const RichTextLayout layout(plainSpans(row.text), style, hintWidth_ - 32, themes_.theme(), themes_.type());
  layout.paint(painter, rect.topLeft() + QPoint(16, 4), themes_.theme());
}

}  // namespace Parlour::Ui
