// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/program/Application.h"
#include "tests/perf/load/Report.h"

namespace Parlour::Perf {

// The whole client in this process, as the program `parlour` makes it, with a profile in a directory of the bench. What
// is measured is wall time until the window has been repainted, so it is for quiet machines.
class ClientDesk {
 public:
  // Prints why and gives null when there is no client.
  static std::unique_ptr<ClientDesk> open(const QString& profileDirectory);

  // Until every followed room is joined and the window painted; false when that takes longer than a minute.
  bool signIn(const QString& address, int port, int rooms);
  // The server of the last time does not answer: rooms come from the cache.
  bool signInWithoutServer(const QString& address, int port, int rooms);
  // Opens so many of the rooms one after the other; the times until each is painted.
  ScenarioResult openRooms(int count);
  ScenarioResult pageBack(int pages);
  // Does nothing for so long; the processor time of all threads meanwhile.
  ScenarioResult idle(int seconds);
  ScenarioResult roomList();
  ScenarioResult people(int count);

 private:
  explicit ClientDesk(std::unique_ptr<Program::Application> application) : application_(std::move(application)) {}
  bool runUntil(const std::function<bool()>& reached) const;
  bool begin(const QString& address, int port, const std::function<bool()>& reached);
  double paintedRoomMs(const RoomUri& room);

  std::unique_ptr<Program::Application> application_;
};

}  // namespace Parlour::Perf
