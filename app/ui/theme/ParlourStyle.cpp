// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/ParlourStyle.h"

#include <QAbstractItemView>
#include <QStyleOption>
#include <QWidget>

#include "app/ui/theme/Metrics.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kIndicator = 16;
constexpr int kIndicatorGap = 9;
constexpr int kBullet = 0x2022;
constexpr int kComboPadding = 11;
constexpr int kComboArrow = 14;
constexpr int kFlatComboArrow = 12;
constexpr int kComboArrowRight = 10;

bool hasKeyboardFocus(const QStyleOption& option) {
  return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

bool hasProperty(const QWidget* widget, const char* name) { return widget && widget->property(name).toBool(); }

}  // namespace

ParlourStyle::ParlourStyle(ThemeManager& themes) : QProxyStyle(QStringLiteral("Fusion")), themes_(themes) {}

void ParlourStyle::drawCheckBox(const QStyleOption& option, QPainter& painter) const {
  const Theme& t = themes_.theme();
  const QRect box = centered(option.rect, QSize(kIndicator, kIndicator));
  const bool enabled = option.state.testFlag(State_Enabled);
  if (option.state.testFlag(State_On) || option.state.testFlag(State_NoChange)) {
    paintBox(painter, box, Metrics::kRadiusChip, enabled ? t.fill : t.control);
    if (option.state.testFlag(State_On)) {
      paintIcon(painter, Icon::Check, box, 12, t.onFill);
    } else {
      painter.fillRect(centered(box, QSize(8, 2)), t.onFill);
    }
    return;
  }
  paintBox(painter, box, Metrics::kRadiusChip, enabled ? t.raised : t.panel, enabled ? t.control : t.line);
}

void ParlourStyle::drawRadioButton(const QStyleOption& option, QPainter& painter) const {
  const Theme& t = themes_.theme();
  const QRect box = centered(option.rect, QSize(kIndicator, kIndicator));
  const bool enabled = option.state.testFlag(State_Enabled);
  if (!option.state.testFlag(State_On)) {
    paintBox(painter, box, kIndicator / 2.0, enabled ? t.raised : t.panel, enabled ? t.control : t.line);
    return;
  }
  paintBox(painter, box, kIndicator / 2.0, enabled ? t.fill : t.control);
  paintBox(painter, centered(box, QSize(6, 6)), 3, t.onFill);
}

void ParlourStyle::drawPushButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
  if (!button) {
    return;
  }
  ButtonLook look;
  look.text = button->text;
  look.kind =
      button->features.testFlag(QStyleOptionButton::DefaultButton) ? ButtonKind::Primary : ButtonKind::Secondary;
  look.enabled = option.state.testFlag(State_Enabled);
  look.hovered = option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
  look.keyboardFocus = hasKeyboardFocus(option);
  paintButton(painter, option.rect, look,
              {themes_.theme(), themes_.type(), widget ? widget->devicePixelRatioF() : 1.0});
}

// A combo box with the property "flat" stands inside a field and has no border of its own; one that is "chosen" narrows
// what is shown and is tinted.
void ParlourStyle::drawComboBox(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
  const Theme& t = themes_.theme();
  const bool enabled = option.state.testFlag(State_Enabled);
  const bool focused = option.state.testFlag(State_HasFocus);
  const bool flat = hasProperty(widget, "flat");
  const bool chosen = hasProperty(widget, "chosen");
  if (!flat) {
    const QColor border = !enabled ? t.line : (focused || chosen ? t.accent : t.control);
    paintBox(painter, option.rect, Metrics::kRadiusControl, enabled ? (chosen ? t.tint : t.raised) : t.panel, border,
             focused ? 2 : 1);
  } else if (focused) {
    paintFocusRing(painter, option.rect, Metrics::kRadiusChip, t);
  }
  const int size = flat ? kFlatComboArrow : kComboArrow;
  const QRect arrow(option.rect.right() + 1 - kComboArrowRight - size, option.rect.top(), size, option.rect.height());
  const QColor color = flat ? t.text2 : (chosen ? t.accent : t.text);
  paintIcon(painter, Icon::ChevronDown, arrow, size, enabled ? color : t.text3);
}

// A combo box with the property "caption" shows it in a quieter colour before the choice.
void ParlourStyle::drawComboLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
  const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
  if (!combo || combo->editable) {
    return;
  }
  const Theme& t = themes_.theme();
  QRect box = option.rect.adjusted(kComboPadding, 0, -kComboArrowRight - kComboArrow - 4, 0);
  const QString caption = widget ? widget->property("caption").toString() : QString();
  if (!caption.isEmpty()) {
    box.setLeft(box.left() + paintTextLine(painter, box, {caption, TextRole::Body, t.text3}, themes_.type()) + 6);
  }
  const bool enabled = option.state.testFlag(State_Enabled);
  if (hasProperty(widget, "flat")) {
    paintTextLine(painter, box, {combo->currentText, TextRole::Secondary, t.text2}, themes_.type(), Qt::AlignRight);
    return;
  }
  const bool chosen = hasProperty(widget, "chosen");
  if (chosen) {
    paintIcon(painter, Icon::Calendar, QRect(box.left(), box.top(), 14, box.height()), 14, t.accent);
    box.setLeft(box.left() + 20);
  }
  paintTextLine(painter, box,
                {combo->currentText, chosen ? TextRole::Button : TextRole::Body,
                 chosen ? t.accent : (enabled ? t.text : t.text3)},
                themes_.type());
}

void ParlourStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
  if (element == PE_IndicatorCheckBox) {
    drawCheckBox(*option, *painter);
  } else if (element == PE_IndicatorRadioButton) {
    drawRadioButton(*option, *painter);
  } else if (element == PE_FrameFocusRect) {
    if (option->state.testFlag(State_KeyboardFocusChange) && !qobject_cast<const QAbstractItemView*>(widget)) {
      paintFocusRing(*painter, option->rect, Metrics::kRadiusChip, themes_.theme());
    }
  } else {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void ParlourStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
  if (element == CE_PushButton) {
    drawPushButton(*option, *painter, widget);
  } else if (element == CE_ComboBoxLabel) {
    drawComboLabel(*option, *painter, widget);
  } else {
    QProxyStyle::drawControl(element, option, painter, widget);
  }
}

void ParlourStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const {
  if (control == CC_ComboBox) {
    drawComboBox(*option, *painter, widget);
  } else {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

QRect ParlourStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                                   const QWidget* widget) const {
  if (control == CC_ComboBox && sub == SC_ComboBoxListBoxPopup) {
    return option->rect.adjusted(0, 2, 0, 2);
  }
  return QProxyStyle::subControlRect(control, option, sub, widget);
}

QSize ParlourStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  if (type == CT_PushButton || type == CT_ComboBox) {
    result.setHeight(themes_.type().scaled(Metrics::kControlHeight));
  }
  if (type == CT_PushButton) {
    result.setWidth(qMax(result.width(), size.width() + 30));
  }
  if (type == CT_ComboBox && widget) {
    const QString caption = widget->property("caption").toString();
    result.rwidth() += caption.isEmpty() ? 0 : textWidth(caption, TextRole::Body, themes_.type()) + kComboPadding + 6;
  }
  return result;
}

int ParlourStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth ||
      metric == PM_ExclusiveIndicatorHeight) {
    return kIndicator;
  }
  if (metric == PM_CheckBoxLabelSpacing || metric == PM_RadioButtonLabelSpacing) {
    return kIndicatorGap;
  }
  if (metric == PM_ButtonShiftHorizontal || metric == PM_ButtonShiftVertical) {
    return 0;
  }
  return QProxyStyle::pixelMetric(metric, option, widget);
}

int ParlourStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* data) const {
  if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText || hint == SH_UnderlineShortcut) {
    return 0;
  }
  if (hint == SH_ComboBox_Popup) {
    return 0;
  }
  if (hint == SH_LineEdit_PasswordCharacter) {
    return kBullet;
  }
  return QProxyStyle::styleHint(hint, option, widget, data);
}

}  // namespace Parlour::Ui
