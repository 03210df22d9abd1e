// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Button.h"

#include <QStyleOptionButton>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {

constexpr int kButtonIconGap = 7;
constexpr int kSmallButtonIconGap = 6;

int iconGap(ButtonSize size) { return size == ButtonSize::Small ? kSmallButtonIconGap : kButtonIconGap; }

struct ButtonColors {
  QColor fill;
  QColor text;
  QColor border;
};

ButtonColors disabledColors(const ButtonLook& look, const Theme& theme) {
  if (look.kind == ButtonKind::Flat || look.kind == ButtonKind::Quiet) {
    return {{}, theme.text3, {}};
  }
  return {theme.panel, theme.text3, theme.line};
}

ButtonColors buttonColors(const ButtonLook& look, const Theme& theme) {
  if (!look.enabled) {
    return disabledColors(look, theme);
  }
  const QColor back = look.hovered ? theme.hover : theme.raised;
  switch (look.kind) {
    case ButtonKind::Primary:
      return {theme.fill, theme.onFill, {}};
    case ButtonKind::DangerFill:
      return {theme.dangerFill, theme.onDanger, {}};
    case ButtonKind::Danger:
      return {back, theme.danger, theme.dangerLine};
    case ButtonKind::Flat:
      return {look.hovered ? theme.hover : QColor(), theme.accent, {}};
    case ButtonKind::Quiet:
      return {look.hovered ? theme.hover : QColor(), theme.text2, {}};
    case ButtonKind::Secondary:
      break;
  }
  return {back, theme.text, theme.controlSoft};
}

TextRole buttonRole(ButtonSize size, ButtonKind kind) {
  if (kind == ButtonKind::Quiet) {
    return TextRole::Secondary;
  }
  switch (size) {
    case ButtonSize::Small:
      return TextRole::Label;
    case ButtonSize::Normal:
      return TextRole::Button;
    case ButtonSize::SignIn:
      return TextRole::LargeButton;
  }
  Q_UNREACHABLE();
}

// The ring lies inside the button with one pixel of the page between ring and face.
QRect paintButtonFocus(QPainter& painter, const QRect& rect, const Theme& theme) {
  paintFocusRing(painter, rect, Metrics::kRadiusControl, theme);
  return rect.adjusted(3, 3, -3, -3);
}

}  // namespace

void paintButton(QPainter& painter, const QRect& rect, const ButtonLook& look, const PaintContext& context) {
  const ButtonColors colors = buttonColors(look, context.theme);
  const QRect face = look.keyboardFocus ? paintButtonFocus(painter, rect, context.theme) : rect;
  const qreal radius = look.keyboardFocus ? Metrics::kRadiusControl - 2 : Metrics::kRadiusControl;
  paintBox(painter, face, radius, colors.fill, colors.border);
  const int iconSize = look.iconSize;
  const TextRole role = buttonRole(look.size, look.kind);
  QString text = look.text;
  text.remove(QLatin1Char('&'));
  const int textSpace = textWidth(text, role, context.type);
  const int iconSpace = look.icon ? iconSize + (text.isEmpty() ? 0 : iconGap(look.size)) : 0;
  int left = rect.left() + (rect.width() - textSpace - iconSpace) / 2;
  if (look.icon) {
    const bool ownColor = look.iconColor && look.enabled;
    paintIcon(painter, *look.icon, QRect(left, rect.top(), iconSize, rect.height()), iconSize,
              ownColor ? context.theme.*look.iconColor : colors.text);
    left += iconSpace;
  }
  paintTextLine(painter, QRect(left, rect.top(), rect.right() - left, rect.height()), {text, role, colors.text},
                context.type);
}

Button::Button(ThemeManager& themes, const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent), themes_(themes), kind_(kind) {
  setAttribute(Qt::WA_Hover);
  setAutoDefault(false);
  setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
}

void Button::setKind(ButtonKind kind) {
  kind_ = kind;
  update();
}

void Button::setSize(ButtonSize size) {
  size_ = size;
  updateGeometry();
  update();
}

void Button::setIcon(Icon icon, ColorToken color) {
  icon_ = icon;
  iconColor_ = color;
  updateGeometry();
  update();
}

void Button::setIconPixels(int size) {
  iconPixels_ = size;
  updateGeometry();
  update();
}

void Button::removeIcon() {
  icon_.reset();
  updateGeometry();
  update();
}

QSize Button::sizeHint() const {
  const Typography& type = themes_.type();
  const bool small = size_ == ButtonSize::Small;
  QString plain = text();
  plain.remove(QLatin1Char('&'));
  int width = textWidth(plain, buttonRole(size_, kind_), type);
  if (icon_) {
    width += iconPixels_ + (plain.isEmpty() ? 0 : iconGap(size_));
  }
  const int padding = kind_ == ButtonKind::Flat || kind_ == ButtonKind::Quiet ? 10 : (small ? 11 : 15);
  int height = small ? Metrics::kSmallControlHeight : Metrics::kControlHeight;
  if (size_ == ButtonSize::SignIn) {
    height = Metrics::kSignInButtonHeight;
  }
  return {width + 2 * padding, type.scaled(height)};
}

void Button::paintEvent(QPaintEvent* /*event*/) {
  QStyleOptionButton option;
  initStyleOption(&option);
  ButtonLook look;
  look.text = text();
  look.kind = kind_;
  look.icon = icon_;
  look.iconColor = iconColor_;
  look.iconSize = iconPixels_;
  look.enabled = isEnabled();
  look.hovered = option.state.testFlag(QStyle::State_MouseOver) || isDown();
  look.keyboardFocus =
      option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
  look.size = size_;
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  paintButton(painter, rect(), look, {themes_.theme(), themes_.type(), devicePixelRatioF()});
}

}  // namespace Parlour::Ui
