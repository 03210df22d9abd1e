// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRadioButton>

#include "app/core/preferences/PreferenceValues.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// One theme to choose: a small drawing of the main window in its colours over a radio button with its name.
class ThemeCard : public QRadioButton {
  Q_OBJECT

 public:
  ThemeCard(ThemeManager& themes, Core::ThemeChoice choice, const QString& words, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintPreview(QPainter& painter) const;

  ThemeManager& themes_;
  Core::ThemeChoice choice_;
};

}  // namespace Parlour::Ui
