// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A command drawn as a link: accent, medium weight, underlined. Space and Enter press it.
class LinkButton : public QAbstractButton {
  Q_OBJECT

 public:
  LinkButton(ThemeManager& themes, const QString& text, QWidget* parent = nullptr);
  void setUnderlined(bool underlined);
  void setColor(ColorToken color);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  ThemeManager& themes_;
  ColorToken color_ = &Theme::accent;
  bool underlined_ = true;
};

}  // namespace Parlour::Ui
