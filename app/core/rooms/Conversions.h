// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/core/Types.h"
#include "app/core/session/Account.h"
#include "protocol/xccos/Blocks.h"

namespace Parlour::Core {

// From the wire's blocks to what the models show.

Message toMessage(const Xccos::ChatMessage& chat, const Account& account);
QList<Message> toMessages(const std::vector<Xccos::ChatMessage>& chats, const Account& account);  // ascending

// `base` with what the block tells; what it leaves out stays as it was.
RoomSummary mergedSummary(RoomSummary base, const Xccos::ChanInfo& room);
inline RoomSummary toSummary(const Xccos::ChanInfo& room) { return mergedSummary({}, room); }

std::optional<Xccos::Visibility> toVisibility(Privacy privacy);  // nullopt: Unknown

Participant toParticipant(const Xccos::UserInfo& user, quint32 mask);
// The participants of one room of a join reply; empty when the roster is hidden (xccos 7.4).
QList<Participant> participantsOf(const Xccos::ChanInfo& room, const std::vector<Xccos::UserInfo>& users);

Invitation toInvitation(const Xccos::Invitation& invitation);

}  // namespace Parlour::Core
