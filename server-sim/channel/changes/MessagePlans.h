// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Taking messages out of a room's history (xccos 7.18, product.md 1.5); for administrators. Pure functions of the
// state; loop thread.
namespace Parlour::Server {

inline constexpr char kDefaultReplacement[] = "This message was replaced by the Persistent Chat administrator.";
inline constexpr size_t kMaxRemovedMessages = 1'000;  // in one removal
inline constexpr qsizetype kMaxReplacementBytes = 8'000;

// Without a replacement the messages vanish; an empty one stands for the default text.
Plan removeMessages(const ChannelState& state, const Actor& actor, const RoomUri& room,
                    const std::vector<ChatId>& chatIds, const std::optional<QString>& replacement, Timestamp now);
// Everything sent before `until`, which may not lie in the future.
Plan purgeRoom(const ChannelState& state, const Actor& actor, const RoomUri& room, Timestamp until, Timestamp now);

}  // namespace Parlour::Server
