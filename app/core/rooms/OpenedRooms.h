// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/session/Account.h"

namespace Parlour::Core {

// The rooms that are open on this computer, remembered for the next sign-in when the option is on (product SI-9).
class OpenedRooms {
 public:
  struct Entry {
    RoomUri room;
    QString name;
  };

  explicit OpenedRooms(AccountSettings& settings) : settings_(settings) {}

  QList<Entry> rooms() const;
  void add(const RoomUri& room, const QString& name);  // or takes over the new name
  void remove(const RoomUri& room);

 private:
  void write(const QList<Entry>& rooms);

  AccountSettings& settings_;
};

}  // namespace Parlour::Core
