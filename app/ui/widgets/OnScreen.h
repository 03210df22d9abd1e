// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRect>

class QWidget;

namespace Parlour::Ui {

// Where a remembered window goes: as it was while enough of its title can be grasped on one of the screens, otherwise
// in the middle of the first one and no larger than that.
QRect placedOnScreen(const QRect& window, const QList<QRect>& screens);
// The same for a window that was just restored, on the screens of now.
void keepOnScreen(QWidget& window);

}  // namespace Parlour::Ui
