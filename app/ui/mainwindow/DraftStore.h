// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSettings>

#include "app/ui/composer/Composer.h"
#include "protocol/support/Ids.h"

namespace Parlour::Ui {

// Unsent texts by room, kept on this computer so that they survive a restart.
QHash<RoomUri, Draft> loadDrafts(QSettings& settings);
void storeDrafts(QSettings& settings, const QHash<RoomUri, Draft>& drafts);

}  // namespace Parlour::Ui
