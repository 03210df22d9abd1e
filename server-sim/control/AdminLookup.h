// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <vector>

#include "protocol/support/Result.h"
#include "server-sim/channel/ChannelState.h"

// Objects as administrators name them: by address, or by name without regard to case. NotFound and, where a name is not
// unique, Conflict say what was meant. Pure functions of the state; loop thread.
namespace Parlour::Server::AdminLookup {

Result<const Room*> room(const ChannelState& state, const QString& text);
Result<const Category*> category(const ChannelState& state, const QString& text);
Result<const AddIn*> addIn(const ChannelState& state, const QString& text);
// "sip:ada@orchard.example", "ada@orchard.example", "ada" of the server's domain, "ma-grp:…", or a display name.
Result<const Principal*> principal(const ChannelState& state, const QString& text);
Result<const Principal*> person(const ChannelState& state, const QString& text);
Result<const Principal*> group(const ChannelState& state, const QString& text);
// The addresses of several.
Result<std::vector<QByteArray>> addresses(const ChannelState& state, const QStringList& texts);

}  // namespace Parlour::Server::AdminLookup
