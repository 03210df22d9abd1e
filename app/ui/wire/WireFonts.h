// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

#include "app/ui/theme/Typography.h"

namespace Parlour::Ui {

// The Wire view sets its rows and its code at 11.5 px (design guide 3). Font engines round sizes to whole pixels,
// so both are set at 12 px and drawn 4 % narrower, which keeps the widths of the design.
QFont wireRowFont(const Typography& type, bool strong);
// Without ligatures: every character of a message stands for itself.
QFont wireCodeFont(const Typography& type);

}  // namespace Parlour::Ui
