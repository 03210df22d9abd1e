// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <optional>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

enum class ButtonKind { Secondary, Primary, Flat, Quiet, Danger, DangerFill };
enum class ButtonSize { Normal, Small, SignIn };

// How a push button looks at this moment; shared by Button and by the style for plain QPushButtons.
struct ButtonLook {
  QString text;
  ButtonKind kind = ButtonKind::Secondary;
  std::optional<Icon> icon;
  ColorToken iconColor = nullptr;
  bool enabled = true;
  bool hovered = false;
  bool keyboardFocus = false;
  ButtonSize size = ButtonSize::Normal;
  int iconSize = 14;
};

void paintButton(QPainter& painter, const QRect& rect, const ButtonLook& look, const PaintContext& context);

// A push button of the design: 32 px (26 in rows, 36 on sign-in), tinted icon before the text.
class Button : public QPushButton {
  Q_OBJECT

 public:
  Button(ThemeManager& themes, const QString& text, ButtonKind kind = ButtonKind::Secondary, QWidget* parent = nullptr);

  void setKind(ButtonKind kind);
  void setSize(ButtonSize size);
  // The icon takes the text colour unless a token is given.
  void setIcon(Icon icon, ColorToken color = nullptr);
  void setIconPixels(int size);  // 14 unless set
  void removeIcon();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  ButtonKind kind_;
  ButtonSize size_ = ButtonSize::Normal;
  std::optional<Icon> icon_;
  ColorToken iconColor_ = nullptr;
  int iconPixels_ = 14;
};

}  // namespace Parlour::Ui
