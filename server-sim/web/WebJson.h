// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "server-sim/channel/ChannelState.h"

// Objects as the web pages need them: those of AdminJson with keys for addresses of pages and with people that can be
// named again. Pure functions of the state; loop thread.
namespace Parlour::Server::WebJson {

QJsonObject line(const ChannelState& state, const Room& room);
QJsonObject whole(const ChannelState& state, const Room& room);
QJsonObject whole(const ChannelState& state, const Category& category);
// {"name","key"} and the switches that rooms follow.
QJsonObject choice(const Category& category);
// {"name","address","kind"}; the address names it in requests.
QJsonObject person(const Principal& principal);
QJsonArray addIns(const ChannelState& state);

}  // namespace Parlour::Server::WebJson
