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
constexpr int kLabelMargin = 7;
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

}  // namespace

int paintFigures(QPainter& painter, const QRect& box, const TextLine& line, const Typography& type,
                 Qt::Alignment alignment) {
  const QFont font = type.font(line.role);
  const QFontMetricsF metrics(font);
  const double digit = digitWidth(metrics);
  double width = 0;
  for (const QChar c : line.text) width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
  double x = alignment.testFlag(Qt::AlignRight) ? box.left() + box.width() - width : box.left();
  const double y = box.top() + baselineInLine(font, box.height());
  painter.setFont(font);
  painter.setPen(line.color);
  for (const QChar c : line.text) {
    const double own = metrics.horizontalAdvance(c);
    painter.drawText(QPointF(c.isDigit() ? x + (digit - own) / 2 : x, y), QString(c));
    x += c.isDigit() ? digit : own;
  }
  return static_cast<int>(std::ceil(width));
}

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
  paintFigures(painter, rightOf(columns.timeRight()), {WireSentence::offset(row), TextRole::Secondary, theme.text3},
               type, Qt::AlignRight);
  const QString status = WireSentence::status(row);
  if (!status.isEmpty()) {
    paintFigures(painter, rightOf(columns.statusRight()),
                 {status, TextRole::Label, theme.*wireStatusColor(row.status)}, type, Qt::AlignRight);
  }
  paintFigures(painter, rightOf(columns.elapsedRight()), {WireSentence::elapsed(row), TextRole::Secondary, theme.text3},
               type, Qt::AlignRight);
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
  const int bold = textWidth(row.label, TextRole::SecondaryStrong, type);
  const int gap = row.rest.isEmpty() ? 0 : textWidth(QStringLiteral(" "), TextRole::Secondary, type);
  const int rest = row.rest.isEmpty() ? 0 : textWidth(row.rest, TextRole::Secondary, type);
  const int width = std::min(bold + gap + rest, space);
  const int start = left + kLabelMargin + (space - width) / 2;
  const QRect box(start, rect.top(), width, rect.height());
  paintTextLine(painter, box, {row.label, TextRole::SecondaryStrong, theme.*wireKindColor(row.kind)}, type);
  if (!row.rest.isEmpty() && bold + gap < width) {
    paintTextLine(painter, box.adjusted(bold + gap, 0, 1, 0), {row.rest, TextRole::Secondary, theme.text}, type);
  }
  return box.adjusted(-kCutGap, 0, kCutGap, 0);
}

}  // namespace Parlour::Ui
