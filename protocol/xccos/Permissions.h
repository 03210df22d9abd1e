// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include "protocol/xccos/Blocks.h"

// Permission sets as they travel in aib/@key (xccos 6). Test bits, never whole values: other
// servers set bits that we do not know.
namespace Parlour::Xccos::Permission {

inline constexpr quint32 kManageNode = 1U << 2;
inline constexpr quint32 kCreateChildren = 1U << 4;
inline constexpr quint32 kJoin = 1U << 7;
inline constexpr quint32 kChat = 1U << 8;
inline constexpr quint32 kReadHistory = 1U << 10;  // even when not joined
inline constexpr quint32 kView = 1U << 11;
inline constexpr quint32 kChatInAuditorium = 1U << 12;
inline constexpr quint32 kBypassVisibility = 1U << 13;

// The sets a server sends (xccos 6.2); pidgin-sipe compares 12276 as a whole.
inline constexpr quint32 kMember = 3984;
inline constexpr quint32 kPresenterMember = kMember | kChatInAuditorium;
inline constexpr quint32 kManagerMember = 12276;
inline constexpr quint32 kManagerPresenterMember = kManagerMember | kChatInAuditorium;
inline constexpr quint32 kManagerOnly = kManageNode | kCreateChildren | kView | kBypassVisibility;
inline constexpr quint32 kOpenRoomUser = kMember & ~kCreateChildren;

constexpr bool isManager(quint32 mask) { return (mask & kManageNode) != 0; }
constexpr bool isPresenter(quint32 mask) { return (mask & kChatInAuditorium) != 0; }
constexpr bool canJoin(quint32 mask) { return (mask & kJoin) != 0; }
constexpr bool canView(quint32 mask) { return (mask & kView) != 0; }
constexpr bool canReadHistory(quint32 mask) { return (mask & kReadHistory) != 0; }
constexpr bool canPost(Behavior behavior, quint32 mask) {
  return (mask & (behavior == Behavior::Auditorium ? kChatInAuditorium : kChat)) != 0;
}

// The set of someone in a room, by what that person is there. Not for open rooms.
constexpr quint32 maskFor(bool member, bool manager, bool presenter) {
  if (!member) return manager ? kManagerOnly : 0;
  return (manager ? kManagerMember : kMember) | (presenter ? kChatInAuditorium : 0);
}

}  // namespace Parlour::Xccos::Permission
