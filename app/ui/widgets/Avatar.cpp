// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Avatar.h"

#include "app/ui/theme/AvatarIdentity.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

void paintAway(QPainter& painter, const QRectF& dot, const Theme& theme, const QColor& surround) {
  painter.setBrush(theme.presenceAway);
  painter.drawEllipse(dot);
  painter.setBrush(surround);
  const qreal inset = dot.width() * 0.22;
  painter.drawPie(dot.adjusted(inset, inset, -inset, -inset), 90 * 16, -180 * 16);
}

void paintBusy(QPainter& painter, const QRectF& dot, const Theme& theme) {
  painter.setBrush(theme.dangerFill);
  painter.drawEllipse(dot);
  painter.setBrush(theme.onDanger);
  const qreal height = qMax(1.5, dot.height() * 0.26);
  painter.drawRect(QRectF(dot.left() + dot.width() * 0.2, dot.center().y() - height / 2, dot.width() * 0.6, height));
}

void paintOffline(QPainter& painter, const QRectF& dot, const Theme& theme, const QColor& surround) {
  painter.setBrush(theme.control);
  painter.drawEllipse(dot);
  painter.setBrush(surround);
  const qreal inset = dot.width() * 0.32;
  painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset));
}

}  // namespace

void paintPresence(QPainter& painter, const QRectF& rect, PresenceShape shape, const Theme& theme,
                   const QColor& surround) {
  if (shape == PresenceShape::None) {
    return;
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(surround);
  painter.drawEllipse(rect.adjusted(-2, -2, 2, 2));
  switch (shape) {
    case PresenceShape::Available:
      painter.setBrush(theme.presenceOn);
      painter.drawEllipse(rect);
      break;
    case PresenceShape::Away:
      paintAway(painter, rect, theme, surround);
      break;
    case PresenceShape::Busy:
      paintBusy(painter, rect, theme);
      break;
    case PresenceShape::Offline:
      paintOffline(painter, rect, theme, surround);
      break;
    case PresenceShape::None:
      break;
  }
  painter.restore();
}

void paintAvatar(QPainter& painter, const QRect& rect, const AvatarLook& look, const PaintContext& context) {
  const bool large = rect.width() >= context.type.scaled(Metrics::kAvatarLarge);
  paintBox(painter, rect, rect.width() / 4.0, avatarFill(look.address));
  QFont font = context.type.font(TextRole::SecondaryStrong);
  font.setPixelSize(qMax(7, qRound(rect.width() * (large ? 0.375 : 0.4))));
  painter.save();
  painter.setFont(font);
  painter.setPen(Qt::white);
  const QString text = initials(look.name);
  const QFontMetricsF metrics(font);
  {
    const UprightPainting upright(painter, rect);
    painter.drawText(QPointF(rect.left() + (rect.width() - metrics.horizontalAdvance(text)) / 2.0,
                             rect.top() + baselineInLine(font, rect.height())),
                     text);
  }
  painter.restore();
  const qreal size = large ? 8 : 6;
  const qreal outset = 1;
  paintPresence(painter,
                QRectF(rect.x() + rect.width() + outset - size, rect.y() + rect.height() + outset - size, size, size),
                look.presence, context.theme, look.surround);
}

}  // namespace Parlour::Ui
