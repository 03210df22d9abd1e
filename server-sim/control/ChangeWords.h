// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "server-sim/channel/ChangeSet.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/RoomPlans.h"

// A planned or finished change as people read it. Pure functions; loop thread.
namespace Parlour::Server::ChangeWords {

// One object for each line of the audit trail: "action", "object", "name" and "details" such as
// "privacy: closed → secret" or "members: + Ada Quince, − Bo Hatch".
QJsonArray describe(const ChannelState& state, const ChangeSet& set);

// What a room loses: "room", "members", "managers", "presenters", and "loseAccess" of those who are there now.
QJsonObject loss(const ChannelState& state, const Room& room, const MovePreview& lost);

// Display name, or the address of those who have none.
QString nameOf(const ChannelState& state, PrincipalId principal);

}  // namespace Parlour::Server::ChangeWords
