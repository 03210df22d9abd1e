// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// The key of a stored message: the room in the upper bits, its number in the room in the lower 40 (see
// migrations/001_initial.sql).
constexpr int kChatIdBits = 40;
constexpr ChatId kMaxChatId = (ChatId{1} << kChatIdBits) - 1;

constexpr qint64 messageKey(RoomId room, ChatId chatId) { return (room << kChatIdBits) | static_cast<qint64>(chatId); }
constexpr ChatId chatIdOfKey(qint64 key) { return static_cast<ChatId>(key) & kMaxChatId; }

}  // namespace Parlour::Server
