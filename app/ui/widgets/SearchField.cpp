// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/SearchField.h"

#include <QMouseEvent>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kTypingPauseMs = 400;
constexpr int kFewestLetters = 2;
constexpr int kSearchIconLeft = 11;
constexpr int kSearchIconSize = 16;
constexpr int kSearchTextLeft = 35;
constexpr int kClearWidth = 34;
}  // namespace

SearchField::SearchField(ThemeManager& themes, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent), themes_(themes) {
  setPlaceholderText(placeholder);
  setAccessibleName(placeholder);
  pause_.setSingleShot(true);
  pause_.setInterval(kTypingPauseMs);
  connect(&pause_, &QTimer::timeout, this, [this] {
    if (text().trimmed().size() >= kFewestLetters) {
      Q_EMIT searchRequested(text().trimmed());
    }
  });
  connect(this, &QLineEdit::textEdited, this, [this] { pause_.start(); });
  connect(this, &QLineEdit::returnPressed, this, [this] {
    pause_.stop();
    Q_EMIT searchRequested(text().trimmed());
  });
  connect(&themes, &ThemeManager::themeChanged, this, &SearchField::applyMargins);
  applyMargins();
}

void SearchField::setKeyHint(const QString& keys) {
  keyHint_ = keys;
  update();
}

void SearchField::setTall(bool tall) {
  tall_ = tall;
  setProperty("search", tall);
  setFixedHeight(sizeHint().height());
}

void SearchField::setRoomAtEnd(int width) {
  roomAtEnd_ = width;
  applyMargins();
}

void SearchField::setFrameless(int height) {
  framelessHeight_ = height;
  setProperty("embedded", true);
  applyMargins();
}

// In a popup the key that closes it keeps its place, and clears the words as well.
bool SearchField::mayClear() const { return !text().isEmpty() && !(framelessHeight_ > 0 && !keyHint_.isEmpty()); }

QSize SearchField::sizeHint() const {
  if (framelessHeight_ > 0) {
    return {220, framelessHeight_};
  }
  const int height = tall_ ? Metrics::kSearchFieldHeight : Metrics::kControlHeight;
  return {220, themes_.type().scaled(height)};
}

void SearchField::applyMargins() {
  // The style sheet pads framed fields by 8 px; the margins add the room for the drawings.
  const int padded = framelessHeight_ > 0 ? 0 : 11;
  setTextMargins(kSearchTextLeft - padded, 0, kClearWidth - 8 + roomAtEnd_, 0);
  setFixedHeight(sizeHint().height());
  update();
}

QRect SearchField::clearRect() const { return {width() - kClearWidth - roomAtEnd_, 0, kClearWidth, height()}; }

void SearchField::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  paintIcon(painter, Icon::Search, QRect(kSearchIconLeft, 0, kSearchIconSize, height()), kSearchIconSize, theme.text2);
  if (mayClear()) {
    paintIcon(painter, Icon::Close, clearRect(), 14, theme.text2);
    return;
  }
  if (!keyHint_.isEmpty()) {
    const int width = textWidth(keyHint_, TextRole::Small, themes_.type()) + 10;
    const int height = themes_.type().scaled(18);
    const QRect box(this->width() - 7 - width, (this->height() - height) / 2, width, height);
    paintBox(painter, box, Metrics::kRadiusChip, {}, theme.controlSoft);
    paintTextLine(painter, box, {keyHint_, TextRole::Small, theme.text3}, themes_.type(), Qt::AlignHCenter);
  }
}

void SearchField::mousePressEvent(QMouseEvent* event) {
  if (mayClear() && clearRect().contains(event->pos())) {
    clear();
    Q_EMIT textEdited(QString());
    return;
  }
  QLineEdit::mousePressEvent(event);
}

void SearchField::mouseMoveEvent(QMouseEvent* event) {
  const bool overClear = mayClear() && clearRect().contains(event->pos());
  setCursor(overClear ? Qt::ArrowCursor : Qt::IBeamCursor);
  QLineEdit::mouseMoveEvent(event);
}

}  // namespace Parlour::Ui
