// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCheckBox>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A check box whose box has the colour of what it shows or hides.
class KindBox : public QCheckBox {
  Q_OBJECT

 public:
  KindBox(ThemeManager& themes, const QString& text, ColorToken color, QWidget* parent = nullptr);
  // Text in a quieter colour, for choices that are not a kind.
  void setTextColor(ColorToken color);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }

 private:
  ThemeManager& themes_;
  ColorToken color_;
  ColorToken textColor_ = &Theme::text;
};

}  // namespace Parlour::Ui
