// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

#include "server-sim/channel/Types.h"

// The one word for each kind of thing: in the audit trail, for administrators and on the web pages. Pure functions.
namespace Parlour::Server::TypeWords {

QString word(Privacy privacy);
QString word(RoomType type);
QString word(PolicyScope scope);
QString word(ConfigurationScope scope);
std::optional<Privacy> privacyOf(const QString& word);
std::optional<RoomType> typeOf(const QString& word);

}  // namespace Parlour::Server::TypeWords
