// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/RowLayout.h"

#include <QCoreApplication>

#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowMetrics.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace M = RowMetrics;

namespace {

QString rowWord(const char* text) { return QCoreApplication::translate("Parlour::Ui::RowLayout", text); }

}  // namespace

RowLayout::RowLayout(RowContent content, int width, const PaintContext& context)
    : content_(std::move(content)), width_(width) {
  const Typography& type = context.type;
  messageTop_ = (content_.dayAbove.isEmpty() ? 0 : type.scaled(Metrics::kDayHeight)) +
                (content_.newLineAbove ? type.scaled(Metrics::kNewLineHeight) : 0);
  if (content_.kind == RowContent::Kind::Removed) {
    layOutRemoved(context);
    return;
  }
  // A grouped row shares its upper padding with the lower one of the row before.
  const int afterAuthor = content_.grouped ? messageTop_ : messageTop_ + M::kTopPadding + type.scaled(M::kAuthorLine);
  if (content_.kind == RowContent::Kind::Story) {
    layOutStory(afterAuthor + M::kCardAfterAuthor, context);
  } else if (content_.kind == RowContent::Kind::File) {
    layOutFile(afterAuthor + M::kCardAfterAuthor, context);
  } else if (content_.own) {
    layOutOwn(content_.grouped ? afterAuthor : afterAuthor + M::kOwnBoxAfterAuthor, context);
  } else {
    layOutMessage(content_.grouped ? afterAuthor : afterAuthor + M::kAfterAuthor, context);
  }
  if (content_.delivery == RowContent::Delivery::Failed) {
    addFailureLine(height_, context);
  }
  height_ += M::kBottomPadding;
}

int RowLayout::textWidthAvailable() const { return width_ - M::kTextLeft - M::kRight; }

void RowLayout::layOutMessage(int top, const PaintContext& context) {
  bodyOrigin_ = QPoint(M::kTextLeft, top);
  body_ = std::make_unique<RichTextLayout>(content_.body, RichTextStyle{}, textWidthAvailable(), context.theme,
                                           context.type);
  textTop_ = top;
  height_ = top + body_->height();
}

void RowLayout::layOutOwn(int top, const PaintContext& context) {
  const bool pending =
      content_.delivery == RowContent::Delivery::Sending || content_.delivery == RowContent::Delivery::Waiting;
  RichTextStyle style;
  style.hugsText = true;
  style.color = pending ? &Theme::text3 : &Theme::text;
  const int room = textWidthAvailable() - 2 * M::kOwnPaddingX - (pending ? M::kSendingSpace : 0);
  body_ = std::make_unique<RichTextLayout>(content_.body, style, room, context.theme, context.type);
  ownBox_ = QRect(M::kTextLeft, top, body_->usedWidth() + 2 * M::kOwnPaddingX, body_->height() + 2 * M::kOwnPaddingY);
  bodyOrigin_ = ownBox_.topLeft() + QPoint(M::kOwnPaddingX, M::kOwnPaddingY);
  textTop_ = bodyOrigin_.y();
  height_ = ownBox_.bottom() + 1;
}

void RowLayout::layOutRemoved(const PaintContext& context) {
  constexpr int kTop = 2;
  constexpr int kIconSpace = 20;
  RichTextStyle style;
  style.color = &Theme::text3;
  style.italic = true;
  textTop_ = messageTop_ + kTop;
  bodyOrigin_ = QPoint(M::kTextLeft + kIconSpace, textTop_);
  body_ = std::make_unique<RichTextLayout>(content_.body, style, textWidthAvailable() - kIconSpace, context.theme,
                                           context.type);
  height_ = textTop_ + body_->height() + M::kBottomPadding;
}

// What a closed story shows: its text up to the first line break.
static RichSpans firstLineOf(const RichSpans& spans) {
  RichSpans line;
  for (RichSpan span : spans) {
    const qsizetype end = span.text.indexOf(QLatin1Char('\n'));
    if (end >= 0) span.text.truncate(end);
    span.text.remove(QLatin1Char('\r'));
    if (!span.text.isEmpty()) line.append(span);
    if (end >= 0 && !line.isEmpty()) break;
  }
  return line;
}

void RowLayout::layOutStory(int top, const PaintContext& context) {
  const Typography& type = context.type;
  const bool open = content_.storyOpen;
  const int padding = open ? 15 : 13;
  const int width = qMin(open ? M::kStoryOpenWidth : M::kStoryWidth, textWidthAvailable());
  RichTextStyle style;
  style.color = open ? &Theme::text : &Theme::text2;
  style.maxLines = open ? 0 : 1;
  body_ = std::make_unique<RichTextLayout>(open ? content_.body : firstLineOf(content_.body), style,
                                           width - 2 * padding, context.theme, type);
  const int titleTop = top + (open ? 14 : 9);
  bodyOrigin_ = QPoint(M::kTextLeft + padding, titleTop + type.scaled(20) + (open ? 9 : 3));
  textTop_ = bodyOrigin_.y();
  const int linkTop = bodyOrigin_.y() + body_->height() + (open ? 8 : 3);
  const QString words = open ? rowWord(QT_TRANSLATE_NOOP("Parlour::Ui::RowLayout", "Show less"))
                             : rowWord(QT_TRANSLATE_NOOP("Parlour::Ui::RowLayout", "Show the whole story"));
  storyLink_ = QRect(M::kTextLeft + padding, linkTop, textWidth(words, TextRole::Label, type) + 20,
                     type.lineHeight(TextRole::Label));
  card_ = QRect(M::kTextLeft, top, width, storyLink_.bottom() + 1 + (open ? 11 : 8) - top);
  hits_.append({storyLink_, RowAct::ToggleStory, content_.id, {}});
  height_ = card_.bottom() + 1;
}

void RowLayout::addFailureLine(int top, const PaintContext& context) {
  constexpr int kGap = 1;
  constexpr int kBelow = 1;
  const Typography& type = context.type;
  failureLine_ = QRect(M::kTextLeft, top + kGap, textWidthAvailable(), type.scaled(18));
  const QString retry = rowWord(QT_TRANSLATE_NOOP("Parlour::Ui::RowLayout", "Retry"));
  const QString discard = rowWord(QT_TRANSLATE_NOOP("Parlour::Ui::RowLayout", "Discard"));
  int left = failureLine_.left() + 19 + textWidth(content_.failure, TextRole::Secondary, type) + 5;
  const int last = failureLine_.right() - textWidth(retry, TextRole::SecondaryStrong, type) -
                   textWidth(discard, TextRole::Secondary, type) - 20;
  left = qMin(left, last);
  hits_.append(
      {QRect(left, failureLine_.top(), textWidth(retry, TextRole::SecondaryStrong, type), failureLine_.height()),
       RowAct::Retry,
       content_.id,
       {}});
  left += hits_.last().rect.width() + 14;
  hits_.append({QRect(left, failureLine_.top(), textWidth(discard, TextRole::Secondary, type), failureLine_.height()),
                RowAct::Discard,
                content_.id,
                {}});
  height_ = failureLine_.bottom() + 1 + kBelow;
}

QRect RowLayout::bodyRect() const {
  return body_ ? QRect(bodyOrigin_, QSize(qMax(1, body_->usedWidth()), body_->height())) : QRect();
}

std::optional<RowHit> RowLayout::hitAt(const QPoint& point, Qt::LayoutDirection direction) const {
  for (const RowHit& hit : hits_) {
    if (hit.rect.contains(point)) {
      return hit;
    }
  }
  const bool bodyHasLinks =
      content_.kind != RowContent::Kind::File && (content_.kind != RowContent::Kind::Story || content_.storyOpen);
  if (body_ && bodyHasLinks && bodyRect().contains(point)) {
    if (const RichSpan* span = body_->spanAt(mirroredIn(bodyRect(), point, direction) - bodyOrigin_)) {
      if (span->kind == RichSpan::Kind::Link) {
        return RowHit{bodyRect(), RowAct::OpenLink, span->target, span->target};
      }
      if (span->kind == RichSpan::Kind::RoomLink) {
        return RowHit{bodyRect(), RowAct::OpenRoom, span->target, span->target};
      }
    }
  }
  const QRect timeBox(0, messageTop_, M::kTextLeft, height_ - messageTop_);
  if (content_.grouped && timeBox.contains(point)) {
    return RowHit{timeBox, RowAct::None, {}, content_.fullTime};
  }
  return std::nullopt;
}

std::optional<RowHit> RowLayout::mainAct() const {
  if (!hits_.isEmpty()) {
    return content_.kind == RowContent::Kind::File ? mainFileAct() : hits_.first();
  }
  for (const RichSpan& span : content_.body) {
    if (span.kind == RichSpan::Kind::Link) {
      return RowHit{bodyRect(), RowAct::OpenLink, span.target, {}};
    }
    if (span.kind == RichSpan::Kind::RoomLink) {
      return RowHit{bodyRect(), RowAct::OpenRoom, span.target, {}};
    }
  }
  return std::nullopt;
}

}  // namespace Parlour::Ui
