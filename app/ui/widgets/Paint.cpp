// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Paint.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

int baselineInLine(const QFont& font, int lineHeight) {
  const QFontMetricsF metrics(font);
  const int ascent = qRound(metrics.ascent());
  const int descent = qRound(metrics.descent());
  return static_cast<int>(std::floor((lineHeight - ascent - descent) / 2.0)) + ascent;
}

namespace {

bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

double fixedDigitWidth(const QString& text, const QFontMetricsF& metrics) {
  const double cell = metrics.horizontalAdvance(QLatin1Char('0'));
  double width = 0;
  for (const QChar c : text) {
    width += isDigit(c) ? cell : metrics.horizontalAdvance(c);
  }
  return width;
}

void paintFixedDigits(QPainter& painter, QPointF at, const QString& text, const QFontMetricsF& metrics) {
  const double cell = metrics.horizontalAdvance(QLatin1Char('0'));
  for (const QChar c : text) {
    const double own = metrics.horizontalAdvance(c);
    const double space = isDigit(c) ? cell : own;
    painter.drawText(at + QPointF((space - own) / 2.0, 0), QString(c));
    at.rx() += space;
  }
}

bool pointsAside(Icon icon) {
  static constexpr std::array kAside{Icon::ChevronLeft, Icon::ChevronRight, Icon::Send,
                                     Icon::Leave,       Icon::List,         Icon::PanelRight};
  return std::find(kAside.begin(), kAside.end(), icon) != kAside.end();
}

bool hasDigits(const QString& text) { return std::any_of(text.begin(), text.end(), isDigit); }

}  // namespace

bool usesFixedDigits(TextRole role) { return role == TextRole::Small || role == TextRole::Badge; }

int textWidth(const QString& text, TextRole role, const Typography& type) {
  const QFontMetricsF metrics(type.font(role));
  const bool fixed = usesFixedDigits(role) && hasDigits(text);
  return static_cast<int>(std::ceil(fixed ? fixedDigitWidth(text, metrics) : metrics.horizontalAdvance(text)));
}

int fixedDigitsWidth(const QString& text, TextRole role, const Typography& type) {
  return static_cast<int>(std::ceil(fixedDigitWidth(text, QFontMetricsF(type.font(role)))));
}

int paintTextLine(QPainter& painter, const QRect& box, const TextLine& line, const Typography& type,
                  Qt::Alignment alignment) {
  QFont font = type.font(line.role);
  font.setItalic(line.italic);
  font.setUnderline(line.underline);
  font.setStrikeOut(line.strikeOut);
  const QFontMetricsF metrics(font);
  QString text = line.text;
  const bool fixed = (line.fixedDigits || usesFixedDigits(line.role)) && hasDigits(text);
  double width = fixed ? fixedDigitWidth(text, metrics) : metrics.horizontalAdvance(text);
  if (width > box.width()) {
    text = metrics.elidedText(text, Qt::ElideRight, box.width());
    width = fixed ? fixedDigitWidth(text, metrics) : metrics.horizontalAdvance(text);
  }
  double left = box.left();
  if (alignment.testFlag(Qt::AlignRight)) {
    left = box.left() + box.width() - width;
  } else if (alignment.testFlag(Qt::AlignHCenter)) {
    left = box.left() + (box.width() - width) / 2.0;
  }
  if (isTurned(painter)) left = box.left() + box.width() - (left - box.left()) - std::ceil(width);
  const UprightPainting upright(painter, box);
  painter.setFont(font);
  painter.setPen(line.color);
  const QPointF at(left, box.top() + baselineInLine(font, box.height()));
  if (fixed) {
    paintFixedDigits(painter, at, text, metrics);
  } else {
    painter.drawText(at, text);
  }
  return static_cast<int>(std::ceil(width));
}

void paintBox(QPainter& painter, const QRect& rect, qreal radius, const QColor& fill, const QColor& border,
              int borderWidth) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  QPainterPath outer;
  outer.addRoundedRect(rect, radius, radius);
  if (border.isValid()) {
    const QRectF inside = QRectF(rect).adjusted(borderWidth, borderWidth, -borderWidth, -borderWidth);
    QPainterPath inner;
    inner.addRoundedRect(inside, qMax(0.0, radius - borderWidth), qMax(0.0, radius - borderWidth));
    if (fill.isValid()) {
      painter.fillPath(inner, fill);
    }
    painter.fillPath(outer.subtracted(inner), border);
  } else if (fill.isValid()) {
    painter.fillPath(outer, fill);
  }
  painter.restore();
}

void paintFocusRing(QPainter& painter, const QRect& rect, qreal radius, const Theme& theme) {
  paintBox(painter, rect, radius, {}, theme.accent, 2);
}

void paintIcon(QPainter& painter, Icon icon, const QRect& box, int size, const QColor& color) {
  const QRect place = centered(box, QSize(size, size));
  // In an interface from right to left only what points aside is drawn turned.
  std::optional<MirroredPainting> mirrored;
  std::optional<UprightPainting> upright;
  if (!pointsAside(icon)) {
    upright.emplace(painter, place);
  } else if (!isTurned(painter)) {
    mirrored.emplace(painter, place, painter.layoutDirection());
  }
  painter.drawPixmap(place.topLeft(), iconPixmap(icon, size, color, painter.device()->devicePixelRatioF()));
}

QRect centered(const QRect& area, const QSize& size) {
  return {area.left() + (area.width() - size.width()) / 2, area.top() + (area.height() - size.height()) / 2,
          size.width(), size.height()};
}

}  // namespace Parlour::Ui
