// SPDX-License-Identifier: Apache-2.0
#include "app/core/notify/MentionLog.h"

#include <algorithm>

#include "protocol/xccos/ChatText.h"

namespace Parlour::Core {

MentionLog::MentionLog(Client& client, KeywordIn keywordIn, QObject* parent)
    : QObject(parent), client_(client), keywordIn_(std::move(keywordIn)) {
  for (Room* room : client.rooms()) watch(room);
  connect(&client, &Client::roomAdded, this, &MentionLog::watch);
  connect(&client, &Client::roomRemoved, this, [this](const RoomUri& uri) {
    if (hits_.removeIf([&](const Hit& hit) { return hit.message.room == uri; }) > 0) Q_EMIT changed();
  });
}

void MentionLog::watch(Room* room) {
  QList<Message> known;
  for (int row = 0; row < room->timeline().storedCount(); ++row) known.append(room->timeline().at(row));
  take(room->summary().name, known);
  connect(room, &Room::noted, this,
          [this, room](const QList<Message>& messages) { take(room->summary().name, messages); });
  connect(room, &Room::messagesRemoved, this,
          [this, uri = room->uri()](const QList<ChatId>& ids) { remove(uri, ids); });
}

void MentionLog::take(const QString& roomName, const QList<Message>& messages) {
  bool news = false;
  for (const Message& message : messages) {
    if (message.own || message.removed || message.chatId == 0) continue;
    Hit hit{message, roomName, {}};
    if (!message.mentionsMe) {
      const auto keyword = keywordIn_(Xccos::parseChatText(message.text).plainText());
      if (!keyword) continue;
      hit.keyword = *keyword;
    }
    news = insert(hit) || news;
  }
  if (news) Q_EMIT changed();
}

bool MentionLog::insert(const Hit& hit) {
  const auto newer = [](const Hit& a, const Hit& b) {
    if (a.message.time != b.message.time) return a.message.time > b.message.time;
    if (a.message.room != b.message.room) return a.message.room.toString() < b.message.room.toString();
    return a.message.chatId > b.message.chatId;
  };
  const auto at = std::lower_bound(hits_.begin(), hits_.end(), hit, newer);
  const bool known =
      at != hits_.end() && at->message.room == hit.message.room && at->message.chatId == hit.message.chatId;
  if (known || at - hits_.begin() >= kMost) return false;
  hits_.insert(at, hit);
  if (hits_.size() > kMost) hits_.removeLast();
  return true;
}

void MentionLog::remove(const RoomUri& room, const QList<ChatId>& chatIds) {
  const auto gone =
      hits_.removeIf([&](const Hit& hit) { return hit.message.room == room && chatIds.contains(hit.message.chatId); });
  if (gone > 0) Q_EMIT changed();
}

void MentionLog::search() {
  if (searching_ || client_.rooms().isEmpty() || client_.myName().isEmpty()) return;
  searching_ = true;
  MessageSearchQuery query;
  query.words = client_.myName().section(u' ', 0, 0);
  query.limitPerRoom = kSearchedPerRoom;
  client_.searchMessages(query).then(this, [this](const Result<QList<MessageSearchHits>>& found) {
    searching_ = false;
    for (const MessageSearchHits& hits : found ? *found : QList<MessageSearchHits>())
      take(hits.roomName, hits.messages);
    Q_EMIT changed();
  });
}

}  // namespace Parlour::Core
