// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Requests to join closed rooms (product.md IN-9): asking, and how a request ends. Pure functions of the state; loop
// thread.
namespace Parlour::Server {

inline constexpr qsizetype kMaxRequestWords = 256;
inline constexpr size_t kMaxRequestsPerUser = 50;  // open at once
inline constexpr size_t kMaxRequestsPerRoom = 1'000;

// A second request of the same user to the same room replaces the first.
Plan askToJoin(const ChannelState& state, const Actor& actor, const RoomUri& room, const QString& words, Timestamp now);

// Who is told of requests to a room and sees them: its managers; administrators only while none of these could answer.
bool answersRequests(const ChannelState& state, PrincipalId user, const Room& room);

enum class RequestEnd { Granted, Declined, Withdrawn };
// Granting makes a member and invites, so that who is away learns of it. Withdrawing is for the one who asked, the
// others are for who may manage the room. DataCollision when there is no such request (any more).
Plan endJoinRequest(const ChannelState& state, const Actor& actor, const RoomUri& room, const QByteArray& user,
                    RequestEnd end, Timestamp now);

}  // namespace Parlour::Server
