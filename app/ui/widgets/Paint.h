// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRect>
#include <QString>

#include "app/ui/theme/Icons.h"
#include "app/ui/theme/Theme.h"
#include "app/ui/theme/Typography.h"

namespace Parlour::Ui {

// What every paint function needs; refers to values that live in the ThemeManager and must not be kept.
struct PaintContext {
  const Theme& theme;
  const Typography& type;
  qreal devicePixelRatio = 1.0;
};

// One line of text in a box whose height is the role's line height, as in the design: the ink sits where
// a layout engine with line heights would put it. Elides at the end when `elide` and returns the width used.
struct TextLine {
  QString text;
  TextRole role = TextRole::Body;
  QColor color;
  bool italic = false;
  bool underline = false;
  bool strikeOut = false;
  bool fixedDigits = false;  // also in a role that does not ask for them by itself
};
// Roles of times, chips and badges draw digits in cells of one width, because QFont in Qt 6.4 cannot ask the
// font for its own fixed-width digits.
bool usesFixedDigits(TextRole role);
int paintTextLine(QPainter& painter, const QRect& box, const TextLine& line, const Typography& type,
                  Qt::Alignment alignment = Qt::AlignLeft);
// Width in whole pixels that the text needs in that role.
int textWidth(const QString& text, TextRole role, const Typography& type);
// The same where the line asks for digits of one width.
int fixedDigitsWidth(const QString& text, TextRole role, const Typography& type);
// Baseline below the top of a line of `lineHeight` pixels.
int baselineInLine(const QFont& font, int lineHeight);

// A filled box with round corners and a border of whole device-independent pixels inside the rectangle.
void paintBox(QPainter& painter, const QRect& rect, qreal radius, const QColor& fill, const QColor& border = {},
              int borderWidth = 1);
// The two-pixel ring of keyboard focus, inside the rectangle.
void paintFocusRing(QPainter& painter, const QRect& rect, qreal radius, const Theme& theme);

void paintIcon(QPainter& painter, Icon icon, const QRect& box, int size, const QColor& color);

// A box of that size in the vertical middle of another one.
QRect centered(const QRect& area, const QSize& size);

}  // namespace Parlour::Ui
