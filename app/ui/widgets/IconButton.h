// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QKeySequence>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

// A button of one drawing, at least 26 x 26. Its words are the accessible name and, with the shortcut,
// the tool tip. Optional text at the right of the drawing (member count).
class IconButton : public QAbstractButton {
  Q_OBJECT

 public:
  IconButton(ThemeManager& themes, Icon icon, const QString& words, QWidget* parent = nullptr);

  void setIcon(Icon icon);
  void setWords(const QString& words, const QKeySequence& shortcut = {});
  void setIconSize(int size);
  void setBoxSize(const QSize& size);
  void setColor(ColorToken color);
  // Text that is drawn beside the icon; the accessible name keeps its words.
  void setCaption(const QString& caption);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Icon icon_;
  int iconSize_ = 16;
  QSize box_{32, 32};
  ColorToken color_ = &Theme::text2;
  QString caption_;
};

}  // namespace Parlour::Ui
