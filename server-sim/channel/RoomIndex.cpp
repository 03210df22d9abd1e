// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RoomIndex.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

IndexedRoom indexedRoom(Room room) {
  for (auto* list : {&room.members, &room.managers, &room.presenters}) std::sort(list->begin(), list->end());
  QString name = room.name.toCaseFolded();
  QString description = room.description.toCaseFolded();
  return IndexedRoom{std::move(room), std::move(name), std::move(description)};
}

bool isBeforeByName(const IndexedRoom* a, const IndexedRoom* b) {
  const int order = a->foldedName.compare(b->foldedName);
  return order != 0 ? order < 0 : a->room.id < b->room.id;
}

}  // namespace

RoomIndex::RoomIndex(std::vector<Room> rooms) {
  byId_.reserve(rooms.size());
  byName_.reserve(rooms.size());
  for (Room& room : rooms) {
    const RoomId id = room.id;
    const auto [place, added] = byId_.emplace(id, indexedRoom(std::move(room)));
    if (!added) continue;
    byUri_.emplace(place->second.room.uri, id);
    byName_.push_back(&place->second);
  }
  std::sort(byName_.begin(), byName_.end(), isBeforeByName);
}

const Room* RoomIndex::find(RoomId id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &found->second.room;
}

const Room* RoomIndex::find(const RoomUri& uri) const {
  const auto found = byUri_.find(uri);
  return found == byUri_.end() ? nullptr : find(found->second);
}

const Room* RoomIndex::findName(const QString& name) const {
  const QString folded = name.toCaseFolded();
  const auto place =
      std::lower_bound(byName_.begin(), byName_.end(), folded,
                       [](const IndexedRoom* indexed, const QString& sought) { return indexed->foldedName < sought; });
  return place == byName_.end() || (*place)->foldedName != folded ? nullptr : &(*place)->room;
}

void RoomIndex::noteMessage(RoomId id, ChatId chatId, Timestamp time) {
  const auto found = byId_.find(id);
  if (found == byId_.end()) return;
  Room& room = found->second.room;
  if (chatId <= room.lastChatId) return;
  room.lastChatId = chatId;
  room.lastTime = time;
}

void RoomIndex::put(Room room) {
  const RoomId id = room.id;
  const auto known = byId_.find(id);
  if (known == byId_.end()) {
    IndexedRoom& added = byId_.emplace(id, indexedRoom(std::move(room))).first->second;
    byUri_[added.room.uri] = id;
    return insertByName(added);
  }
  room.lastChatId = known->second.room.lastChatId;
  room.lastTime = known->second.room.lastTime;
  eraseByName(known->second);
  known->second = indexedRoom(std::move(room));
  insertByName(known->second);
}

void RoomIndex::remove(RoomId id) {
  const auto known = byId_.find(id);
  if (known == byId_.end()) return;
  eraseByName(known->second);
  byUri_.erase(known->second.room.uri);
  byId_.erase(known);
}

void RoomIndex::insertByName(const IndexedRoom& indexed) {
  byName_.insert(std::lower_bound(byName_.begin(), byName_.end(), &indexed, isBeforeByName), &indexed);
}

void RoomIndex::eraseByName(const IndexedRoom& indexed) {
  const auto place = std::lower_bound(byName_.begin(), byName_.end(), &indexed, isBeforeByName);
  if (place != byName_.end() && *place == &indexed) byName_.erase(place);
}

}  // namespace Parlour::Server
