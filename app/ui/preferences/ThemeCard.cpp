// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/ThemeCard.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionButton>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr QSize kPreview(150, 86);
constexpr int kSideWidth = 43;
constexpr int kHalf = 75;
constexpr int kRadioTop = 8;
constexpr int kRadioRow = 20;
constexpr int kRadioSize = 16;
constexpr int kRadioWords = 24;

// The window as bars of text, with the left edge at 0.
void paintThumbnail(QPainter& painter, const Theme& theme) {
  painter.fillRect(QRect(QPoint(0, 0), kPreview), theme.window);
  painter.fillRect(QRect(0, 0, kSideWidth, kPreview.height()), theme.side);
  painter.fillRect(QRect(kSideWidth, 0, 1, kPreview.height()), theme.line);
  paintBox(painter, QRect(9, 15, 26, 4), 2, theme.accent);
  paintBox(painter, QRect(9, 27, 20, 4), 2, theme.control);
  paintBox(painter, QRect(9, 39, 20, 4), 2, theme.control);
  for (const QRect& bar :
       {QRect(53, 15, 44, 3), QRect(63, 27, 64, 3), QRect(63, 33, 50, 3), QRect(53, 47, 33, 3), QRect(63, 53, 70, 3)}) {
    paintBox(painter, bar, 1.5, theme.control);
  }
  paintBox(painter, QRect(53, 67, 85, 12), 3, theme.window, theme.accent);
}

}  // namespace

ThemeCard::ThemeCard(ThemeManager& themes, Core::ThemeChoice choice, const QString& words, QWidget* parent)
    : QRadioButton(words, parent), themes_(themes), choice_(choice) {
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

QSize ThemeCard::sizeHint() const {
  return {kPreview.width(), kPreview.height() + kRadioTop + themes_.type().scaled(kRadioRow)};
}

void ThemeCard::paintPreview(QPainter& painter) const {
  switch (choice_) {
    case Core::ThemeChoice::Light:
      return paintThumbnail(painter, Theme::light());
    case Core::ThemeChoice::Dark:
      return paintThumbnail(painter, Theme::darkTheme());
    case Core::ThemeChoice::HighContrast:
      return paintThumbnail(painter, Theme::fromSystem(themes_.systemPalette()));
    case Core::ThemeChoice::System:
      break;
  }
  paintThumbnail(painter, Theme::light());
  painter.save();
  painter.setClipRect(QRect(kHalf, 0, kPreview.width() - kHalf, kPreview.height()), Qt::IntersectClip);
  paintThumbnail(painter, Theme::darkTheme());
  painter.restore();
}

void ThemeCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const QRect card(QPoint(0, 0), kPreview);
  QPainterPath inside;
  inside.addRoundedRect(card, Metrics::kRadiusCard, Metrics::kRadiusCard);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.save();
  painter.setClipPath(inside);
  paintPreview(painter);
  painter.restore();
  paintBox(painter, card, Metrics::kRadiusCard, Qt::transparent, isChecked() ? theme.accent : theme.controlSoft,
           isChecked() ? 2 : 1);
  const QRect row(0, kPreview.height() + kRadioTop, width(), height() - kPreview.height() - kRadioTop);
  QStyleOptionButton radio;
  initStyleOption(&radio);
  radio.rect = QRect(0, row.top() + (row.height() - kRadioSize) / 2, kRadioSize, kRadioSize);
  style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);
  QString words = text();
  words.remove(QLatin1Char('&'));
  paintTextLine(painter, row.adjusted(kRadioWords, 0, 0, 0), {words, TextRole::Body, theme.text}, themes_.type());
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, row.adjusted(-2, 0, 0, 0), Metrics::kRadiusChip, theme);
  }
}

}  // namespace Parlour::Ui
