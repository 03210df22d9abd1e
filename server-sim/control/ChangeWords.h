// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>

#include "server-sim/channel/ChangeSet.h"
#include "server-sim/channel/ChannelService.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/RoomPlans.h"

// A planned or finished change as people read it. Pure functions; loop thread.
namespace Parlour::Server::ChangeWords {

// One object for each line of the audit trail: "action", "object", "name" and "details" such as
// "privacy: closed → secret" or "members: + Ada Quince, − Bo Hatch".
QJsonArray describe(const ChannelState& state, const ChangeSet& set);

// Who of those in a room now would have to leave it, for the rooms of the set: "room" and "loseAccess".
QJsonArray losses(const ChannelService& service, const ChangeSet& set);
// The same with list entries that are dropped: "members", "managers", "presenters".
QJsonObject loss(const ChannelState& state, const Room& room, const MovePreview& lost);

// Display name, or the address of those who have none.
QString nameOf(const ChannelState& state, PrincipalId principal);

}  // namespace Parlour::Server::ChangeWords
