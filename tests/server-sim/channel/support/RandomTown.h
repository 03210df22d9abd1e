// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "tests/server-sim/channel/support/Actors.h"
#include "tests/server-sim/channel/support/MemoryStore.h"
#include "tests/server-sim/channel/support/RevealWatch.h"

namespace Parlour::Server::Testing {

// People of the harbour, and a few more, who do whatever they please: join, talk, search, manage rooms of theirs and
// of others; and administrators who change people, groups, categories and policies meanwhile. The store answers
// now and then. The same seed gives the same story.
class RandomTown {
 public:
  explicit RandomTown(quint32 seed);

  void step();
  // Lets everybody in again and founds a room, so that the story does not end with nobody left to tell it.
  void repair();
  // Lets the store finish and compares memory with what it holds; empty when all is well.
  QString settle();

  RevealWatch watch;
  FakeClock clock;
  MemoryStore store;
  ChannelService service;
  int refusals = 0;  // of the wishes of the administrator at the server

 private:
  static Snapshot snapshot();
  int below(int count) { return static_cast<int>(random_() % static_cast<quint32>(count)); }
  bool chance(int percent) { return below(100) < percent; }
  template <typename T>
  const T& oneOf(const std::vector<T>& items) {
    return items[static_cast<size_t>(below(static_cast<int>(items.size())))];
  }
  QString mark() { return QStringLiteral("Z%1q").arg(++lastMark_); }

  SessionId anySession();
  void say(SessionId session, const Xccos::Command& command, RoomId about = 0);
  void talk(SessionId session);
  void look(SessionId session);
  void manage(SessionId session);
  void administerByWire(SessionId session);
  void administer();
  void submit(const Wish& wish);
  const Room& anyRoom();
  // Mostly one that the user of the session manages.
  const Room& roomToManage(SessionId session);
  const Category& anyCategory();
  QByteArray anyAddress();
  Xccos::RoleList anyList(const std::vector<Xccos::RoleType>& types);
  Xccos::ChanInfo anyChange();
  Xccos::JoinRequest requestTo(const Room& room);

  std::mt19937 random_;
  int lastMark_ = 0;
  EnvId lastEnvId_ = 1;
  std::map<PrincipalId, std::vector<SessionId>> sessions_;
  std::map<SessionId, PrincipalId> users_;
};

}  // namespace Parlour::Server::Testing
