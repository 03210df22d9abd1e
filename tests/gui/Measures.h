// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLine>
#include <QString>

#include "tests/gui/SampleWindow.h"

namespace Parlour::Gui {

// One length of design picture 15, found on the laid-out window or on its pixels.
struct Measure {
  QString name;
  int wanted = 0;
  int found = 0;
  QLine place;  // where the picture draws it
};

// The window shows the sample morning from its first row, 1280 x 800.
QList<Measure> measuresOf(SampleWindow& sample, Ui::ThemeManager& themes);

}  // namespace Parlour::Gui
