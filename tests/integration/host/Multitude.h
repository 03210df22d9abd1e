// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "tests/integration/host/LightUser.h"

namespace Parlour::Tests {

// An organisation of `users` people, user0 and so on, with one open room.
inline QByteArray multitudeOrganisation(int users) {
  QByteArray people;
  for (int i = 0; i < users; ++i) {
    const QByteArray number = QByteArray::number(i);
    people +=
        (i > 0 ? ",{\"address\":\"user" : "{\"address\":\"user") + number + "\",\"name\":\"User " + number + "\"}";
  }
  return R"({"domain": "orchard.example", "name": "Orchard", "users": [)" + people + R"(],
    "categories": [{"name": "All", "allowed": ["everyone"], "history": true, "invitations": true}],
    "rooms": [{"name": "Square", "guid": "0b1f6f3c-8a55-4c7e-9d35-6f2f0f9d1a10", "category": "All", "privacy": "open"}]})";
}

// Many light users with their loop.
struct Multitude {
  Perf::EventLoop loop;
  LightPlan plan;
  std::vector<std::unique_ptr<LightUser>> users;

  Multitude(int port, int count) {
    plan.port = port;
    plan.roomGuid = "0b1f6f3c-8a55-4c7e-9d35-6f2f0f9d1a10";
    for (int i = 0; i < count; ++i)
      users.push_back(std::make_unique<LightUser>("user" + std::to_string(i), plan, loop));
  }
  void signInAll() const {
    for (const auto& user : users) user->signIn();
  }
  bool waitUntil(const std::function<bool()>& done, int seconds = 60) {
    return loop.runUntil(done, std::chrono::steady_clock::now() + std::chrono::seconds(seconds));
  }
  bool waitUntilIn(int seconds = 60) {
    return waitUntil([this] { return failure() != nullptr || count(&LightUser::isIn) == users.size(); }, seconds) &&
           failure() == nullptr;
  }
  size_t count(bool (LightUser::*is)() const) const {
    return static_cast<size_t>(
        std::count_if(users.begin(), users.end(), [&](const auto& user) { return (*user.*is)(); }));
  }
  const LightUser* failure() const {
    const auto failed = std::find_if(users.begin(), users.end(), [](const auto& user) { return user->hasFailed(); });
    return failed == users.end() ? nullptr : failed->get();
  }
  const char* failureText() const { return failure() != nullptr ? failure()->failure().c_str() : "no failure"; }
};

}  // namespace Parlour::Tests
