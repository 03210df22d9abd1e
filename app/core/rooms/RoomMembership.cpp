// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/RoomMembership.h"

#include "app/core/Words.h"

namespace Parlour::Core {

RoomMembership::RoomMembership(const Services& services) : s_(services) {
  s_.joiner.onJoined = [this](Room& room) {
    s_.invitations.roomJoined(room.uri());
    if (room.isOpen()) s_.opened.add(room.uri(), room.summary().name);
  };
}

void RoomMembership::settle(Room& room, HistoryPager::OnCaughtUp done) {
  s_.pager.catchUp(room, [this, uri = room.uri(), done = std::move(done)](const Result<int>& missed) {
    if (Room* settled = s_.rooms.find(uri)) {
      s_.readMarks.restore(*settled);
      if (settled->joinState() == JoinState::Joined) s_.outbox.roomReady(uri);
      if (missed && *missed > 0 && onCaughtUp) onCaughtUp(*settled, *missed);
    }
    done(missed);
  });
}

void RoomMembership::enter(const RoomUri& uri, OnStatus done) {
  s_.joiner.join(uri, [this, uri, done = std::move(done)](const Status& joined) {
    Room* room = s_.rooms.find(uri);
    if (!joined || room == nullptr) return done(joined);
    settle(*room, [done](const Result<int>&) { done(success()); });
  });
}

void RoomMembership::reenter(const RoomUri& uri) {
  const Room* room = s_.rooms.find(uri);
  if (room != nullptr && room->joinState() == JoinState::Failed) enter(uri, [](const Status&) {});
}

void RoomMembership::open(const RoomUri& uri, std::function<void(const Result<Room*>&)> done) {
  Room* room = s_.rooms.ensure(uri);
  const bool joined = room->joinState() == JoinState::Joined;
  const bool wasOpen = room->isOpen();
  if (room->ending() == RoomEnding::Deleted) return done(Words::ending(RoomEnding::Deleted));
  room->setOpen(true);
  if (joined) {
    s_.opened.add(uri, room->summary().name);
    return done(room);
  }
  enter(uri, [this, uri, wasOpen, done = std::move(done)](const Status& status) {
    Room* entered = s_.rooms.find(uri);
    if (status && entered != nullptr) return done(entered);
    // A room that the person cannot be in any more stays where it was, with what was read of it.
    if (entered != nullptr && !wasOpen) entered->setOpen(false);
    if (!wasOpen) s_.opened.remove(uri);
    s_.rooms.removeIfUnused(uri);
    done(status ? Error::make(ErrorCode::Cancelled, Words::tr("The room was closed meanwhile.")) : status.error());
  });
}

void RoomMembership::close(const RoomUri& uri, OnStatus done) {
  s_.opened.remove(uri);
  Room* room = s_.rooms.find(uri);
  if (room == nullptr) return done(success());
  room->setOpen(false);
  leaveIfUnused(uri, std::move(done));
}

void RoomMembership::leaveIfUnused(const RoomUri& uri, OnStatus done) {
  const Room* room = s_.rooms.find(uri);
  if (room == nullptr || room->isFollowed() || room->isOpen()) return done(success());
  const bool joined = room->joinState() == JoinState::Joined;
  s_.outbox.roomGone(uri);
  s_.rooms.removeIfUnused(uri);
  if (!joined) return done(success());
  s_.joiner.part(uri, std::move(done));
}

void RoomMembership::follow(const RoomUri& uri, const QString& name, OnStatus done) {
  s_.followed.follow(uri, name, std::move(done));
}

void RoomMembership::unfollow(const RoomUri& uri, OnStatus done) { s_.followed.unfollow(uri, std::move(done)); }

void RoomMembership::syncFollowed() {
  for (const FollowedRooms::Entry& entry : s_.followed.rooms()) {
    Room* room = s_.rooms.ensure(entry.room, entry.name);
    room->setFollowed(true);
    if (room->newestKnown() != 0) s_.readMarks.markedElsewhere(*room, entry.readMark);
    if (joinsAtOnce_ && room->joinState() == JoinState::NotJoined) enter(entry.room, [](const Status&) {});
  }
  const QList<Room*> rooms = s_.rooms.rooms();
  for (Room* room : rooms) {
    if (!room->isFollowed() || s_.followed.contains(room->uri())) continue;
    room->setFollowed(false);
    leaveIfUnused(room->uri(), [](const Status&) {});
  }
}

}  // namespace Parlour::Core
