// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/timeline/LongRoom.h"

#include <algorithm>
#include <utility>

#include "app/core/timeline/HistoryPager.h"

namespace Parlour::Perf {
namespace {

constexpr ChatId kPageOfRoom = Core::HistoryPager::kPage;
constexpr ChatId kRecentOfRoom = Core::HistoryPager::kRecent;
constexpr int kAuthors = 12;
constexpr qint64 kFirstMs = 1'700'000'000'000;
constexpr qint64 kStepMs = 97'000;

// From one word to some lines, with what rows have to parse: marks, links, emoticons, mentions.
QString textOf(ChatId chatId) {
  static const QStringList pieces{
      QStringLiteral("EURUSD fixing is at 16:00 London."),
      QStringLiteral("See https://status.bench.example/board for the *open* tickets :)"),
      QStringLiteral("@Ada Quince can you take the next one?"),
      QStringLiteral("Done."),
      QStringLiteral("The limit check of the second venue is slow again; restarted the adapter, order flow is back, "
                     "watching the queue for ten more minutes before I close this."),
  };
  QString text = QStringLiteral("%1 ").arg(chatId);
  for (ChatId piece = 0; piece <= chatId % 4; ++piece) {
    text +=
        pieces.at(static_cast<int>((chatId * 7 + piece * 3) % static_cast<ChatId>(pieces.size()))) + QLatin1Char(' ');
  }
  return text.trimmed();
}

}  // namespace

LongRoom::LongRoom(ChatId messages) : room_(*RoomUri::fromParts("bench.example", "long")), newest_(messages) {
  Core::RoomSummary summary = room_.summary();
  summary.name = QStringLiteral("Long room");
  room_.setSummary(summary);
}

Core::Message LongRoom::message(ChatId chatId) const {
  Core::Message message;
  message.room = room_.uri();
  message.chatId = chatId;
  const int author = static_cast<int>((chatId / 3) % kAuthors);
  message.author = SipUri::fromTrusted("sip:user" + QByteArray::number(author) + "@bench.example");
  message.authorName = QStringLiteral("User Number %1").arg(author);
  message.time = Timestamp::fromMs(kFirstMs + static_cast<qint64>(chatId) * kStepMs);
  message.alert = chatId % 200 == 0;
  message.text = textOf(chatId);
  return message;
}

QList<Core::Message> LongRoom::run(ChatId first, ChatId last) const {
  QList<Core::Message> messages;
  for (ChatId chatId = std::max<ChatId>(1, first); chatId <= std::min(last, newest_); ++chatId) {
    messages.append(message(chatId));
  }
  return messages;
}

void LongRoom::showNewest() { room_.timeline().resetTo(run(newest_ - kRecentOfRoom + 1, newest_), false, true); }

void LongRoom::showAround(ChatId chatId) {
  room_.timeline().resetTo(run(chatId - kPageOfRoom / 2, chatId + kPageOfRoom / 2), false, false);
}

void LongRoom::fetchOlder() {
  answerLater([this] {
    const ChatId oldest = room_.timeline().oldestChatId();
    if (oldest <= 1 || room_.timeline().atStart()) return;
    const ChatId first = oldest > kPageOfRoom ? oldest - kPageOfRoom : 1;
    room_.timeline().prependPage(run(first, oldest - 1), first == 1);
  });
}

void LongRoom::fetchNewer() {
  answerLater([this] {
    const ChatId newest = room_.timeline().newestChatId();
    if (room_.timeline().atEnd()) return;
    room_.timeline().appendPage(run(newest + 1, newest + kPageOfRoom), newest + kPageOfRoom >= newest_);
  });
}

// One page at a time, and never from inside the wish for it, as over a network.
void LongRoom::answerLater(std::function<void()> answer) {
  if (std::exchange(underWay_, true)) return;
  QMetaObject::invokeMethod(
      this,
      [this, answer = std::move(answer)] {
        underWay_ = false;
        answer();
      },
      Qt::QueuedConnection);
}

void LongRoom::postOne() {
  ++newest_;
  room_.timeline().addLive(message(newest_));
}

}  // namespace Parlour::Perf
