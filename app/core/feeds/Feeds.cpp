// SPDX-License-Identifier: Apache-2.0
#include "app/core/feeds/Feeds.h"

#include <QUuid>
#include <algorithm>

namespace Parlour::Core {

namespace {

constexpr int kFeedSaveDelayMs = 2'000;
constexpr qsizetype kMostRemovedKept = 10'000;  // a room
constexpr int kTextsAtOnce = 40;

const QString kAboutMeId = QStringLiteral("about-me");
const QString kFeedsKey = QStringLiteral("feeds");

FeedHit feedHitOf(const Message& message) { return {message.room, message.chatId, message.time, message}; }

bool isLeavingAccount(const Client& client) {
  const ConnectionState state = client.status().state;
  return state == ConnectionState::SignedOut || state == ConnectionState::Refused;
}

// The person may not read the room any more, and heard of it only now.
bool isRefusedRoom(const Room& room) {
  return room.joinState() == JoinState::Failed && room.joinError() &&
         (room.joinError()->code == ErrorCode::NotFound || room.joinError()->code == ErrorCode::PermissionDenied);
}

}  // namespace

Feeds::Feeds(Client& client, LocalSettings& settings, QObject* parent)
    : QObject(parent), client_(client), settings_(settings) {
  saveSoon_.setSingleShot(true);
  saveSoon_.setInterval(kFeedSaveDelayMs);
  connect(&saveSoon_, &QTimer::timeout, this, &Feeds::save);
  load();
  for (Room* room : client.rooms()) watch(room);
  connect(&client, &Client::roomAdded, this, &Feeds::watch);
  connect(&client, &Client::roomRemoved, this, [this](const RoomUri& room) {
    if (!isLeavingAccount(client_)) roomLost(room);
  });
  connect(&client, &Client::signedIn, this, &Feeds::signedIn);
}

Feeds::~Feeds() { save(); }

// ---- which feeds there are

QStringList Feeds::ids() const {
  QStringList ids;
  for (const Live& feed : feeds_) ids.append(feed.record.definition.id);
  return ids;
}

const Feeds::Live* Feeds::find(const QString& id) const {
  const auto found =
      std::find_if(feeds_.begin(), feeds_.end(), [&](const Live& feed) { return feed.record.definition.id == id; });
  return found == feeds_.end() ? nullptr : &*found;
}

Feeds::Live* Feeds::find(const QString& id) { return const_cast<Live*>(std::as_const(*this).find(id)); }

const FeedDefinition* Feeds::definition(const QString& id) const {
  const Live* feed = find(id);
  return feed ? &feed->record.definition : nullptr;
}

QList<FeedDefinition> Feeds::definitions() const {
  QList<FeedDefinition> all;
  for (const Live& feed : feeds_) all.append(feed.record.definition);
  return all;
}

QList<FeedHit> Feeds::hits(const QString& id) const {
  const Live* feed = find(id);
  return feed ? feed->record.hits.all() : QList<FeedHit>();
}

int Feeds::unread(const QString& id) const {
  const Live* feed = find(id);
  return feed ? feed->unread : 0;
}

Result<QString> Feeds::put(FeedDefinition definition) {
  definition.name = definition.name.simplified();
  if (const Status checked = checkFeed(definition, definitions()); !checked) return checked.error();
  Live* feed = find(definition.id);
  if (feed == nullptr) {
    if (definition.aboutMe) return Error::make(ErrorCode::Conflict, tr("This feed is always there."));
    definition.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    feeds_.append(Live());
    feed = &feeds_.last();
  }
  FeedDefinition before = feed->record.definition;
  feed->record.definition = definition;
  feed->filter = FeedFilter(definition);
  before.name = definition.name;
  before.banner = definition.banner;
  if (before != definition) {
    const FeedHits old = std::exchange(feed->record.hits, FeedHits());
    for (const FeedHit& hit : old.all()) {
      if (hit.message && feed->filter.takes(*hit.message)) feed->record.hits.add(hit);
    }
    takeKnown(*feed);
    searched_.remove(definition.id);
  }
  Q_EMIT listChanged();
  told(*find(definition.id));
  return definition.id;
}

void Feeds::remove(const QString& id) {
  if (feeds_.removeIf([&](const Live& feed) { return feed.record.definition.id == id && id != kAboutMeId; }) == 0) {
    return;
  }
  saveSoon_.start();
  Q_EMIT listChanged();
}

// ---- the account

void Feeds::followAccount() {
  if (client_.me() == account_) return;
  save();
  load();
}

void Feeds::load() {
  account_ = client_.me();
  feeds_.clear();
  removed_.clear();
  searched_.clear();
  searching_.clear();
  withoutText_.clear();
  if (!account_.isEmpty()) {
    settings_.setAccount(account_);
    for (const FeedRecord& record : readFeeds(settings_.value(kFeedsKey).toByteArray())) {
      feeds_.append({record, FeedFilter(record.definition), 0});
    }
  }
  if (!find(kAboutMeId)) {
    FeedDefinition aboutMe;
    aboutMe.id = kAboutMeId;
    aboutMe.aboutMe = true;
    feeds_.prepend({{aboutMe, {}, {}}, FeedFilter(aboutMe), 0});
  }
  for (Live& feed : feeds_) {
    if (feed.record.definition.aboutMe) feed.record.definition.name = tr("About you");
    feed.unread = countUnread(feed);
  }
  Q_EMIT listChanged();
}

void Feeds::save() {
  saveSoon_.stop();
  if (account_.isEmpty()) return;
  QList<FeedRecord> records;
  for (const Live& feed : feeds_) records.append(feed.record);
  const QByteArray bytes = writeFeeds(records);
  if (settings_.value(kFeedsKey).toByteArray() != bytes) settings_.setValue(kFeedsKey, bytes);
}

// Rooms that another computer left meanwhile.
void Feeds::signedIn() {
  followAccount();
  QSet<RoomUri> gone;
  for (const Live& feed : std::as_const(feeds_)) {
    for (const FeedHit& hit : feed.record.hits.all()) {
      if (!client_.room(hit.room)) gone.insert(hit.room);
    }
  }
  for (const RoomUri& room : std::as_const(gone)) roomLost(room);
}

// ---- what the rooms bring

void Feeds::watch(Room* room) {
  followAccount();
  QList<Message> known;
  for (int row = 0; row < room->timeline().storedCount(); ++row) known.append(room->timeline().at(row));
  take(known);
  connect(room, &Room::noted, this, &Feeds::take);
  connect(room, &Room::messagesRemoved, this,
          [this, uri = room->uri()](const QList<ChatId>& chatIds) { messagesRemoved(uri, chatIds); });
  connect(room, &Room::unreadChanged, this, [this, uri = room->uri()] { recount(uri); });
  connect(room, &Room::ended, this, [this, uri = room->uri()](RoomEnding ending) {
    if (ending == RoomEnding::Removed || ending == RoomEnding::Deleted) roomLost(uri);
  });
  connect(room, &Room::changed, this, [this, room] {
    if (isRefusedRoom(*room)) roomLost(room->uri());
  });
}

void Feeds::take(const QList<Message>& messages) {
  for (Live& feed : feeds_) {
    bool news = false;
    for (const Message& message : messages) {
      const auto removed = removed_.constFind(message.room);
      if (removed != removed_.constEnd() && removed->contains(message.chatId)) continue;
      if (feed.filter.takes(message)) news = feed.record.hits.add(feedHitOf(message)) || news;
    }
    if (news) told(feed);
  }
}

void Feeds::takeKnown(Live& feed) const {
  for (const Room* room : client_.rooms()) {
    const Timeline& timeline = room->timeline();
    for (int row = 0; row < timeline.storedCount(); ++row) {
      if (feed.filter.takes(timeline.at(row))) feed.record.hits.add(feedHitOf(timeline.at(row)));
    }
  }
}

void Feeds::messagesRemoved(const RoomUri& room, const QList<ChatId>& chatIds) {
  QSet<ChatId>& removed = removed_[room];
  if (removed.size() > kMostRemovedKept) removed.clear();
  removed.unite(QSet<ChatId>(chatIds.begin(), chatIds.end()));
  for (Live& feed : feeds_) {
    if (feed.record.hits.remove(room, chatIds)) told(feed);
  }
}

void Feeds::roomLost(const RoomUri& room) {
  for (Live& feed : feeds_) {
    feed.record.readUpTo.remove(room);
    if (feed.record.hits.removeRoom(room)) told(feed);
  }
}

void Feeds::told(Live& feed) {
  feed.unread = countUnread(feed);
  saveSoon_.start();
  Q_EMIT changed(feed.record.definition.id);
}

// ---- what is unread

bool Feeds::isUnread(const QString& id, const FeedHit& hit) const {
  const Live* feed = find(id);
  if (!feed || hit.chatId <= feed->record.readUpTo.value(hit.room)) return false;
  const Room* room = client_.room(hit.room);
  return room && hit.chatId > room->readMark();
}

int Feeds::countUnread(const Live& feed) const {
  const auto& hits = feed.record.hits.all();
  const QString& id = feed.record.definition.id;
  return static_cast<int>(
      std::count_if(hits.begin(), hits.end(), [&](const FeedHit& hit) { return isUnread(id, hit); }));
}

void Feeds::recount(const RoomUri& room) {
  for (Live& feed : feeds_) {
    if (!feed.record.hits.has(room)) continue;
    const int unread = countUnread(feed);
    if (unread == feed.unread) continue;
    feed.unread = unread;
    Q_EMIT changed(feed.record.definition.id);
  }
}

void Feeds::markRead(const QString& id) {
  Live* feed = find(id);
  if (!feed || feed->unread == 0) return;
  for (const FeedHit& hit : feed->record.hits.all()) {
    ChatId& mark = feed->record.readUpTo[hit.room];
    mark = std::max(mark, hit.chatId);
  }
  told(*feed);
}

// ---- older hits and texts

void Feeds::fetch(const QString& id) {
  const Live* feed = find(id);
  if (!feed || isLeavingAccount(client_)) return;
  if (!searched_.contains(id) && !searching_.contains(id)) search(feed->record.definition);
  withoutText_.clear();
  fetchTexts(id);
}

void Feeds::search(const FeedDefinition& definition) {
  MessageSearchQuery query;
  query.words = definition.words.join(u' ');
  if (definition.aboutMe) query.words = client_.myName().section(u' ', 0, 0);
  query.allWords = definition.match == MatchWords::All;
  query.exactPhrase = definition.match == MatchWords::Exact;
  query.authors = definition.people;
  query.limitPerRoom = kSearchedPerRoom;
  for (const RoomUri& room : definition.rooms) {
    if (client_.room(room)) query.rooms.append(room);
  }
  const bool nowhere = client_.rooms().isEmpty() || (query.rooms.isEmpty() && !definition.rooms.isEmpty());
  if (nowhere || (query.words.isEmpty() && query.authors.isEmpty())) return;
  const QString id = definition.id;
  searching_.insert(id);
  client_.searchMessages(query).then(this, [this, id](const Result<QList<MessageSearchHits>>& found) {
    searching_.remove(id);
    if (found) searched_.insert(id);
    for (const MessageSearchHits& hits : found ? *found : QList<MessageSearchHits>()) take(hits.messages);
    Q_EMIT changed(id);
  });
}

// One question at a time, each for the newest text that is not here; the answer has others around it.
void Feeds::fetchTexts(const QString& id) {
  const Live* feed = find(id);
  if (!feed || asking_) return;
  const auto& hits = feed->record.hits.all();
  const auto next = std::find_if(hits.begin(), hits.end(), [&](const FeedHit& hit) {
    return !hit.message && client_.room(hit.room) && !withoutText_.contains({hit.room, hit.chatId});
  });
  if (next == hits.end()) return;
  asking_ = true;
  client_.contextOf(next->room, next->chatId, kTextsAtOnce, 0)
      .then(this, [this, id, room = next->room, chatId = next->chatId](const Result<QList<Message>>& found) {
        asking_ = false;
        takeText(id, room, chatId, found);
        fetchTexts(id);
      });
}

void Feeds::takeText(const QString& id, const RoomUri& room, ChatId chatId, const Result<QList<Message>>& found) {
  withoutText_.insert({room, chatId});
  const bool known = found && std::any_of(found->begin(), found->end(),
                                          [&](const Message& message) { return message.chatId == chatId; });
  if ((found && !known) || (!found && found.error().code == ErrorCode::NotFound)) {
    return messagesRemoved(room, {chatId});
  }
  if (!found) return;
  Live* feed = find(id);
  QList<ChatId> other;  // what the person no longer looks for, or what was removed meanwhile
  for (const FeedHit& hit : feed ? feed->record.hits.all() : QList<FeedHit>()) {
    const auto message = std::find_if(found->begin(), found->end(),
                                      [&](const Message& m) { return hit.room == room && m.chatId == hit.chatId; });
    if (message != found->end() && !feed->filter.takes(*message)) other.append(hit.chatId);
  }
  if (!other.isEmpty() && feed->record.hits.remove(room, other)) told(*feed);
  take(*found);
}

// ---- judging

QList<FeedHit> Feeds::preview(const FeedDefinition& definition) const {
  Live feed{{definition, {}, {}}, FeedFilter(definition), 0};
  takeKnown(feed);
  return feed.record.hits.all().mid(0, kPreview);
}

// Naming the person has its own rule.
std::optional<QString> Feeds::bannerFor(const Message& message) const {
  for (const Live& feed : feeds_) {
    const FeedDefinition& definition = feed.record.definition;
    if (!definition.banner || (definition.aboutMe && message.mentionsMe)) continue;
    if (feed.filter.takes(message)) return definition.name;
  }
  return std::nullopt;
}

}  // namespace Parlour::Core
