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
// Addresses of rooms stay valid for the life of the index. Loop thread.
class RoomIndex {
 public:
  RoomIndex() = default;
  explicit RoomIndex(std::vector<Room> rooms);

  const std::vector<IndexedRoom>& byName() const { return rooms_; }
  const Room* find(RoomId id) const;
  const Room* find(const RoomUri& uri) const;
  const Room* findName(const QString& name) const;

  // The newest message of a room; older news than what is known is ignored.
  void noteMessage(RoomId id, ChatId chatId, Timestamp time);

 private:
  std::vector<IndexedRoom> rooms_;
  std::unordered_map<RoomId, size_t> byId_;
  std::unordered_map<RoomUri, size_t> byUri_;
  std::unordered_map<QString, size_t> byFoldedName_;
};

}  // namespace Parlour::Server
