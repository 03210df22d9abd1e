// SPDX-License-Identifier: Apache-2.0
#include "app/ui/search/MessageHitDelegate.h"

#include <QAbstractItemView>

#include "app/models/Roles.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

constexpr int kHitTextLeft = 56;
constexpr int kHitRight = 16;
constexpr int kHitTop = 9;
constexpr int kAfterName = 1;
constexpr int kHitAvatarLeft = 20;
constexpr int kRoomRow = 34;
constexpr int kMoreRow = 33;
constexpr int kSnippetLines = 2;
constexpr int kSnippetBefore = 60;

// Long texts start near the first hit.
QString snippet(const QString& text, const QStringList& words) {
  qsizetype first = text.size();
  for (const QString& word : words) {
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    first = at >= 0 ? qMin(first, at) : first;
  }
  if (first <= kSnippetBefore || first == text.size()) {
    return text;
  }
  const qsizetype space = text.indexOf(QLatin1Char(' '), first - kSnippetBefore);
  return QStringLiteral("… ") + text.mid(space >= 0 && space < first ? space + 1 : first);
}

}  // namespace

ChipLook searchStoryChip() { return {MessageHitDelegate::tr("Story"), ChipKind::Story, Icon::Story}; }

RichSpans roomForStoryChip(const Typography& type) {
  const QChar noBreak(0x00A0);
  const int room = chipWidth(searchStoryChip(), type) + 6;
  const int eight = qMax(8, textWidth(QString(8, noBreak), TextRole::Body, type));
  return {{RichSpan::Kind::Text, QString(room * 8 / eight + 1, noBreak), {}, {}}};
}

MessageHitDelegate::MessageHitDelegate(ThemeManager& themes, QAbstractItemView& view)
    : QStyledItemDelegate(&view), themes_(themes), view_(view), layouts_(300) {}

const RichTextLayout& MessageHitDelegate::textOf(const Models::MessageSearchRow& row, int width) const {
  if (width != width_ || revision_ != themes_.revision()) {
    width_ = width;
    revision_ = themes_.revision();
    layouts_.clear();
  }
  const QString key = row.room.toString() + QLatin1Char('/') + QString::number(row.message.chatId);
  if (RichTextLayout* known = layouts_.object(key)) {
    return *known;
  }
  const Xccos::ChatText text = Xccos::parseChatText(row.message.text);
  const QStringList words = row.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  RichTextStyle style;
  style.maxLines = kSnippetLines;
  const bool story = text.kind == Xccos::ChatText::Kind::Story;
  RichSpans spans;
  if (story) spans = roomForStoryChip(themes_.type());
  spans += plainSpans(snippet(text.plainText().simplified(), words), {{}, words});
  auto* made = new RichTextLayout(spans, style, width - kHitTextLeft - kHitRight, themes_.theme(), themes_.type());
  layouts_.insert(key, made);
  return *made;
}

QSize MessageHitDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
  const auto row = index.data(Models::RowRole).value<Models::MessageSearchRow>();
  const Typography& type = themes_.type();
  switch (row.kind) {
    case Models::MessageSearchRow::Kind::Room:
      return {0, type.scaled(kRoomRow)};
    case Models::MessageSearchRow::Kind::More:
      return {0, type.scaled(kMoreRow)};
    case Models::MessageSearchRow::Kind::Hit:
      break;
  }
  return {0, kHitTop + type.scaled(18) + textOf(row, view_.viewport()->width()).height() + 9};
}

QRect MessageHitDelegate::jumpRect(const QRect& row) const {
  const int width = textWidth(tr("Jump to message"), TextRole::Label, themes_.type()) + 20;
  return {row.right() + 1 - kHitRight - width, row.top() + kHitTop, width, themes_.type().scaled(18)};
}

void MessageHitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const auto row = index.data(Models::RowRole).value<Models::MessageSearchRow>();
  switch (row.kind) {
    case Models::MessageSearchRow::Kind::Room:
      paintRoom(*painter, option.rect, row);
      break;
    case Models::MessageSearchRow::Kind::Hit:
      paintHit(*painter, option, row);
      break;
    case Models::MessageSearchRow::Kind::More:
      paintTextLine(*painter, option.rect.adjusted(kHitTextLeft, 0, 0, -1),
                    {tr("Show %n more in this room", nullptr, row.hits), TextRole::Label, themes_.theme().accent},
                    themes_.type());
      painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), themes_.theme().line);
      break;
  }
  if (option.state.testFlag(QStyle::State_HasFocus) && view_.window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(*painter, option.rect.adjusted(2, 1, -2, -2), Metrics::kRadiusChip, themes_.theme());
  }
}

void MessageHitDelegate::paintRoom(QPainter& painter, const QRect& rect, const Models::MessageSearchRow& row) const {
  const Theme& theme = themes_.theme();
  painter.fillRect(rect, theme.panel);
  painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
  Core::RoomSummary room;
  room.privacy = row.privacy;
  room.kind = row.roomKind;
  paintIcon(painter, roomKindIcon(room), QRect(rect.left() + 16, rect.top(), 16, rect.height()), 16, theme.text2);
  const QRect line = rect.adjusted(40, 0, -40, -1);
  const int used = paintTextLine(painter, line, {row.roomName, TextRole::Strong, theme.text}, themes_.type());
  paintTextLine(painter, line.adjusted(used + 8, 0, 0, 0),
                {tr("%n messages", nullptr, row.hits), TextRole::Secondary, theme.text3}, themes_.type());
  paintIcon(painter, row.collapsed ? Icon::ChevronDown : Icon::ChevronUp,
            QRect(rect.right() - 30, rect.top(), 14, rect.height()), 14, theme.text2);
}

void MessageHitDelegate::paintHit(QPainter& painter, const QStyleOptionViewItem& option,
                                  const Models::MessageSearchRow& row) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect& rect = option.rect;
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  if (selected) {
    painter.fillRect(rect, theme.selected);
    painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent);
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter.fillRect(rect, theme.hover);
  }
  painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
  const PaintContext context{theme, type, view_.devicePixelRatioF()};
  paintAvatar(painter, QRect(rect.left() + kHitAvatarLeft, rect.top() + 10, 24, 24),
              {row.message.authorName, row.message.author.address(), PresenceShape::None, theme.window}, context);
  const QRect line(rect.left() + kHitTextLeft, rect.top() + kHitTop, rect.width() - kHitTextLeft - kHitRight,
                   type.scaled(18));
  const int used = paintTextLine(painter, line, {row.message.authorName, TextRole::Strong, theme.text}, type);
  paintTextLine(
      painter, line.adjusted(used + 8, 1, 0, 0),
      {shortWhen(row.message.time, today_.isValid() ? today_ : QDate::currentDate()), TextRole::Small, theme.text3},
      type);
  if (selected) {
    const QRect jump = jumpRect(rect);
    paintIcon(painter, Icon::External, QRect(jump.left(), jump.top(), 14, jump.height()), 14, theme.accent);
    paintTextLine(painter, jump.adjusted(20, 0, 0, 0), {tr("Jump to message"), TextRole::Label, theme.accent}, type);
  }
  const QPoint textAt(line.left(), line.bottom() + 1 + kAfterName);
  textOf(row, view_.viewport()->width()).paint(painter, textAt, theme);
  if (Xccos::isStory(row.message.text)) {
    paintChip(painter, QRect(textAt, QSize(100, type.lineHeight(TextRole::Body))), textAt.x(), searchStoryChip(),
              context);
  }
}

}  // namespace Parlour::Ui
