// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <functional>
#include <memory>

#include "app/core/Room.h"
#include "app/core/session/Account.h"

namespace Parlour::Core {

// Owns the rooms that are followed or open, in the person's order: new ones go last, moves are remembered on this
// computer (design guide 6). GUI thread.
class RoomList {
 public:
  explicit RoomList(AccountSettings& settings) : settings_(settings) {}
  ~RoomList();

  const QList<Room*>& rooms() const { return rooms_; }
  Room* find(const RoomUri& uri) const { return byUri_.value(uri); }
  Room* ensure(const RoomUri& uri, const QString& name = {});
  void removeIfUnused(const RoomUri& uri);  // neither followed nor open
  void clear();
  void move(const RoomUri& uri, int to);
  void readOrder();  // after the account is known

  std::function<void(Room*)> onAdded;
  std::function<void(const RoomUri&)> onRemoved;
  std::function<void()> onReordered;

 private:
  qsizetype placeFor(const QString& key) const;
  void writeOrder();
  void remove(Room* room);

  AccountSettings& settings_;
  QList<Room*> rooms_;
  QHash<RoomUri, Room*> byUri_;
  QStringList order_;
};

}  // namespace Parlour::Core
