// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/RoomList.h"

#include <algorithm>

namespace Parlour::Core {

namespace {
const QString& roomOrderKey() {
  static const QString key = QStringLiteral("roomOrder");
  return key;
}
}  // namespace

RoomList::~RoomList() { qDeleteAll(rooms_); }

void RoomList::readOrder() { order_ = settings_.value(roomOrderKey()).toStringList(); }

qsizetype RoomList::placeFor(const QString& key) const {
  const qsizetype wanted = order_.indexOf(key);
  if (wanted < 0) return rooms_.size();
  const auto after = [&](const Room* room) {
    const qsizetype place = order_.indexOf(room->uri().toString());
    return place < 0 || place > wanted;
  };
  return std::find_if(rooms_.begin(), rooms_.end(), after) - rooms_.begin();
}

Room* RoomList::ensure(const RoomUri& uri, const QString& name) {
  if (Room* known = find(uri)) return known;
  auto room = std::make_unique<Room>(uri);
  if (!name.isEmpty()) {
    RoomSummary summary;
    summary.name = name;
    room->setSummary(summary);
  }
  const QString key = uri.toString();
  rooms_.insert(placeFor(key), room.get());
  byUri_.insert(uri, room.get());
  if (!order_.contains(key)) {
    order_.append(key);
    writeOrder();
  }
  Room* added = room.release();
  if (onAdded) onAdded(added);
  return added;
}

void RoomList::removeIfUnused(const RoomUri& uri) {
  Room* room = find(uri);
  if (room == nullptr || room->isFollowed() || room->isOpen()) return;
  order_.removeAll(uri.toString());
  writeOrder();
  remove(room);
}

void RoomList::remove(Room* room) {
  const RoomUri uri = room->uri();
  rooms_.removeOne(room);
  byUri_.remove(uri);
  if (onRemoved) onRemoved(uri);
  room->deleteLater();
}

void RoomList::clear() {
  while (!rooms_.isEmpty()) remove(rooms_.last());
}

void RoomList::move(const RoomUri& uri, int to) {
  const qsizetype from = rooms_.indexOf(find(uri));
  if (from < 0) return;
  rooms_.move(from, std::clamp<qsizetype>(to, 0, rooms_.size() - 1));
  order_.clear();
  for (const Room* room : rooms_) order_.append(room->uri().toString());
  writeOrder();
  if (onReordered) onReordered();
}

void RoomList::writeOrder() { settings_.setValue(roomOrderKey(), order_); }

}  // namespace Parlour::Core
