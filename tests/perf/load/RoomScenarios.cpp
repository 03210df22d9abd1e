// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/PostingRun.h"

namespace Parlour::Perf {
namespace {

// Rooms of equal size, each user in one.
struct RoomLoad {
  QString name;
  int rooms = 1;
  int members = 1;
  Pace pace;
  int users() const { return rooms * members; }
  Membership membership() const { return evenRooms(users(), members); }
};

Pace closedLoop(int inFlight, int posterStep = 211) {
  Pace pace;
  pace.inFlight = inFlight;
  pace.posterStep = posterStep;
  return pace;
}

Pace openLoop(double perSecond) {
  Pace pace;
  pace.kind = Pace::Kind::Poisson;
  pace.perSecond = perSecond;
  return pace;
}

void addShape(ScenarioResult& result, const RoomLoad& load) {
  result.figures.insert(QStringLiteral("members"), load.members);
  result.figures.insert(QStringLiteral("rooms"), load.rooms);
  if (load.pace.kind == Pace::Kind::Poisson) {
    result.figures.insert(QStringLiteral("offeredPerSecond"), load.pace.perSecond);
  } else {
    result.figures.insert(QStringLiteral("inFlight"), load.pace.inFlight);
  }
}

Results measureOn(ServerProcess& server, const Stage& stage, const RoomLoad& load, const SignInPlan& plan,
                  const RunOptions& options) {
  EventLoop loop;
  PostingCrowd crowd(loop, plan, load.membership(), load.users(), load.pace);
  if (!crowd.signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout))
    return runError(QStringLiteral("Not everybody could sign in."), crowd.failures());
  ScenarioResult result = measurePosting(load.name, options.seconds, loop, server, crowd);
  addShape(result, load);
  if (!result.passed()) result.figures.insert(QStringLiteral("serverLog"), stage.logTail());
  result.checks.append(stopCheck(server));
  return QList<ScenarioResult>{result};
}

Results runRoom(const RoomLoad& load, const RunOptions& options) {
  const Stage stage;
  OrganisationShape shape;
  shape.users = load.users();
  shape.rooms = load.membership();
  if (auto prepared = stage.prepare(shape); !prepared) return prepared.error();
  auto server = stage.start(options);
  if (!server) return server.error();
  return measureOn(*server, stage, load, planFor(*server, 25), options);
}

Results runFloor(RoomLoad load, bool coalesce, const RunOptions& options) {
  const Stage stage;
  auto floor = stage.startFloor(options, load.members, coalesce);
  if (!floor) return floor.error();
  SignInPlan plan = planFor(*floor, 0);
  plan.registrationOnly = true;
  load.name.prepend(coalesce ? QStringLiteral("floor-coalesced-") : QStringLiteral("floor-"));
  return measureOn(*floor, stage, load, plan, options);
}

// The server, and in the same minute the floor of the same room.
Results runRoomAndFloor(const RoomLoad& load, const RunOptions& options) {
  auto results = runRoom(load, options);
  if (!results || options.floor.isEmpty()) return results;
  for (const bool coalesce : {false, true}) {
    auto floor = runFloor(load, coalesce, options);
    if (!floor) return floor;
    results->append(*floor);
  }
  return results;
}

Scenario comparedRoom(const QString& name, const QString& what, int rooms, int members, int inFlight) {
  const RoomLoad load{name, rooms, members, closedLoop(inFlight)};
  return {name, what, [load](const RunOptions& options) { return runRoomAndFloor(load, options); }, true, false};
}

// The same room without and with compliance, in the same minute. The queue is short, so that batches are written, too.
Results runComplianceOffAndOn(const RoomLoad& load, const RunOptions& options) {
  QList<ScenarioResult> all;
  for (const bool on : {false, true}) {
    RoomLoad named = load;
    RunOptions served = options;
    named.name += on ? QStringLiteral("-compliance-on") : QStringLiteral("-compliance-off");
    if (on) {
      served.serverOptions << QStringLiteral("--compliance") << QStringLiteral("--compliance.limit-events")
                           << QStringLiteral("20000");
    }
    const auto one = runRoom(named, served);
    if (!one) return one;
    all.append(*one);
  }
  return all;
}

// Posts at rising rates, by a clock that does not wait for the server.
Results runOpenLoop(const RunOptions& options) {
  QList<ScenarioResult> all;
  for (const int rate : {50, 100, 200, 400}) {
    const auto one = runRoom({QStringLiteral("room-100-open-%1").arg(rate), 1, 100, openLoop(rate)}, options);
    if (!one) return one;
    all.append(*one);
  }
  return all;
}

}  // namespace

std::vector<Scenario> roomScenarios() {
  const RoomLoad inTurn{QStringLiteral("room-500-in-turn"), 1, 500, closedLoop(16, 1)};
  const RoomLoad smoke{QStringLiteral("smoke"), 1, 20, closedLoop(4)};
  const auto alone = [](const RoomLoad& load, const QString& what, bool extra) {
    return Scenario{load.name, what, [load](const RunOptions& options) { return runRoom(load, options); }, false,
                    extra};
  };
  const RoomLoad small{QStringLiteral("room-20-w16"), 1, 20, closedLoop(16)};
  const RoomLoad large{QStringLiteral("room-100-w16"), 1, 100, closedLoop(16)};
  const auto compliance = [](const RoomLoad& load, const QString& what) {
    return Scenario{load.name + QStringLiteral("-compliance"), what,
                    [load](const RunOptions& options) { return runComplianceOffAndOn(load, options); }, true, false};
  };
  return {comparedRoom(QStringLiteral("room-100-w1"), QStringLiteral("100 members, one post on its way"), 1, 100, 1),
          comparedRoom(QStringLiteral("room-100-w16"), QStringLiteral("100 members, 16 posts"), 1, 100, 16),
          comparedRoom(QStringLiteral("room-500-w1"), QStringLiteral("500 members, one post"), 1, 500, 1),
          comparedRoom(QStringLiteral("room-500-w16"), QStringLiteral("500 members, 16 posts"), 1, 500, 16),
          comparedRoom(QStringLiteral("room-2000-w16"), QStringLiteral("2,000 members, 16 posts"), 1, 2'000, 16),
          comparedRoom(QStringLiteral("rooms-50x20-w1"), QStringLiteral("50 rooms of 20, one post in each"), 50, 20, 1),
          compliance(small, QStringLiteral("20 members, 16 posts, without and with compliance")),
          compliance(large, QStringLiteral("100 members, 16 posts, without and with compliance")),
          alone(inTurn, QStringLiteral("as room-500-w16, posters in the order in which they are served"), false),
          alone(smoke, QStringLiteral("20 members, 4 posts, for CTest"), true),
          {QStringLiteral("room-100-open"), QStringLiteral("100 members, 50 to 400 posts/s by a Poisson clock"),
           runOpenLoop, false, false}};
}

}  // namespace Parlour::Perf
