// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "server-sim/channel/ChannelState.h"

// Objects as answers to administrators have them. Pure functions of the state; loop thread.
namespace Parlour::Server::AdminJson {

// One line of a list.
QJsonObject line(const ChannelState& state, const Room& room);
QJsonObject line(const ChannelState& state, const Category& category);
QJsonObject line(const Principal& principal);
// With all properties and lists.
QJsonObject whole(const ChannelState& state, const Room& room);
QJsonObject whole(const ChannelState& state, const Category& category);
QJsonObject whole(const ChannelState& state, const Principal& person);

// "Ada Quince <ada@orchard.example>", groups by their name alone.
QString named(const Principal& principal);
QJsonArray named(const ChannelState& state, const std::vector<PrincipalId>& list);
QString time(Timestamp time);  // empty when null

}  // namespace Parlour::Server::AdminJson
