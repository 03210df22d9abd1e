// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/wire/WireRow.h"
#include "app/models/wire/WireText.h"
#include "app/ui/theme/Theme.h"
#include "app/ui/widgets/Chip.h"

namespace Parlour::Ui {

// The colours of the Wire view by meaning (design guide 7).
ColorToken wireKindColor(Models::WireKind kind);
ColorToken wireStatusColor(Models::WireStatus status);
ColorToken wireTokenColor(Models::WireToken token);
ChipKind wireKindChip(Models::WireKind kind);
ChipKind wireStatusChip(Models::WireStatus status);

}  // namespace Parlour::Ui
