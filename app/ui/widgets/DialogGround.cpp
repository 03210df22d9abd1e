// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/DialogGround.h"

#include "app/ui/theme/Metrics.h"

namespace Parlour::Ui {

void paintDialogGround(QPainter& painter, const QWidget& dialog, const ThemeManager& themes) {
  const Theme& theme = themes.theme();
  const int foot = themes.type().scaled(Metrics::kHeaderHeight);
  const int top = dialog.height() - foot;
  painter.fillRect(dialog.rect(), theme.raised);
  painter.fillRect(QRect(0, top, dialog.width(), foot), theme.panel);
  painter.fillRect(QRect(0, top, dialog.width(), 1), theme.line);
}

}  // namespace Parlour::Ui
