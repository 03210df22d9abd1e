// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

namespace Parlour::Ui {

// WCAG 2 contrast ratio of two opaque colours, 1.0 to 21.0; the order does not matter.
double contrastRatio(const QColor& first, const QColor& second);

}  // namespace Parlour::Ui
