// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/LadderDelegate.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "app/models/Roles.h"
#include "app/models/wire/WireSentence.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/wire/WireColors.h"
#include "app/ui/wire/WireFonts.h"

namespace Parlour::Ui {

using Models::Lifeline;
using Models::WireRow;
using Models::WireSentence;

namespace {

constexpr double kStroke = 1.5;
constexpr double kDotRadius = 2.5;
constexpr double kRingRadius = 2.75;
constexpr double kRingStroke = 1.4;
constexpr double kHeadLength = 7;
constexpr double kHeadHalf = 3.5;
constexpr double kHeadGap = 1.0;  // between the tip and the lifeline
constexpr double kDash = 5;
constexpr double kDashGap = 3;
constexpr int kCutGap = 6;
constexpr int kLabelMargin = 5;
constexpr int kSelectionBar = 3;

double digitWidth(const QFontMetricsF& metrics) {
  double widest = 0;
  for (char digit = '0'; digit <= '9'; ++digit) {
    widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
  }
  return widest;
}

struct LadderArrow {
  double from = 0;
  double to = 0;
  double y = 0;
  QColor color;
  bool dashed = false;
};

void paintShaft(QPainter& painter, const LadderArrow& arrow, const QRect& row, const QRect& label) {
  QPen pen(arrow.color, kStroke, arrow.dashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::FlatCap);
  if (arrow.dashed) pen.setDashPattern({kDash / kStroke, kDashGap / kStroke});
  painter.setPen(pen);
  const double direction = arrow.to > arrow.from ? 1 : -1;
  const QPointF start(arrow.from, arrow.y);
  const QPointF end(arrow.to - direction * (kHeadLength + kHeadGap - 1), arrow.y);
  // Both sides of the label are one line, so that the dashes keep their beat.
  for (const QRect& side : {QRect(row.topLeft(), QPoint(label.left() - 1, row.bottom())),
                            QRect(QPoint(label.right() + 1, row.top()), row.bottomRight())}) {
    painter.save();
    painter.setClipRect(side, Qt::IntersectClip);
    painter.drawLine(start, end);
    painter.restore();
  }
}

void paintHeadAndDot(QPainter& painter, const LadderArrow& arrow) {
  const double direction = arrow.to > arrow.from ? 1 : -1;
  const double tip = arrow.to - direction * kHeadGap;
  const double base = tip - direction * kHeadLength;
  painter.setPen(Qt::NoPen);
  painter.setBrush(arrow.color);
  painter.drawPolygon(QPolygonF{{tip, arrow.y}, {base, arrow.y - kHeadHalf}, {base, arrow.y + kHeadHalf}});
  painter.drawEllipse(QPointF(arrow.from, arrow.y), kDotRadius, kDotRadius);
}

// Ends at the right edge of the box; digits have equal widths, so that columns of figures stand still.
void paintFigures(QPainter& painter, const QRect& box, const QString& text, const QFont& font, const QColor& color) {
  const QFontMetricsF metrics(font);
  const double digit = digitWidth(metrics);
  double width = 0;
  for (const QChar c : text) width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
  double x = box.left() + box.width() - width;
  const double y = box.top() + baselineInLine(font, box.height());
  painter.setFont(font);
  painter.setPen(color);
  for (const QChar c : text) {
    const double own = metrics.horizontalAdvance(c);
    painter.drawText(QPointF(c.isDigit() ? x + (digit - own) / 2 : x, y), QString(c));
    x += c.isDigit() ? digit : own;
  }
}

}  // namespace

LadderDelegate::LadderDelegate(ThemeManager& themes, QObject* parent) : QStyledItemDelegate(parent), themes_(themes) {}

QSize LadderDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
  return {0, themes_.type().scaled(kLadderRowHeight)};
}

void LadderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto row = index.data(Models::RowRole).value<WireRow>();
  const Theme& theme = themes_.theme();
  const QRect rect = option.rect;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->fillRect(rect, theme.selected);
    painter->fillRect(QRect(rect.left(), rect.top(), kSelectionBar, rect.height()), theme.accent);
  }
  const LadderGeometry columns(option.widget ? option.widget->width() : rect.width(), themes_.type());
  for (const Lifeline line : {Lifeline::Client, Lifeline::FrontEnd, Lifeline::PersistentChat}) {
    painter->fillRect(QRect(columns.lifeline(line), rect.top(), 1, rect.height()), theme.controlSoft);
  }
  paintArrow(*painter, rect, row, columns);
  paintColumns(*painter, rect, row, columns);
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  if (view && view->hasFocus() && view->currentIndex() == index &&
      view->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(*painter, rect, Metrics::kRadiusChip, theme);
  }
  painter->restore();
}

void LadderDelegate::paintColumns(QPainter& painter, const QRect& rect, const WireRow& row,
                                  const LadderGeometry& columns) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const auto rightOf = [&rect](int right) { return QRect(0, rect.top(), right, rect.height()); };
  const QFont plain = wireRowFont(type, false);
  paintFigures(painter, rightOf(columns.timeRight()), WireSentence::offset(row), plain, theme.text3);
  paintFigures(painter, rightOf(columns.statusRight()), WireSentence::status(row), wireRowFont(type, true),
               theme.*wireStatusColor(row.status));
  paintFigures(painter, rightOf(columns.elapsedRight()), WireSentence::elapsed(row), plain, theme.text3);
}

void LadderDelegate::paintArrow(QPainter& painter, const QRect& rect, const WireRow& row,
                                const LadderGeometry& columns) const {
  const Theme& theme = themes_.theme();
  constexpr double kPixelCentre = 0.5;
  LadderArrow arrow;
  arrow.from = columns.lifeline(row.from) + kPixelCentre;
  arrow.to = columns.lifeline(row.to) + kPixelCentre;
  arrow.y = rect.top() + rect.height() / 2 + kPixelCentre;
  arrow.color = theme.*wireKindColor(row.kind);
  arrow.dashed = row.dashed;
  const QRect label = paintLabel(painter, rect, row, columns);
  paintShaft(painter, arrow, rect, label);
  paintHeadAndDot(painter, arrow);
  if (!row.passesThroughFrontEnd) return;
  painter.setPen(QPen(arrow.color, kRingStroke));
  painter.setBrush(theme.window);
  painter.drawEllipse(QPointF(columns.lifeline(Lifeline::FrontEnd) + kPixelCentre, arrow.y), kRingRadius, kRingRadius);
}

// In the middle of the first stretch of its way; gives the part of the line that it covers.
QRect LadderDelegate::paintLabel(QPainter& painter, const QRect& rect, const WireRow& row,
                                 const LadderGeometry& columns) const {
  const Typography& type = themes_.type();
  const Theme& theme = themes_.theme();
  const bool right = row.from == Lifeline::PersistentChat;
  const int left = columns.lifeline(right ? Lifeline::FrontEnd : Lifeline::Client);
  const int space = columns.segment() - 2 * kLabelMargin;
  const QFont boldFont = wireRowFont(type, true);
  const QFont restFont = wireRowFont(type, false);
  const QFontMetricsF boldMetrics(boldFont);
  const QFontMetricsF restMetrics(restFont);
  const double gap = row.rest.isEmpty() ? 0 : restMetrics.horizontalAdvance(QLatin1Char(' '));
  const double bold = boldMetrics.horizontalAdvance(row.label) + gap;
  const double width = std::min<double>(bold + restMetrics.horizontalAdvance(row.rest), space);
  const double start = left + kLabelMargin + (space - width) / 2.0;
  painter.setFont(boldFont);
  painter.setPen(theme.*wireKindColor(row.kind));
  const double baseline = rect.top() + baselineInLine(boldFont, rect.height());
  painter.drawText(QPointF(start, baseline), boldMetrics.elidedText(row.label, Qt::ElideRight, space));
  if (bold < width) {
    painter.setFont(restFont);
    painter.setPen(theme.text);
    // Half a pixel more, or rounding would elide what fits.
    const QString rest = restMetrics.elidedText(row.rest, Qt::ElideRight, width - bold + 0.5);
    painter.drawText(QPointF(start + bold, baseline), rest);
  }
  const QRect box(static_cast<int>(start), rect.top(), static_cast<int>(std::ceil(width)), rect.height());
  return box.adjusted(-kCutGap, 0, kCutGap, 0);
}

}  // namespace Parlour::Ui
