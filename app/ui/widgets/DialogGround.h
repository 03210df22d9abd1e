// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainter>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// What lies behind the parts of a dialog: the raised ground and, at the bottom, the panel that its buttons stand on,
// as high as a header, with a line above it. GUI thread.
void paintDialogGround(QPainter& painter, const QWidget& dialog, const ThemeManager& themes);

}  // namespace Parlour::Ui
