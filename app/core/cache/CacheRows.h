// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Types.h"

// How the tables of the message cache hold values; see sql/001_messages.sql.
namespace Parlour::Core::CacheRows {

inline constexpr int kRoomShift = 40;
inline constexpr ChatId kMostChatId = (ChatId(1) << kRoomShift) - 1;
inline constexpr qint64 kAlertFlag = 1;
inline constexpr qint64 kMentionFlag = 2;
inline constexpr qint64 kRemovedFlag = 4;

inline qint64 rowOf(qint64 room, ChatId chatId) { return (room << kRoomShift) + static_cast<qint64>(chatId); }
inline qint64 roomOf(qint64 id) { return id >> kRoomShift; }
inline ChatId chatIdOf(qint64 id) { return static_cast<ChatId>(id) & kMostChatId; }

inline int flagsOf(const Message& message) {
  return static_cast<int>((message.alert ? kAlertFlag : 0) | (message.mentionsMe ? kMentionFlag : 0) |
                          (message.removed ? kRemovedFlag : 0));
}

inline Privacy privacyOf(qint64 stored) {
  const bool known = stored > static_cast<int>(Privacy::Unknown) && stored <= static_cast<int>(Privacy::Secret);
  return known ? static_cast<Privacy>(stored) : Privacy::Unknown;
}

inline bool isSame(const Message& a, const Message& b) {
  return a.time == b.time && flagsOf(a) == flagsOf(b) && a.author == b.author && a.authorName == b.authorName &&
         a.text == b.text && a.rtf == b.rtf;
}

}  // namespace Parlour::Core::CacheRows
