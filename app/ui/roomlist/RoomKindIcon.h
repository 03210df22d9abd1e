// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/core/Types.h"
#include "app/ui/theme/Icons.h"

namespace Parlour::Ui {

// Door, padlock, struck eye or megaphone; an auditorium wins over its privacy.
Icon roomKindIcon(const Core::RoomSummary& room);
QString privacyWord(Core::Privacy privacy);
QString roomKindWord(Core::RoomKind kind);

}  // namespace Parlour::Ui
