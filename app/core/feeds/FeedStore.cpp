// SPDX-License-Identifier: Apache-2.0
#include "app/core/feeds/FeedStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Parlour::Core {

namespace {

constexpr qsizetype kMostFeedBytes = 8 * 1024 * 1024;
const QStringList kManners{QStringLiteral("all"), QStringLiteral("any"), QStringLiteral("exact")};

template <typename Uri>
QJsonArray urisToJson(const QList<Uri>& uris) {
  QJsonArray array;
  for (const Uri& uri : uris) array.append(uri.toString());
  return array;
}

template <typename Uri>
QList<Uri> urisFromJson(const QJsonArray& array, qsizetype most) {
  QList<Uri> uris;
  for (const QJsonValue& value : array) {
    const Result<Uri> uri = Uri::parse(value.toString().toUtf8());
    if (uri && uris.size() < most) uris.append(*uri);
  }
  return uris;
}

QJsonObject hitsToJson(const FeedHits& hits) {
  QHash<RoomUri, QJsonArray> rooms;
  for (const FeedHit& hit : hits.all()) {
    QJsonArray& places = rooms[hit.room];
    places.append(QString::number(hit.chatId));
    places.append(hit.time.ticks);
  }
  QJsonObject json;
  for (auto it = rooms.cbegin(); it != rooms.cend(); ++it) json.insert(it.key().toString(), it.value());
  return json;
}

void readHits(const QJsonObject& json, FeedHits& hits) {
  for (auto it = json.begin(); it != json.end(); ++it) {
    const Result<RoomUri> room = RoomUri::parse(it.key().toUtf8());
    const QJsonArray places = it.value().toArray();
    for (qsizetype i = 0; room && i + 1 < places.size() && i < 2 * FeedHits::kMost; i += 2) {
      const ChatId chatId = places.at(i).toString().toULongLong();
      const qint64 ticks = places.at(i + 1).toInteger(-1);
      if (chatId != 0 && ticks > 0) hits.add({*room, chatId, Timestamp{ticks}, std::nullopt});
    }
  }
}

QJsonObject feedToJson(const FeedRecord& feed) {
  const FeedDefinition& definition = feed.definition;
  QJsonObject read;
  for (auto it = feed.readUpTo.cbegin(); it != feed.readUpTo.cend(); ++it) {
    read.insert(it.key().toString(), QString::number(it.value()));
  }
  return {{QStringLiteral("id"), definition.id},
          {QStringLiteral("name"), definition.name},
          {QStringLiteral("aboutMe"), definition.aboutMe},
          {QStringLiteral("words"), QJsonArray::fromStringList(definition.words)},
          {QStringLiteral("match"), kManners.at(static_cast<qsizetype>(definition.match))},
          {QStringLiteral("people"), urisToJson(definition.people)},
          {QStringLiteral("rooms"), urisToJson(definition.rooms)},
          {QStringLiteral("banner"), definition.banner},
          {QStringLiteral("read"), read},
          {QStringLiteral("hits"), hitsToJson(feed.hits)}};
}

FeedRecord feedFromJson(const QJsonObject& json) {
  FeedRecord feed;
  FeedDefinition& definition = feed.definition;
  definition.id = json.value(QStringLiteral("id")).toString().left(FeedLimits::kNameLength);
  definition.name = json.value(QStringLiteral("name")).toString().simplified();
  definition.aboutMe = json.value(QStringLiteral("aboutMe")).toBool();
  for (const QJsonValue& word : json.value(QStringLiteral("words")).toArray()) {
    definition.words.append(word.toString().simplified().left(WordMatcher::kLongestWord));
  }
  definition.words.removeAll(QString());
  const qsizetype manner = kManners.indexOf(json.value(QStringLiteral("match")).toString());
  definition.match = manner < 0 ? MatchWords::Any : static_cast<MatchWords>(manner);
  definition.people = urisFromJson<SipUri>(json.value(QStringLiteral("people")).toArray(), FeedLimits::kPeople);
  definition.rooms = urisFromJson<RoomUri>(json.value(QStringLiteral("rooms")).toArray(), FeedLimits::kRooms);
  definition.banner = json.value(QStringLiteral("banner")).toBool(true);
  const QJsonObject read = json.value(QStringLiteral("read")).toObject();
  for (auto it = read.begin(); it != read.end(); ++it) {
    if (const auto room = RoomUri::parse(it.key().toUtf8())) {
      feed.readUpTo.insert(*room, it.value().toString().toULongLong());
    }
  }
  readHits(json.value(QStringLiteral("hits")).toObject(), feed.hits);
  return feed;
}

}  // namespace

QByteArray writeFeeds(const QList<FeedRecord>& feeds) {
  QJsonArray array;
  for (const FeedRecord& feed : feeds) array.append(feedToJson(feed));
  return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<FeedRecord> readFeeds(const QByteArray& bytes) {
  QList<FeedRecord> feeds;
  if (bytes.size() > kMostFeedBytes) return feeds;
  QList<FeedDefinition> known;
  for (const QJsonValue& value : QJsonDocument::fromJson(bytes).array()) {
    FeedRecord feed = feedFromJson(value.toObject());
    const bool twice = std::any_of(known.begin(), known.end(), [&](const FeedDefinition& other) {
      return other.id == feed.definition.id || (other.aboutMe && feed.definition.aboutMe);
    });
    if (feed.definition.id.isEmpty() || twice || known.size() > FeedLimits::kFeeds) continue;
    if (!checkFeed(feed.definition, known).ok()) continue;
    known.append(feed.definition);
    feeds.append(feed);
  }
  return feeds;
}

}  // namespace Parlour::Core
