// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>
#include <QStringList>
#include <QWidget>

namespace Parlour::Tests {

// What is wrong with a window for somebody who hears it: what can have the focus without a role or a name, names that
// are markup or names of the program text, rows that are not one item with a name. Empty when nothing is.
QStringList faultsOfTree(QWidget& window);
// "role: name (state, state)" of everything on screen, a line each, as a screen reader meets it.
QStringList transcriptOf(QWidget& window);
// The names of all rows of a list, as they are read.
QStringList rowNames(QAbstractItemView& view);
// Stops that can be reached by Tab in a window, in their order, beginning with the one that has the focus.
QList<QWidget*> tabStops(QWidget& window);
// Pairs of stops where the second stands before the first for a reader: above it, or to its left in the same line.
QStringList faultsOfOrder(const QList<QWidget*>& stops, bool rightToLeft = false);

}  // namespace Parlour::Tests
