// SPDX-License-Identifier: Apache-2.0
#include "app/ui/notify/DigestDelegate.h"

#include <QAbstractItemView>
#include <QDate>

#include "app/models/Roles.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Mirroring.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

namespace {

constexpr int kDigestTitle = 36;
constexpr int kDigestEarlier = 28;
constexpr int kDigestTextLeft = 56;
constexpr int kDigestRight = 20;
constexpr int kDigestTop = 7;
constexpr int kDigestBottom = 8;
constexpr int kDigestLines = 4;
constexpr int kDigestGap = 8;
constexpr int kDigestDot = 8;
constexpr int kBar = 3;

}  // namespace

DigestDelegate::DigestDelegate(ThemeManager& themes, QAbstractItemView& view)
    : QStyledItemDelegate(&view), themes_(themes), view_(view), layouts_(400) {}

PaintContext DigestDelegate::context() const { return {themes_.theme(), themes_.type(), view_.devicePixelRatioF()}; }

const RichTextLayout& DigestDelegate::textOf(const Models::DigestRow& row) const {
  const int width = view_.viewport()->width();
  if (width != width_ || revision_ != themes_.revision()) {
    width_ = width;
    revision_ = themes_.revision();
    layouts_.clear();
  }
  // The text is part of the key: a removed message may come with another one.
  const QString key =
      QStringLiteral("%1/%2/%3").arg(row.room.uri.toString()).arg(row.message.chatId).arg(qHash(row.message.text)) +
      row.marked.join(u'/');
  if (RichTextLayout* known = layouts_.object(key)) {
    return *known;
  }
  RichTextStyle style;
  style.maxLines = kDigestLines;
  const QString text = Xccos::parseChatText(row.message.text).plainText().trimmed();
  auto* made = new RichTextLayout(plainSpans(text, {{}, row.marked}), style, width - kDigestTextLeft - kDigestRight,
                                  themes_.theme(), themes_.type());
  layouts_.insert(key, made);
  return *made;
}

QSize DigestDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
  const auto row = index.data(Models::RowRole).value<Models::DigestRow>();
  const Typography& type = themes_.type();
  switch (row.kind) {
    case Models::DigestRow::Kind::Room:
      return {0, type.scaled(kDigestTitle)};
    case Models::DigestRow::Kind::Earlier:
      return {0, type.scaled(kDigestEarlier)};
    case Models::DigestRow::Kind::Message:
      break;
  }
  return {0, kDigestTop + type.scaled(18) + textOf(row).height() + kDigestBottom};
}

QRect DigestDelegate::markRect(const QRect& row) const {
  const int width = textWidth(tr("Mark read"), TextRole::Label, themes_.type());
  return {row.right() + 1 - kDigestRight - width, row.top(), width, row.height()};
}

void DigestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const auto row = index.data(Models::RowRole).value<Models::DigestRow>();
  switch (row.kind) {
    case Models::DigestRow::Kind::Room:
      paintTitle(*painter, option.rect, row);
      break;
    case Models::DigestRow::Kind::Earlier:
      paintTextLine(*painter, option.rect.adjusted(kDigestTextLeft, 0, -kDigestRight, 0),
                    {tr("%1 earlier in this room").arg(row.earlier), TextRole::Label, themes_.theme().accent},
                    themes_.type());
      break;
    case Models::DigestRow::Kind::Message:
      paintMessage(*painter, option, row);
      break;
  }
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), kBar, option.rect.height()), themes_.theme().accent);
  }
  if (option.state.testFlag(QStyle::State_HasFocus) && view_.window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(*painter, option.rect.adjusted(2, 1, -2, -2), Metrics::kRadiusChip, themes_.theme());
  }
}

void DigestDelegate::paintTitle(QPainter& painter, const QRect& rect, const Models::DigestRow& row) const {
  const Theme& theme = themes_.theme();
  painter.fillRect(rect, theme.panel);
  painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
  paintIcon(painter, roomKindIcon(row.room), QRect(rect.left() + 20, rect.top(), 16, rect.height()), 16,
            row.muted ? theme.text3 : theme.text2);
  const QRect mark = markRect(rect);
  TextLine link{tr("Mark read"), TextRole::Label, theme.accent};
  paintTextLine(painter, mark, link, themes_.type());
  int right = mark.left() - 2 * kDigestGap;
  right = paintBadge(painter, rect, right, row.muted ? BadgeKind::Muted : BadgeKind::Unread, row.unread, context()) - 4;
  if (row.alert) {
    right = paintBadge(painter, rect, right, BadgeKind::Urgent, 1, context()) - 4;
  }
  if (row.mentions > 0) {
    right = paintBadge(painter, rect, right, BadgeKind::Mention, row.mentions, context()) - 4;
  }
  if (row.muted) {
    paintIcon(painter, Icon::BellOff, QRect(right - 14, rect.top(), 14, rect.height()), 14, theme.text3);
    right -= 18;
  }
  const int left = rect.left() + kDigestTextLeft;
  paintTextLine(painter, QRect(left, rect.top(), right - left - kDigestGap, rect.height() - 1),
                {row.room.name, TextRole::Strong, row.muted ? theme.text3 : theme.text}, themes_.type());
}

void DigestDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                 const Models::DigestRow& row) const {
  const Theme& theme = themes_.theme();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool mine = row.message.mentionsMe || !row.keyword.isEmpty();
  if (row.message.alert) {
    painter.fillRect(option.rect, theme.dangerBg);
  } else if (mine) {
    painter.fillRect(option.rect, theme.mentionBg);
  } else if (selected) {
    painter.fillRect(option.rect, theme.selected);
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter.fillRect(option.rect, theme.hover);
  }
  const QRect bar(option.rect.left(), option.rect.top(), kBar, option.rect.height());
  if (row.message.alert) {
    painter.fillRect(bar, theme.danger);
  } else if (mine) {
    painter.fillRect(bar, theme.mentionBar);
  }
}

void DigestDelegate::paintReasons(QPainter& painter, const QRect& line, int left, const Models::DigestRow& row) const {
  const Theme& theme = themes_.theme();
  const auto reason = [&](Icon icon, const QString& words, const QColor& color) {
    paintIcon(painter, icon, QRect(left, line.top(), 12, line.height()), 12, color);
    left += 15;
    left += paintTextLine(painter, QRect(left, line.top() + 1, line.right() - left, line.height()),
                          {words, TextRole::Chip, color}, themes_.type()) +
            kDigestGap;
  };
  if (row.message.alert) {
    reason(Icon::Alert, tr("High importance"), theme.danger);
  }
  const QColor about = row.message.alert ? theme.danger : theme.mentionText;
  if (row.message.mentionsMe) {
    reason(Icon::At, tr("Mentions you"), about);
  } else if (!row.keyword.isEmpty()) {
    reason(Icon::At, tr("Keyword: %1").arg(row.keyword), about);
  }
}

void DigestDelegate::paintMessage(QPainter& painter, const QStyleOptionViewItem& option,
                                  const Models::DigestRow& row) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect& rect = option.rect;
  paintGround(painter, option, row);
  paintAvatar(painter, QRect(rect.left() + 20, rect.top() + 9, Metrics::kAvatarSmall, Metrics::kAvatarSmall),
              {row.message.authorName, row.message.author.address(), PresenceShape::None, theme.window}, context());
  const QRect line(rect.left() + kDigestTextLeft, rect.top() + kDigestTop,
                   rect.width() - kDigestTextLeft - kDigestRight, type.scaled(18));
  if (row.unread > 0) {
    const int top = line.top() + (line.height() - kDigestDot) / 2;
    paintBox(painter, QRect(rect.left() + kDigestDot, top, kDigestDot, kDigestDot), kDigestDot / 2.0, theme.accent);
  }
  int left = line.left();
  left += paintTextLine(painter, line, {row.message.authorName, TextRole::Strong, theme.text}, type) + kDigestGap;
  QString when = shortWhen(row.message.time, QDate::currentDate());
  if (row.withRoom) {
    when = tr("%1 · %2").arg(when, row.room.name);
  }
  left += paintTextLine(painter, QRect(left, line.top() + 1, line.right() - left, line.height()),
                        {when, TextRole::Small, theme.text3}, type) +
          kDigestGap;
  paintReasons(painter, line, left, row);
  textOf(row).paint(painter, QPoint(line.left(), line.bottom() + 2), theme);
}

}  // namespace Parlour::Ui
