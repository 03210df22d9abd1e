// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/changes/Plan.h"
#include "server-sim/control/AdminCall.h"

// What a signed-in person sees on the web pages: the rooms he manages and the categories he may create rooms in;
// administrators everything. What he may not know of is answered like what does not exist. The only place that decides
// this for the pages and the JSON interface. Pure functions of the state; loop thread.
namespace Parlour::Server::WebRules {

// The room by the key of its address. NotFound: there is none, or he must not know; PermissionDenied: he may know of
// it, but manages it not.
Result<const Room*> managedRoom(const ChannelState& state, const Actor& actor, const QString& key);
// In the order of their names.
std::vector<const Room*> managedRooms(const ChannelState& state, const Actor& actor);

// In the order of their names.
std::vector<const Category*> creatableCategories(const ChannelState& state, const Actor& actor);
// One of these by its key; NotFound else, whatever the reason.
Result<const Category*> creatableCategory(const ChannelState& state, const Actor& actor, const QString& key);
// Any but the root; for administrators.
Result<const Category*> category(const ChannelState& state, const Actor& actor, const QString& key);
Status administrator(const Actor& actor);

}  // namespace Parlour::Server::WebRules
