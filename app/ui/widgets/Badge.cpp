// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Badge.h"

#include "app/ui/theme/Metrics.h"

namespace Parlour::Ui {

namespace {

constexpr int kMostShown = 99;

struct BadgeColors {
  QColor fill;
  QColor text;
  QColor border;
};

BadgeColors badgeColors(BadgeKind kind, const Theme& theme) {
  switch (kind) {
    case BadgeKind::Unread:
      return {theme.fill, theme.onFill, {}};
    case BadgeKind::Mention:
      return {theme.badge, theme.onBadge, {}};
    case BadgeKind::Urgent:
      return {theme.dangerFill, theme.onDanger, {}};
    case BadgeKind::Muted:
      return {{}, theme.text3, theme.controlSoft};
  }
  Q_UNREACHABLE();
}

}  // namespace

QString badgeText(BadgeKind kind, int count) {
  if (kind == BadgeKind::Urgent) {
    return QStringLiteral("!");
  }
  const QString number = count > kMostShown ? QStringLiteral("%1+").arg(kMostShown) : QString::number(count);
  return kind == BadgeKind::Mention ? QStringLiteral("@\u2005") + number : number;
}

int badgeWidth(BadgeKind kind, int count, const Typography& type) {
  const int height = type.scaled(Metrics::kBadgeHeight);
  if (kind == BadgeKind::Urgent) {
    return height;
  }
  return qMax(type.scaled(20), textWidth(badgeText(kind, count), TextRole::Badge, type) + type.scaled(12));
}

int paintBadge(QPainter& painter, const QRect& row, int right, BadgeKind kind, int count, const PaintContext& context) {
  const int height = context.type.scaled(Metrics::kBadgeHeight);
  const int width = badgeWidth(kind, count, context.type);
  const QRect box(right - width, row.top() + (row.height() - height) / 2, width, height);
  const BadgeColors colors = badgeColors(kind, context.theme);
  paintBox(painter, box, height / 2.0, colors.fill, colors.border);
  paintTextLine(painter, box, {badgeText(kind, count), TextRole::Badge, colors.text}, context.type, Qt::AlignHCenter);
  return box.left();
}

}  // namespace Parlour::Ui
