// SPDX-License-Identifier: Apache-2.0
#include "app/core/cache/RoomCache.h"

namespace Parlour::Core {

namespace {
constexpr qint64 kSaveDelayMs = 500;
}  // namespace

void RoomCache::begin(const SipUri& account, bool reopenRooms, std::function<void()> done) {
  if (cache_ == nullptr) return done();
  lifetime_.renew();
  open_ = true;
  const auto opened = [this, reopenRooms, done = std::move(done)](const Result<QList<CachedRoom>>& rooms) {
    if (rooms) seed(*rooms, reopenRooms);
    done();
  };
  cache_->open(account, lifetime_.guard(opened));
}

void RoomCache::end() {
  if (!isOn()) return;
  save();
  lifetime_.renew();
  seeded_.clear();
  open_ = false;
  cache_->close();
}

// When the server was faster, what it told about the list counts.
void RoomCache::seed(const QList<CachedRoom>& rooms, bool reopenRooms) {
  const bool onlyKnown = listIsKnown && listIsKnown();
  for (const CachedRoom& cached : rooms) {
    const RoomUri uri = cached.summary.uri;
    const bool wanted = cached.followed || (cached.opened && reopenRooms);
    Room* room = rooms_.find(uri);
    if (room == nullptr && (!wanted || onlyKnown)) continue;
    if (room == nullptr) {
      seeding_ = true;
      room = rooms_.ensure(uri, cached.summary.name);
      seeding_ = false;
      room->setSummary(cached.summary);
      room->setFollowed(cached.followed);
      if (cached.opened && reopenRooms) room->setOpen(true);
    }
    newest(uri, kShownAtStart, [this, uri](const CachedRun& run) { fill(uri, run); });
  }
}

void RoomCache::fill(const RoomUri& uri, const CachedRun& run) {
  Room* room = rooms_.find(uri);
  if (room == nullptr || run.messages.isEmpty()) return;
  Timeline& timeline = room->timeline();
  if (timeline.storedCount() > 0 || room->newestKnown() != 0) return;
  room->noteMessages(run.messages);
  seeded_.insert(uri);
  timeline.resetTo(run.messages, run.first <= 1, true);
  readMarks_.restore(*room);
}

// ---- what comes and goes

void RoomCache::roomAdded(Room& room) {
  if (!isOn()) return;
  if (!seeding_) cache_->keepRoom({room.summary(), room.isFollowed(), room.isOpen()});
  QObject::connect(&room, &Room::changed, &room, lifetime_.guard([this, &room] { roomChanged(room); }));
  QObject::connect(&room, &Room::ended, &room, lifetime_.guard([this, &room](RoomEnding ending) {
    if (ending == RoomEnding::Removed || ending == RoomEnding::Deleted) roomLeft(room.uri());
  }));
}

// Who lost a room while this computer was off must not go on reading it here.
void RoomCache::roomChanged(Room& room) {
  const bool refused =
      room.joinState() == JoinState::Failed && room.joinError() &&
      (room.joinError()->code == ErrorCode::NotFound || room.joinError()->code == ErrorCode::PermissionDenied);
  if (refused && room.ending() == RoomEnding::None) {
    roomLeft(room.uri());
    if (seeded_.remove(room.uri())) room.timeline().resetTo({}, true, true);
    return;
  }
  changed_.insert(room.uri());
  if (!saveTimer_.isRunning()) saveTimer_.start(kSaveDelayMs, [this] { save(); });
}

void RoomCache::save() {
  saveTimer_.stop();
  if (!isOn()) return;
  for (const RoomUri& uri : std::exchange(changed_, {})) {
    const Room* room = rooms_.find(uri);
    const bool gone = room == nullptr || room->ending() == RoomEnding::Removed || room->ending() == RoomEnding::Deleted;
    if (!gone) cache_->keepRoom({room->summary(), room->isFollowed(), room->isOpen()});
  }
}

void RoomCache::roomLeft(const RoomUri& room) {
  changed_.remove(room);
  if (isOn()) cache_->forgetRoom(room);
}

void RoomCache::keep(const RoomUri& room, ChatId first, ChatId last, const QList<Message>& messages) {
  if (!isOn() || first == 0 || messages.isEmpty()) return;
  cache_->keep({room, first, last, messages});
}

void RoomCache::keepLive(const Message& message) { keep(message.room, message.chatId, message.chatId, {message}); }

void RoomCache::removed(const RoomUri& room, const QList<ChatId>& chatIds, const std::optional<QString>& replacement) {
  if (isOn()) cache_->remove(room, chatIds, replacement);
}

// ---- reading

MessageCache::Answer<CachedRun> RoomCache::guarded(OnRun done) const {
  return lifetime_.guard([done = std::move(done)](const Result<CachedRun>& run) { done(run ? *run : CachedRun()); });
}

void RoomCache::newest(const RoomUri& room, int count, OnRun done) {
  if (!isOn()) return done({});
  cache_->newest(room, count, guarded(std::move(done)));
}

void RoomCache::before(const RoomUri& room, ChatId chatId, int count, OnRun done) {
  if (!isOn()) return done({});
  cache_->before(room, chatId, count, guarded(std::move(done)));
}

void RoomCache::after(const RoomUri& room, ChatId chatId, int count, OnRun done) {
  if (!isOn()) return done({});
  cache_->after(room, chatId, count, guarded(std::move(done)));
}

void RoomCache::around(const RoomUri& room, ChatId chatId, int older, int newer, OnRun done) {
  if (!isOn()) return done({});
  cache_->around(room, chatId, older, newer, guarded(std::move(done)));
}

void RoomCache::search(const MessageSearchQuery& query, OnHits done) {
  if (!isOn()) return done({});
  cache_->search(query, lifetime_.guard([done = std::move(done)](const Result<QList<MessageSearchHits>>& hits) {
    done(hits ? *hits : QList<MessageSearchHits>());
  }));
}

}  // namespace Parlour::Core
