// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>

#include "server-sim/channel/ChangeSet.h"
#include "server-sim/channel/ChannelService.h"

namespace Parlour::Server {

// Who of those in a room now would have to leave it by a planned set (product.md RM-14): because the room or its lists
// change, because groups do, or because people are disabled. One object for each room (ChangeWords::loss). What a
// smaller scope of a category takes is not in it; previewScope() tells that. Loop thread.
QJsonArray lossesBy(const ChannelService& service, const ChangeSet& set);

}  // namespace Parlour::Server
