// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>

#include "app/core/Types.h"
#include "app/core/match/WordMatcher.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

namespace FeedLimits {
inline constexpr qsizetype kFeeds = 50;
inline constexpr qsizetype kNameLength = 60;
inline constexpr qsizetype kWords = 20;
inline constexpr qsizetype kPeople = 50;
inline constexpr qsizetype kRooms = 200;
}  // namespace FeedLimits

// What a feed gathers, as the person chose it: messages of others that have the words, come from one of the people and
// stand in one of the rooms; an empty list asks for nothing. The feed about the person (the ego feed) gathers messages
// that name the person or have one of the words, wherever they stand.
struct FeedDefinition {
  QString id;  // stays as it is when the name changes; empty: not kept yet
  QString name;
  bool aboutMe = false;
  QStringList words;
  MatchWords match = MatchWords::Any;
  QList<SipUri> people;
  QList<RoomUri> rooms;  // empty: all that are followed or open
  bool banner = true;    // whether a hit may show a banner

  bool operator==(const FeedDefinition&) const = default;
};

// Why a definition cannot be kept; success when it can. `others` are the feeds beside it.
Status checkFeed(const FeedDefinition& feed, const QList<FeedDefinition>& others);

// A definition made ready for judging many messages. Any thread, plain value.
class FeedFilter {
 public:
  FeedFilter() = default;
  explicit FeedFilter(const FeedDefinition& feed);

  bool takes(const Message& message) const;
  QList<WordMatcher::Range> marksIn(const QString& plainText) const { return words_.rangesIn(plainText); }

 private:
  bool hasWords(const Message& message) const;

  WordMatcher words_;
  QSet<SipUri> people_;
  QSet<RoomUri> rooms_;
  bool aboutMe_ = false;
};

// A message of a feed. After a restart only its place is known until somebody asks for the text.
struct FeedHit {
  RoomUri room;
  ChatId chatId = 0;
  Timestamp time;
  std::optional<Message> message;
};

// The hits of one feed, newest first, each message once, at most kMost: the oldest go first.
class FeedHits {
 public:
  static constexpr qsizetype kMost = 1'000;

  const QList<FeedHit>& all() const { return hits_; }
  bool add(const FeedHit& hit);  // false: nothing is new
  bool remove(const RoomUri& room, const QList<ChatId>& chatIds);
  bool removeRoom(const RoomUri& room);
  bool has(const RoomUri& room) const;

 private:
  QList<FeedHit> hits_;
};

}  // namespace Parlour::Core
