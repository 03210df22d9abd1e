// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/cache/MessageCache.h"

namespace Parlour::Testing {

inline SipUri cacheOwner() { return SipUri::fromTrusted("sip:ada@orchard.example"); }

inline RoomUri cacheRoom(int number = 1) {
  return *RoomUri::fromParts("orchard.example", "room" + QByteArray::number(number));
}

inline Core::Message cacheMessage(const RoomUri& room, ChatId chatId, const QString& text) {
  Core::Message message;
  message.room = room;
  message.chatId = chatId;
  message.author = chatId % 3 == 0 ? cacheOwner() : SipUri::fromTrusted("sip:bo@orchard.example");
  message.authorName = chatId % 3 == 0 ? QStringLiteral("Ada Quince") : QStringLiteral("Bo Lind");
  message.own = chatId % 3 == 0;
  message.time = Timestamp::fromMs(1'900'000'000'000 + static_cast<qint64>(chatId) * 60'000);
  message.alert = chatId % 5 == 0;
  message.text = text;
  return message;
}

// Messages `first` to `last`, all there are between them.
inline Core::CachedRun cacheRun(const RoomUri& room, ChatId first, ChatId last,
                                const QString& text = QStringLiteral("low water at the pier")) {
  Core::CachedRun run{room, first, last, {}};
  for (ChatId id = first; id <= last; ++id) run.messages.append(cacheMessage(room, id, text));
  return run;
}

inline Core::CachedRoom cachedRoom(const RoomUri& room, const QString& name = QStringLiteral("Tide tables")) {
  Core::CachedRoom cached;
  cached.summary.uri = room;
  cached.summary.name = name;
  cached.followed = true;
  return cached;
}

inline QList<ChatId> idsOf(const QList<Core::Message>& messages) {
  QList<ChatId> ids;
  for (const Core::Message& message : messages) ids.append(message.chatId);
  return ids;
}

inline Core::MessageSearchQuery cacheSearch(const QString& words) {
  Core::MessageSearchQuery query;
  query.words = words;
  return query;
}

}  // namespace Parlour::Testing
