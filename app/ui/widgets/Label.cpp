// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Label.h"

#include <QPainter>
#include <QTextLayout>
#include <cmath>

#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kWidest = 100'000;

// Lays out wrapped lines one line height apart and returns how many there are.
int layoutLabelLines(QTextLayout& layout, int width, int lineHeight) {
  const int baseline = baselineInLine(layout.font(), lineHeight);
  int count = 0;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition(QPointF(0, count * lineHeight + baseline - line.ascent()));
    ++count;
  }
  layout.endLayout();
  return count;
}

QString withLineSeparators(QString text) { return text.replace(QLatin1Char('\n'), QChar::LineSeparator); }

}  // namespace

Label::Label(ThemeManager& themes, const QString& text, TextRole role, ColorToken color, QWidget* parent)
    : QLabel(text, parent), themes_(themes), role_(role), color_(color) {
  setTextFormat(Qt::PlainText);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

void Label::setColor(ColorToken color) {
  color_ = color;
  update();
}

void Label::setRole(TextRole role) {
  role_ = role;
  updateGeometry();
  update();
}

QString Label::shownText() const {
  QString shown = text();
  if (buddy()) {
    shown.remove(QLatin1Char('&'));
  }
  return shown;
}

QSize Label::sizeHint() const {
  const int lineHeight = themes_.type().lineHeight(role_);
  int width = 0;
  const QStringList lines = shownText().split(QLatin1Char('\n'));
  for (const QString& line : lines) {
    width = qMax(width, textWidth(line, role_, themes_.type()));
  }
  return {width, lineHeight * static_cast<int>(lines.size())};
}

QSize Label::minimumSizeHint() const { return {0, themes_.type().lineHeight(role_)}; }

int Label::heightForWidth(int width) const {
  QTextLayout layout(withLineSeparators(shownText()), themes_.type().font(role_));
  const int lineHeight = themes_.type().lineHeight(role_);
  return layoutLabelLines(layout, qMax(1, width), lineHeight) * lineHeight;
}

void Label::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QColor color = isEnabled() ? themes_.theme().*color_ : themes_.theme().text3;
  const int lineHeight = themes_.type().lineHeight(role_);
  if (!wordWrap()) {
    const QRect box(0, (height() - lineHeight) / 2, width(), lineHeight);
    paintTextLine(painter, box, {shownText(), role_, color}, themes_.type(), alignment() & Qt::AlignHorizontal_Mask);
    return;
  }
  QTextLayout layout(withLineSeparators(shownText()), themes_.type().font(role_));
  QTextOption option(alignment() & Qt::AlignHorizontal_Mask);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layoutLabelLines(layout, width(), lineHeight);
  painter.setPen(color);
  layout.draw(&painter, QPointF(0, 0));
}

}  // namespace Parlour::Ui
