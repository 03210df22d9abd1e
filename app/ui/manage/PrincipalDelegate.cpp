// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/PrincipalDelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "app/models/PrincipalListModel.h"
#include "app/models/Roles.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

constexpr int kEntryHeight = 36;
constexpr int kEntryInset = 8;
constexpr int kEntryLeft = 20;
constexpr int kEntryTextGap = 10;
constexpr int kRemoveRight = 16;
constexpr int kRemoveGap = 10;
constexpr int kCompanyWidth = 140;

constexpr int kFoundHeight = 42;
constexpr int kFoundLeft = 12;
constexpr int kFoundTextLeft = 46;
constexpr int kFoundRight = 8;

Core::Principal principalAt(const QModelIndex& index) { return index.data(Models::RowRole).value<Core::Principal>(); }

bool showsFocus(const QStyleOptionViewItem& option) {
  return option.state.testFlag(QStyle::State_HasFocus) && option.widget &&
         option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

PresenceShape presenceAt(const PresenceOf& presence, const Core::Principal& principal) {
  return presence && principal.isPerson() ? presence(principal.uri) : PresenceShape::None;
}

}  // namespace

void paintPrincipal(QPainter& painter, const QRect& rect, const Core::Principal& principal, PresenceShape presence,
                    const QColor& surround, const PaintContext& context) {
  if (principal.isPerson()) {
    paintAvatar(painter, rect, {principal.name, principal.uri.mid(4), presence, surround}, context);
    return;
  }
  constexpr int kGroupIcon = 14;
  paintBox(painter, rect, rect.width() / 4.0, context.theme.hover);
  paintIcon(painter, Icon::Users, rect, kGroupIcon, context.theme.text2);
}

PrincipalDelegate::PrincipalDelegate(ThemeManager& themes, QObject* parent)
    : QStyledItemDelegate(parent), themes_(themes) {}

QSize PrincipalDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
  return {0, themes_.type().scaled(kEntryHeight)};
}

QRect PrincipalDelegate::removeRect(const QRect& row) const {
  return {row.right() + 1 - kRemoveRight - Metrics::kPointerTarget,
          row.top() + (row.height() - Metrics::kPointerTarget) / 2, Metrics::kPointerTarget, Metrics::kPointerTarget};
}

bool PrincipalDelegate::mayRemove(const QModelIndex& index) const {
  return !removable_ || removable_(principalAt(index));
}

void PrincipalDelegate::paintRemove(QPainter& painter, const QStyleOptionViewItem& option) const {
  const QRect box = removeRect(option.rect);
  const Theme& theme = themes_.theme();
  const bool pointed = option.widget && option.state.testFlag(QStyle::State_MouseOver) &&
                       box.contains(option.widget->mapFromGlobal(QCursor::pos()));
  if (pointed) {
    paintBox(painter, box, Metrics::kRadiusControl, theme.selected);
  }
  constexpr int kCross = 14;
  paintIcon(painter, Icon::Close, box, kCross, theme.text2);
}

void PrincipalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const Core::Principal principal = principalAt(index);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect& rect = option.rect;
  const QRect box = rect.adjusted(kEntryInset, 0, -kEntryInset, 0);
  const bool marked = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Selected);
  if (marked) {
    paintBox(*painter, box, Metrics::kRadiusControl, theme.hover);
  }
  const int size = type.scaled(Metrics::kAvatarSmall);
  const QRect avatar = centered(QRect(rect.left() + kEntryLeft, rect.top(), size, rect.height()), QSize(size, size));
  paintPrincipal(*painter, avatar, principal, presenceAt(presence_, principal), marked ? theme.hover : theme.raised,
                 {theme, type, painter->device()->devicePixelRatioF()});
  const int left = avatar.right() + 1 + kEntryTextGap;
  const int right = removeRect(rect).left() - kRemoveGap;
  const QString where = principal.isPerson() ? principal.company : tr("Group");
  const int whereWidth = qMin(textWidth(where, TextRole::Secondary, type), kCompanyWidth);
  const QString name = index.data(Qt::DisplayRole).toString();
  const bool added = marksAdded_ && index.data(Models::PrincipalListModel::AddedRole).toBool();
  const QRect nameBox(left, rect.top(), right - whereWidth - 12 - left, rect.height());
  const int used = paintTextLine(
      *painter, nameBox,
      {name, added ? TextRole::Strong : TextRole::Body, principal.disabled ? theme.text3 : theme.text}, type);
  if (principal.uri == me_) {
    paintTextLine(*painter, nameBox.adjusted(used + 4, 0, 0, 0), {tr("(you)"), TextRole::Body, theme.text3}, type);
  }
  paintTextLine(*painter, QRect(right - whereWidth, rect.top(), whereWidth, rect.height()),
                {where, TextRole::Secondary, theme.text3}, type, Qt::AlignRight);
  if (mayRemove(index)) {
    paintRemove(*painter, option);
  }
  if (showsFocus(option)) {
    paintFocusRing(*painter, box, Metrics::kRadiusControl, theme);
  }
}

bool PrincipalDelegate::editorEvent(QEvent* event, QAbstractItemModel* /*model*/, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) {
  if (event->type() != QEvent::MouseButtonRelease || !mayRemove(index)) {
    return false;
  }
  const auto* mouse = static_cast<QMouseEvent*>(event);
  if (mouse->button() != Qt::LeftButton || !removeRect(option.rect).contains(mouse->pos())) {
    return false;
  }
  Q_EMIT removePressed(index.row());
  return true;
}

bool PrincipalDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip || !index.isValid()) {
    return false;
  }
  const bool onRemove = mayRemove(index) && removeRect(option.rect).contains(event->pos());
  const QString words =
      onRemove ? tr("Take %1 out").arg(index.data(Qt::DisplayRole).toString()) : index.data(Qt::ToolTipRole).toString();
  QToolTip::showText(event->globalPos(), words.toHtmlEscaped(), view);
  return true;
}

FoundPrincipalDelegate::FoundPrincipalDelegate(ThemeManager& themes, QObject* parent)
    : QStyledItemDelegate(parent), themes_(themes) {}

QSize FoundPrincipalDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
  return {0, themes_.type().scaled(kFoundHeight)};
}

void FoundPrincipalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
  const MirroredPainting mirrored(*painter, option.rect, option.direction);
  const Core::Principal principal = principalAt(index);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const QRect& rect = option.rect;
  const bool current = option.state.testFlag(QStyle::State_Selected);
  if (current || option.state.testFlag(QStyle::State_MouseOver)) {
    painter->fillRect(rect, theme.hover);
  }
  if (index.row() > 0 && !principal.isPerson() && principalAt(index.siblingAtRow(index.row() - 1)).isPerson()) {
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.line);
  }
  const int size = type.scaled(Metrics::kAvatarSmall);
  const QRect avatar = centered(QRect(rect.left() + kFoundLeft, rect.top(), size, rect.height()), QSize(size, size));
  paintPrincipal(*painter, avatar, principal, presenceAt(presence_, principal), current ? theme.hover : theme.raised,
                 {theme, type, painter->device()->devicePixelRatioF()});
  int right = rect.right() + 1 - kFoundRight;
  if (current) {
    const QRect add(rect.left(), rect.top(), right - rect.left(), rect.height());
    paintTextLine(*painter, add, {tr("Add"), TextRole::Label, theme.accent}, type, Qt::AlignRight);
    right -= textWidth(tr("Add"), TextRole::Label, type) + 8;
  }
  const int left = rect.left() + kFoundTextLeft;
  const int top = rect.top() + (rect.height() - type.scaled(18) - type.scaled(15)) / 2;
  RichTextStyle name;
  name.role = TextRole::Button;
  name.maxLines = 1;
  const QStringList hits = words_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  const RichTextLayout words(plainSpans(index.data(Qt::DisplayRole).toString().simplified(), {{}, hits}), name,
                             right - left, theme, type);
  words.paint(*painter, QPoint(left, top), theme);
  QString detail = index.data(Models::PrincipalListModel::DetailRole).toString();
  if (principal.isPerson()) {
    detail = principal.email.isEmpty() ? QString::fromUtf8(principal.uri.mid(4)) : principal.email;
    detail += principal.company.isEmpty() ? QString() : QStringLiteral(" · ") + principal.company;
  }
  paintTextLine(*painter, QRect(left, top + type.scaled(18), right - left, type.scaled(15)),
                {detail, TextRole::Small, theme.text3}, type);
}

}  // namespace Parlour::Ui
