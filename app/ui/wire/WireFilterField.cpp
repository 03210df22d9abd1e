// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireFilterField.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kFunnelLeft = 11;
constexpr int kFunnelSize = 14;
constexpr int kStylePadding = 11;  // what the style sheet and the field's own margin already keep free
constexpr int kTextFrom = 33;
constexpr int kHintSpace = 60;
constexpr int kHintRight = 11;
constexpr int kHintHeight = 18;
constexpr int kClearSpace = 34;
}  // namespace

WireFilterField::WireFilterField(ThemeManager& themes, QWidget* parent)
    : QLineEdit(parent),
      themes_(themes),
      keyHint_(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)) {
  setAccessibleName(tr("Filter by method, command, room, status or text"));
  setTextMargins(kTextFrom - kStylePadding, 0, kHintSpace, 0);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const auto adjust = [this] { setFixedHeight(themes_.type().scaled(Metrics::kControlHeight)); };
  adjust();
  connect(&themes, &ThemeManager::themeChanged, this, adjust);
}

QRect WireFilterField::clearRect() const { return {width() - kClearSpace, 0, kClearSpace, height()}; }

void WireFilterField::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  paintIcon(painter, Icon::Filter, QRect(kFunnelLeft, 0, kFunnelSize, height()), kFunnelSize, theme.text2);
  if (!text().isEmpty()) {
    paintIcon(painter, Icon::Close, clearRect(), kFunnelSize, theme.text2);
    return;
  }
  constexpr int kHintPadding = 6;
  const int hintWidth = textWidth(keyHint_, TextRole::Small, themes_.type()) + 2 * kHintPadding;
  const int hintHeight = themes_.type().scaled(kHintHeight);
  const QRect box(width() - kHintRight - hintWidth, (height() - hintHeight) / 2, hintWidth, hintHeight);
  // Painted here because a style sheet makes placeholders too faint.
  paintTextLine(painter, QRect(kTextFrom, 0, box.left() - kTextFrom, height()),
                {accessibleName(), TextRole::Body, theme.text3}, themes_.type());
  paintBox(painter, box, Metrics::kRadiusChip, {}, theme.controlSoft);
  paintTextLine(painter, box, {keyHint_, TextRole::Small, theme.text3}, themes_.type(), Qt::AlignHCenter);
}

void WireFilterField::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    if (text().isEmpty()) {
      Q_EMIT left();
    } else {
      clear();
    }
    return;
  }
  if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT left();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

void WireFilterField::mousePressEvent(QMouseEvent* event) {
  if (!text().isEmpty() && clearRect().contains(event->pos())) {
    clear();
    return;
  }
  QLineEdit::mousePressEvent(event);
}

void WireFilterField::mouseMoveEvent(QMouseEvent* event) {
  const bool overClear = !text().isEmpty() && clearRect().contains(event->pos());
  setCursor(overClear ? Qt::ArrowCursor : Qt::IBeamCursor);
  QLineEdit::mouseMoveEvent(event);
}

}  // namespace Parlour::Ui
