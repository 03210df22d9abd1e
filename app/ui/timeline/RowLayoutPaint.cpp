// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowLayout.h"
#include "app/ui/timeline/RowMetrics.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Chip.h"

namespace Parlour::Ui {

namespace M = RowMetrics;

namespace {

class RowWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Ui::RowLayout)
};

bool isUrgent(const RowContent& content) { return content.alert; }

QColor rowSurface(const RowContent& content, const Theme& theme) {
  if (isUrgent(content)) {
    return theme.dangerBg;
  }
  return content.attention.isEmpty() ? theme.window : theme.mentionBg;
}

// An icon and a word after the time: "@ Mentions you".
int paintLabel(QPainter& painter, const QRect& line, int left, Icon icon, const QString& words, const QColor& color,
               const PaintContext& context) {
  constexpr int kSize = 12;
  paintIcon(painter, icon, QRect(left, line.top(), kSize, line.height()), kSize, color);
  left += kSize + 4;
  return left + paintTextLine(painter, QRect(left, line.top(), line.right() - left, line.height()),
                              {words, TextRole::Badge, color}, context.type);
}

}  // namespace

void RowLayout::paint(QPainter& painter, const QPoint& origin, const RowPaintState& state,
                      const PaintContext& context) const {
  painter.save();
  painter.translate(origin);
  paintLinesAbove(painter, context);
  paintBackground(painter, state, context);
  const Theme& theme = context.theme;
  const bool removed = content_.kind == RowContent::Kind::Removed;
  if (!content_.grouped && !removed) {
    paintAuthor(painter, context);
  } else if (removed || state.hovered || state.keyboardFocus) {
    const QRect gutter(M::kLeft, textTop_, M::kTextLeft - M::kLeft - 8, context.type.lineHeight(TextRole::Body));
    paintTextLine(painter, gutter, {content_.time, TextRole::Small, theme.text3}, context.type);
  }
  if (removed) {
    paintIcon(painter, Icon::Trash, QRect(M::kTextLeft, textTop_, 14, context.type.lineHeight(TextRole::Body)), 14,
              theme.text3);
  }
  if (content_.kind == RowContent::Kind::Story) {
    paintStory(painter, context);
  } else if (content_.kind == RowContent::Kind::File) {
    paintFile(painter, context);
  } else if (content_.own) {
    paintOwnExtras(painter, context);
  }
  if (body_) {
    body_->paint(painter, bodyOrigin_, theme, state.selection);
  }
  if (content_.delivery == RowContent::Delivery::Failed) {
    paintFailure(painter, context);
  }
  if (state.keyboardFocus) {
    paintFocusRing(painter, QRect(2, messageTop_, width_ - 4, height_ - messageTop_), Metrics::kRadiusControl, theme);
  }
  painter.restore();
}

void RowLayout::paintLinesAbove(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const Typography& type = context.type;
  int top = 0;
  if (!content_.dayAbove.isEmpty()) {
    const QRect line(M::kLeft, 0, width_ - M::kLeft - M::kRight, type.scaled(Metrics::kDayHeight));
    const int words = textWidth(content_.dayAbove, TextRole::Chip, type);
    const int half = (line.width() - words) / 2 - 10;
    painter.fillRect(QRect(line.left(), line.height() / 2, half, 1), theme.line);
    painter.fillRect(QRect(line.right() + 1 - half, line.height() / 2, half, 1), theme.line);
    paintTextLine(painter, line, {content_.dayAbove, TextRole::Chip, theme.text3}, type, Qt::AlignHCenter);
    top = line.height();
  }
  if (content_.newLineAbove) {
    const QRect line(M::kLeft, top, width_ - M::kLeft - M::kRight, type.scaled(Metrics::kNewLineHeight));
    const QString words = RowWords::tr("New messages");
    const int room = textWidth(words, TextRole::Badge, type);
    painter.fillRect(QRect(line.left(), top + line.height() / 2, line.width() - room - 8, 1), theme.danger);
    paintTextLine(painter, line, {words, TextRole::Badge, theme.danger}, type, Qt::AlignRight);
  }
}

void RowLayout::paintBackground(QPainter& painter, const RowPaintState& state, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const QRect area(0, messageTop_, width_, height_ - messageTop_);
  if (state.selected || state.flashed) {
    painter.fillRect(area, theme.selected);
  } else if (isUrgent(content_) || !content_.attention.isEmpty()) {
    painter.fillRect(area, rowSurface(content_, theme));
  }
  if (isUrgent(content_) || !content_.attention.isEmpty()) {
    painter.fillRect(QRect(0, messageTop_, M::kBar, area.height()),
                     isUrgent(content_) ? theme.danger : theme.mentionBar);
  }
}

void RowLayout::paintAuthor(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const Typography& type = context.type;
  const int avatar = type.scaled(Metrics::kAvatarLarge);
  paintAvatar(painter,
              QRect(M::kLeft, messageTop_ + M::kAvatarTop, Metrics::kAvatarLarge, Metrics::kAvatarLarge)
                  .adjusted(0, 0, qMin(0, avatar - Metrics::kAvatarLarge), qMin(0, avatar - 32)),
              {content_.author, content_.address, PresenceShape::None, theme.window}, context);
  const QRect line(M::kTextLeft, messageTop_ + M::kTopPadding, textWidthAvailable(), type.scaled(M::kAuthorLine));
  const QString name = content_.own ? RowWords::tr("You") : content_.author;
  int left = line.left() + paintTextLine(painter, QRect(line.left(), line.top(), line.width() / 2, line.height()),
                                         {name, TextRole::Strong, content_.own ? theme.accent : theme.text}, type);
  left += 8;
  left += paintTextLine(painter, QRect(left, line.top() + 1, line.right() - left, line.height()),
                        {content_.time, TextRole::Small, theme.text3}, type);
  left += 8;
  if (content_.alert) {
    left = paintLabel(painter, line, left, Icon::Alert, RowWords::tr("High importance"), theme.danger, context) + 8;
  }
  if (!content_.attention.isEmpty()) {
    paintLabel(painter, line, left, Icon::At, content_.attention, theme.mentionText, context);
  }
}

void RowLayout::paintOwnExtras(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  paintBox(painter, ownBox_, Metrics::kRadiusControl, theme.tint, theme.highContrast ? theme.control : QColor());
  const bool waiting = content_.delivery == RowContent::Delivery::Waiting;
  const bool sending = content_.delivery == RowContent::Delivery::Sending && content_.showSending;
  if (!waiting && !sending) {
    return;
  }
  const int left = ownBox_.right() + 9;
  paintIcon(painter, Icon::Clock, QRect(left, ownBox_.top(), 14, ownBox_.height()), 14, theme.text3);
  const QString words = waiting ? RowWords::tr("Waiting for the connection") : RowWords::tr("Sending…");
  paintTextLine(painter, QRect(left + 17, ownBox_.top(), width_ - left - 17, ownBox_.height()),
                {words, TextRole::Secondary, theme.text3}, context.type);
}

void RowLayout::paintStory(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const Typography& type = context.type;
  paintBox(painter, card_, Metrics::kRadiusCard, theme.panel, theme.line);
  const bool open = content_.storyOpen;
  const QRect title(bodyOrigin_.x(), card_.top() + (open ? 14 : 9), card_.right() - bodyOrigin_.x() - 12,
                    type.scaled(20));
  const QRect chip =
      paintChip(painter, title, title.left(), {RowWords::tr("Story"), ChipKind::Story, Icon::Story}, context);
  const int left = chip.right() + 9;
  paintTextLine(painter, QRect(left, title.top(), title.right() - left, title.height()),
                {content_.storyTitle, open ? TextRole::RoomTitle : TextRole::StoryTitle, theme.text}, type);
  const QString words = open ? RowWords::tr("Show less") : RowWords::tr("Show the whole story");
  int at = storyLink_.left() + paintTextLine(painter, storyLink_, {words, TextRole::Label, theme.accent}, type) + 3;
  paintIcon(painter, open ? Icon::ChevronUp : Icon::ChevronDown, QRect(at, storyLink_.top(), 12, storyLink_.height()),
            12, theme.accent);
  if (!open) {
    at += 19;
    paintTextLine(painter, QRect(at, storyLink_.top(), card_.right() - at, storyLink_.height()),
                  {RowWords::tr("· %n min read", nullptr, content_.readingMinutes), TextRole::Secondary, theme.text3},
                  type);
  }
}

void RowLayout::paintFailure(QPainter& painter, const PaintContext& context) const {
  const Theme& theme = context.theme;
  const Typography& type = context.type;
  paintIcon(painter, Icon::Warning, QRect(failureLine_.left(), failureLine_.top(), 14, failureLine_.height()), 14,
            theme.danger);
  const RowHit& retry = hits_.at(hits_.size() - 2);
  const RowHit& discard = hits_.last();
  const int left = failureLine_.left() + 19;
  paintTextLine(painter, QRect(left, failureLine_.top(), retry.rect.left() - left - 4, failureLine_.height()),
                {content_.failure, TextRole::Secondary, theme.danger}, type);
  TextLine link{RowWords::tr("Retry"), TextRole::SecondaryStrong, theme.danger};
  link.underline = true;
  paintTextLine(painter, retry.rect, link, type);
  paintTextLine(painter, QRect(retry.rect.right() + 6, retry.rect.top(), 8, retry.rect.height()),
                {QStringLiteral("·"), TextRole::Secondary, theme.danger}, type);
  link = {RowWords::tr("Discard"), TextRole::Secondary, theme.danger};
  link.underline = true;
  paintTextLine(painter, discard.rect, link, type);
}

}  // namespace Parlour::Ui
