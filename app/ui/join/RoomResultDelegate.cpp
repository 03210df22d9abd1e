// SPDX-License-Identifier: Apache-2.0
#include "app/ui/join/RoomResultDelegate.h"

#include <QLocale>
#include <QWidget>

#include "app/models/Roles.h"
#include "app/models/RoomSearchModel.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kResultIconLeft = 16;
constexpr int kResultTextLeft = 44;
constexpr int kResultRight = 16;
constexpr int kCountWidth = 48;
constexpr int kKindWidth = 140;

int paintHitLine(QPainter& painter, const QRect& box, const QString& text, const QStringList& hits,
                 const RichTextStyle& style, const ThemeManager& themes) {
  RichTextStyle oneLine = style;
  oneLine.maxLines = 1;
  const RichTextLayout layout(plainSpans(text.simplified(), {{}, hits}), oneLine, box.width(), themes.theme(),
                              themes.type());
  layout.paint(painter, box.topLeft(), themes.theme());
  return layout.usedWidth();
}

}  // namespace

RoomResultDelegate::RoomResultDelegate(ThemeManager& themes, QObject* parent)
    : QStyledItemDelegate(parent), themes_(themes) {}

QSize RoomResultDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
  return {0, themes_.type().scaled(Metrics::kResultRowHeight)};
}

void RoomResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const auto row = index.data(Models::RowRole).value<Models::RoomSearchRow>();
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect& rect = option.rect;
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->fillRect(rect, theme.selected);
    painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent);
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter->fillRect(rect, theme.hover);
  }
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
  const int nameTop = rect.top() + type.scaled(10);
  paintIcon(*painter, roomKindIcon(row.room), QRect(rect.left() + kResultIconLeft, nameTop, 16, type.scaled(18)), 16,
            theme.text2);
  const int left = rect.left() + kResultTextLeft;
  const int right = rect.right() + 1 - kResultRight - kCountWidth - kKindWidth;
  const QStringList hits = row.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  RichTextStyle name;
  name.role = TextRole::Strong;
  const int used = paintHitLine(*painter, QRect(left, nameTop, right - left - 22, type.scaled(18)), row.room.name, hits,
                                name, themes_);
  if (row.followed) {
    paintIcon(*painter, Icon::StarFilled, QRect(left + used + 8, nameTop, 14, type.scaled(18)), 14, theme.mentionBar);
  }
  RichTextStyle description;
  description.role = TextRole::Secondary;
  description.color = &Theme::text2;
  paintHitLine(*painter, QRect(left, nameTop + type.scaled(18), right - left, type.scaled(17)), row.room.description,
               hits, description, themes_);
  QString kind = privacyWord(row.room.privacy);
  if (row.room.kind == Core::RoomKind::Auditorium) {
    kind += (kind.isEmpty() ? QString() : QStringLiteral(" · ")) + roomKindWord(row.room.kind);
  }
  const QRect kindBox(right, rect.top(), kKindWidth - 16, rect.height());
  paintTextLine(*painter, kindBox, {kind, TextRole::Secondary, theme.text3}, type, Qt::AlignRight);
  if (row.room.participants >= 0) {
    const QString count = QLocale().toString(row.room.participants);
    const QRect countBox(rect.right() + 1 - kResultRight - kCountWidth, rect.top(), kCountWidth, rect.height());
    const int width = textWidth(count, TextRole::Secondary, type);
    paintTextLine(*painter, countBox, {count, TextRole::Secondary, theme.text3}, type, Qt::AlignRight);
    paintIcon(*painter, Icon::Users, QRect(countBox.right() - width - 17, rect.top(), 14, rect.height()), 14,
              theme.text3);
  }
  if (option.state.testFlag(QStyle::State_HasFocus) && option.widget &&
      option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(*painter, rect.adjusted(2, 1, -2, -2), Metrics::kRadiusChip, theme);
  }
}

}  // namespace Parlour::Ui
