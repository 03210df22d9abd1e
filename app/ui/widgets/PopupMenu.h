// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

class QMenu;
class QPoint;

namespace Parlour::Ui {

// Shows the menu of a place (global coordinates) and returns at once. The menu goes when it closes, or with its parent,
// which may well happen while it is open: rooms end and windows close by what the server says.
void popUp(std::unique_ptr<QMenu> menu, const QPoint& where);

}  // namespace Parlour::Ui
