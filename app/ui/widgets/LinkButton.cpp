// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/LinkButton.h"

#include <QKeyEvent>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

LinkButton::LinkButton(ThemeManager& themes, const QString& text, QWidget* parent)
    : QAbstractButton(parent), themes_(themes) {
  setText(text);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

void LinkButton::setUnderlined(bool underlined) {
  underlined_ = underlined;
  update();
}

void LinkButton::setColor(ColorToken color) {
  color_ = color;
  update();
}

QSize LinkButton::sizeHint() const {
  return {textWidth(text(), TextRole::Label, themes_.type()), themes_.type().lineHeight(TextRole::Label)};
}

void LinkButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(painter, rect(), Metrics::kRadiusChip, theme);
  }
  TextLine line{text(), TextRole::Label, isEnabled() ? theme.*color_ : theme.text3};
  line.underline = underlined_ || underMouse();
  paintTextLine(painter, rect(), line, themes_.type());
}

void LinkButton::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    click();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

}  // namespace Parlour::Ui
