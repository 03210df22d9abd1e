// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/QuickSwitchButton.h"

#include <QKeySequence>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

QuickSwitchButton::QuickSwitchButton(ThemeManager& themes, QWidget* parent) : QAbstractButton(parent), themes_(themes) {
  setFocusPolicy(Qt::TabFocus);
  setFixedHeight(themes.type().scaled(Metrics::kControlHeight));
  setAccessibleName(tr("Go to room or person"));
  setToolTip(
      tr("Go to room or person (%1)").arg(QKeySequence(QStringLiteral("Ctrl+K")).toString(QKeySequence::NativeText)));
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    setFixedHeight(themes_.type().scaled(Metrics::kControlHeight));
    update();
  });
}

void QuickSwitchButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const bool focused = hasFocus();
  paintBox(painter, rect(), Metrics::kRadiusControl, theme.raised, focused ? theme.accent : theme.control,
           focused ? 2 : 1);
  paintIcon(painter, Icon::Search, QRect(11, 0, 16, height()), 16, theme.text2);
  const QString keys = QStringLiteral("Ctrl+K");
  const QSize keySize(textWidth(keys, TextRole::Small, type) + 11, type.scaled(18));
  const QRect keyBox(width() - 7 - keySize.width(), (height() - keySize.height()) / 2, keySize.width(),
                     keySize.height());
  paintBox(painter, keyBox, Metrics::kRadiusChip, theme.panel, theme.controlSoft);
  paintTextLine(painter, keyBox, {keys, TextRole::Small, theme.text3}, type, Qt::AlignHCenter);
  const int room = keyBox.left() - 35 - 6;
  const QString words = textWidth(tr("Go to room or person"), TextRole::Body, type) <= room ? tr("Go to room or person")
                                                                                            : tr("Go to room");
  paintTextLine(painter, QRect(35, 0, room, height()), {words, TextRole::Body, theme.text3}, type);
}

}  // namespace Parlour::Ui
