// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// A room with what searching needs prepared once.
struct IndexedRoom {
  Room room;  // role lists ascending
  QString foldedName;
  QString foldedDescription;
};

// All rooms in the order of their names, by number, by address and by name; names compare without case.
// The address of a room stays valid, through changes of the room, until the room is removed: nobody keeps it over a
// callback. Loop thread.
class RoomIndex {
 public:
  RoomIndex() = default;
  explicit RoomIndex(std::vector<Room> rooms);

  const std::vector<const IndexedRoom*>& byName() const { return byName_; }
  size_t size() const { return byId_.size(); }
  const Room* find(RoomId id) const;
  const Room* find(const RoomUri& uri) const;
  const Room* findName(const QString& name) const;

  // The newest message of a room; older news than what is known is ignored.
  void noteMessage(RoomId id, ChatId chatId, Timestamp time);
  // A new room, or the new state of a known one, which keeps its newest message.
  void put(Room room);
  void remove(RoomId id);

 private:
  void insertByName(const IndexedRoom& indexed);
  void eraseByName(const IndexedRoom& indexed);

  std::unordered_map<RoomId, IndexedRoom> byId_;  // nodes stay where they are
  std::unordered_map<RoomUri, RoomId> byUri_;
  std::vector<const IndexedRoom*> byName_;
};

}  // namespace Parlour::Server
