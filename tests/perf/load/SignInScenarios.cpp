// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "tests/perf/load/Measurement.h"
#include "tests/perf/load/Stage.h"

namespace Parlour::Perf {
namespace {

constexpr std::chrono::milliseconds kRestPause{100};
constexpr int kRestPolls = 300;
constexpr double kRestCpuSeconds = 0.002;
constexpr int kTeam = 20;
constexpr int kFollowedRooms = 20;
constexpr int kPastMessages = 25;

struct SignInLoad {
  QString name;
  int users = 0;
  int members = kTeam;  // of each room
  int roomsPerUser = 1;
  int pastMessages = 0;  // in each room; asked for by everybody who enters
};

// What the server still does after all its clients went away at once: CPU until it rests.
double cpuUntilRest(const ServerProcess& server, double before) {
  double last = before;
  for (int i = 0; i < kRestPolls; ++i) {
    std::this_thread::sleep_for(kRestPause);
    const double now = server.cpuSeconds();
    if (now - last < kRestCpuSeconds) break;
    last = now;
  }
  return last - before;
}

void addMemoryOfUsers(QJsonObject& figures, const MemoryUse& empty, const MemoryUse& memory, int users) {
  addMemory(figures, memory);
  figures.insert(QStringLiteral("emptyRssMb"), empty.rssMb);
  figures.insert(QStringLiteral("emptyPssMb"), empty.pssMb);
  figures.insert(QStringLiteral("kbPerUser"), (memory.pssMb - empty.pssMb) * 1024 / users);
}

Results measureSignIns(ServerProcess& server, const SignInLoad& load, const SignInPlan& plan,
                       const RunOptions& options) {
  const MemoryUse empty = server.memory();
  EventLoop loop;
  auto crowd = std::make_unique<Crowd>(loop, plan, evenRooms(load.users, load.members, load.roomsPerUser), load.users);
  const Measurement measurement(server);
  if (!crowd->signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout))
    return runError(QStringLiteral("Not everybody could sign in."), crowd->failures());
  ScenarioResult result;
  result.name = load.name;
  measurement.addTo(result.figures, load.users);
  addMemoryOfUsers(result.figures, empty, server.memory(), load.users);
  addLatencies(result.figures, crowd->signInMs());
  const auto bytes = static_cast<double>(crowd->bytesReceived());
  result.figures.insert(QStringLiteral("bytesPerSignIn"), bytes / load.users);
  result.figures.insert(QStringLiteral("atOnce"), options.signInsAtOnce);
  const double before = server.cpuSeconds();
  crowd.reset();
  result.figures.insert(QStringLiteral("goneCpuUs"), cpuUntilRest(server, before) / load.users * 1e6);
  result.checks.append(stopCheck(server));
  return QList<ScenarioResult>{result};
}

Results runSignIns(const SignInLoad& load, const RunOptions& options) {
  const Stage stage;
  OrganisationShape shape;
  shape.users = load.users;
  shape.rooms = evenRooms(load.users, load.members, load.roomsPerUser);
  shape.messagesInFirstRoom = load.pastMessages;
  shape.messagesInOtherRooms = load.pastMessages;
  if (auto prepared = stage.prepare(shape); !prepared) return prepared.error();
  {
    // Imported before, so that the memory of the server that is measured is not what importing left behind.
    auto importing = stage.start(options);
    if (!importing) return importing.error();
  }
  auto server = stage.start(options, false);
  if (!server) return server.error();
  return measureSignIns(*server, load, planFor(*server, 25), options);
}

Results runFloorSignIns(const RunOptions& options) {
  if (options.floor.isEmpty()) return QList<ScenarioResult>{};
  const Stage stage;
  auto floor = stage.startFloor(options, kTeam, false);
  if (!floor) return floor.error();
  SignInPlan plan = planFor(*floor, 0);
  plan.registrationOnly = true;
  return measureSignIns(*floor, {QStringLiteral("floor-sign-in"), 2'000}, plan, options);
}

Scenario signIns(const SignInLoad& load, const QString& what, bool extra = false) {
  return {load.name, what, [load](const RunOptions& options) { return runSignIns(load, options); }, false, extra};
}

}  // namespace

std::vector<Scenario> signInScenarios() {
  return {signIns({QStringLiteral("sign-in-500"), 500}, QStringLiteral("500 users, each in one room of 20; memory")),
          signIns({QStringLiteral("sign-in-2000"), 2'000}, QStringLiteral("the same with 2,000")),
          signIns({QStringLiteral("sign-in-10000"), 10'000}, QStringLiteral("the same with 10,000")),
          signIns({QStringLiteral("sign-in-20-rooms"), 2'000, kTeam, kFollowedRooms, kPastMessages},
                  QStringLiteral("2,000 users, each in 20 rooms of 20 others, with 25 messages of each room")),
          signIns({QStringLiteral("sign-in-20-large"), 2'000, 200, kFollowedRooms, kPastMessages},
                  QStringLiteral("the same with rooms of 200, in which notices of who comes stop")),
          {QStringLiteral("floor-sign-in"), QStringLiteral("2,000 connections to the floor, one answer each"),
           runFloorSignIns, false, false}};
}

}  // namespace Parlour::Perf
