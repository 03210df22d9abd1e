// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace Parlour::Ui {

class ThemeManager;

// Draws the standard controls that a style sheet cannot draw with tinted icons: boxes, radio buttons,
// combo boxes and plain push buttons. Owned by the application; reads the theme of the manager.
class ParlourStyle : public QProxyStyle {
  Q_OBJECT

 public:
  explicit ParlourStyle(ThemeManager& themes);

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                       const QWidget* widget) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* data) const override;

 private:
  void drawCheckBox(const QStyleOption& option, QPainter& painter) const;
  void drawRadioButton(const QStyleOption& option, QPainter& painter) const;
  void drawPushButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
  void drawComboBox(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
  void drawComboLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;

  ThemeManager& themes_;
};

}  // namespace Parlour::Ui
