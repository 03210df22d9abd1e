// SPDX-License-Identifier: Apache-2.0
#include "app/core/feeds/Feed.h"

#include <QCoreApplication>
#include <algorithm>

#include "protocol/xccos/ChatText.h"

namespace Parlour::Core {

namespace {

class FeedWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Core::Feeds)
};

Error feedRefused(const QString& words) { return Error::make(ErrorCode::InvalidArgument, words); }

bool feedComesBefore(const FeedHit& a, const FeedHit& b) {
  if (a.time != b.time) return a.time > b.time;
  if (a.room != b.room) return a.room < b.room;
  return a.chatId > b.chatId;
}

}  // namespace

Status checkFeed(const FeedDefinition& feed, const QList<FeedDefinition>& others) {
  const QString name = feed.name.simplified();
  if (feed.words.size() > FeedLimits::kWords) {
    return feedRefused(FeedWords::tr("A feed has at most %n words. Take some out.", nullptr, FeedLimits::kWords));
  }
  if (feed.aboutMe) return Done();
  if (name.isEmpty()) return feedRefused(FeedWords::tr("Give the feed a name."));
  if (name.size() > FeedLimits::kNameLength) {
    return feedRefused(FeedWords::tr("The name has at most %n characters.", nullptr, FeedLimits::kNameLength));
  }
  const bool taken = std::any_of(others.begin(), others.end(), [&](const FeedDefinition& other) {
    return other.id != feed.id && other.name.compare(name, Qt::CaseInsensitive) == 0;
  });
  if (taken) return feedRefused(FeedWords::tr("There is a feed with this name. Choose another name."));
  if (WordMatcher(feed.words, feed.match).isEmpty() && feed.people.isEmpty()) {
    return feedRefused(FeedWords::tr("Add a word or a person. Without one every message would be in the feed."));
  }
  if (feed.people.size() > FeedLimits::kPeople) {
    return feedRefused(FeedWords::tr("A feed has at most %n people. Take some out.", nullptr, FeedLimits::kPeople));
  }
  if (feed.rooms.size() > FeedLimits::kRooms) {
    return feedRefused(
        FeedWords::tr("A feed has at most %n rooms. Choose all rooms instead.", nullptr, FeedLimits::kRooms));
  }
  if (feed.id.isEmpty() && others.size() >= FeedLimits::kFeeds) {
    return feedRefused(FeedWords::tr("There are %n feeds. Delete one first.", nullptr, FeedLimits::kFeeds));
  }
  return Done();
}

FeedFilter::FeedFilter(const FeedDefinition& feed)
    : words_(feed.words, feed.aboutMe ? MatchWords::Any : feed.match),
      people_(feed.people.begin(), feed.people.end()),
      rooms_(feed.rooms.begin(), feed.rooms.end()),
      aboutMe_(feed.aboutMe) {}

bool FeedFilter::hasWords(const Message& message) const {
  return words_.matches(Xccos::parseChatText(message.text).plainText());
}

bool FeedFilter::takes(const Message& message) const {
  if (message.own || message.removed || message.chatId == 0) return false;
  if (aboutMe_) return message.mentionsMe || hasWords(message);
  if (words_.isEmpty() && people_.isEmpty()) return false;
  if (!rooms_.isEmpty() && !rooms_.contains(message.room)) return false;
  if (!people_.isEmpty() && !people_.contains(message.author)) return false;
  return words_.isEmpty() || hasWords(message);
}

bool FeedHits::add(const FeedHit& hit) {
  const auto known = std::find_if(hits_.begin(), hits_.end(), [&](const FeedHit& other) {
    return other.chatId == hit.chatId && other.room == hit.room;
  });
  if (known != hits_.end()) {
    if (known->message || !hit.message) return false;
    known->message = hit.message;
    return true;
  }
  const auto at = std::lower_bound(hits_.begin(), hits_.end(), hit, feedComesBefore);
  if (at - hits_.begin() >= kMost) return false;
  hits_.insert(at, hit);
  if (hits_.size() > kMost) hits_.removeLast();
  return true;
}

bool FeedHits::remove(const RoomUri& room, const QList<ChatId>& chatIds) {
  return hits_.removeIf([&](const FeedHit& hit) { return hit.room == room && chatIds.contains(hit.chatId); }) > 0;
}

bool FeedHits::removeRoom(const RoomUri& room) {
  return hits_.removeIf([&](const FeedHit& hit) { return hit.room == room; }) > 0;
}

bool FeedHits::has(const RoomUri& room) const {
  return std::any_of(hits_.begin(), hits_.end(), [&](const FeedHit& hit) { return hit.room == room; });
}

}  // namespace Parlour::Core
