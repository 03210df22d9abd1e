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

}  // namespace

RoomIndex::RoomIndex(std::vector<Room> rooms) {
  rooms_.reserve(rooms.size());
  for (Room& room : rooms) rooms_.push_back(indexedRoom(std::move(room)));
  std::sort(rooms_.begin(), rooms_.end(), [](const IndexedRoom& a, const IndexedRoom& b) {
    const int order = a.foldedName.compare(b.foldedName);
    return order != 0 ? order < 0 : a.room.id < b.room.id;
  });
  for (size_t row = 0; row < rooms_.size(); ++row) {
    byId_.emplace(rooms_[row].room.id, row);
    byUri_.emplace(rooms_[row].room.uri, row);
    byFoldedName_.emplace(rooms_[row].foldedName, row);
  }
}

const Room* RoomIndex::find(RoomId id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &rooms_[found->second].room;
}

const Room* RoomIndex::find(const RoomUri& uri) const {
  const auto found = byUri_.find(uri);
  return found == byUri_.end() ? nullptr : &rooms_[found->second].room;
}

const Room* RoomIndex::findName(const QString& name) const {
  const auto found = byFoldedName_.find(name.toCaseFolded());
  return found == byFoldedName_.end() ? nullptr : &rooms_[found->second].room;
}

void RoomIndex::noteMessage(RoomId id, ChatId chatId, Timestamp time) {
  const auto found = byId_.find(id);
  if (found == byId_.end()) return;
  Room& room = rooms_[found->second].room;
  if (chatId <= room.lastChatId) return;
  room.lastChatId = chatId;
  room.lastTime = time;
}

}  // namespace Parlour::Server
