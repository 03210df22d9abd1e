// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/PopupMenu.h"

#include <QMenu>
#include <QPoint>

namespace Parlour::Ui {

void popUp(std::unique_ptr<QMenu> menu, const QPoint& where) {
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu.release()->popup(where);
}

}  // namespace Parlour::Ui
