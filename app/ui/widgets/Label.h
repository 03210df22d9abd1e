// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Text in one of the roles and colours of the design, with the design's line height. Wraps when word
// wrap is on, elides otherwise. A QLabel for buddies and assistive tools; plain text only.
class Label : public QLabel {
  Q_OBJECT

 public:
  Label(ThemeManager& themes, const QString& text, TextRole role, ColorToken color, QWidget* parent = nullptr);

  void setColor(ColorToken color);
  void setRole(TextRole role);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return wordWrap(); }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString shownText() const;

  ThemeManager& themes_;
  TextRole role_;
  ColorToken color_;
};

}  // namespace Parlour::Ui
