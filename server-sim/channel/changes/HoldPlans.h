// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Legal holds (product.md CO-14): what they keep, nothing removes, replaces or purges. For administrators. Pure
// functions of the state; loop thread.
namespace Parlour::Server {

inline constexpr qsizetype kMaxHoldName = 256;
inline constexpr qsizetype kMaxHoldReason = 1'024;

// `wanted` without creator; it must narrow to a room, a person or a time.
Plan addHold(const ChannelState& state, const Actor& actor, LegalHold wanted, Timestamp now);
Plan removeHold(const ChannelState& state, const Actor& actor, const QString& name, Timestamp now);

// What is known without looking at messages: a hold on all of the room, or with `anyPart` on some of it. What a hold
// on a person or a time keeps is found by the store.
std::optional<Refusal> refuseHeldRoom(const ChannelState& state, const Room& room, bool anyPart);

}  // namespace Parlour::Server
