// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/FilledStore.h"
#include "tests/perf/load/Measurement.h"

namespace Parlour::Perf {
namespace {

constexpr double kStartLimitSeconds = 2;
constexpr double kLargeStartLimitSeconds = 3;

ScenarioResult startResult(const QString& name, const ServerProcess& server, const OrganisationShape& shape,
                           double limitSeconds) {
  ScenarioResult result;
  result.name = name;
  const double seconds = server.startSeconds();
  result.figures.insert(QStringLiteral("users"), shape.users);
  result.figures.insert(QStringLiteral("rooms"), static_cast<qint64>(shape.rooms.size()));
  result.figures.insert(QStringLiteral("startSeconds"), seconds);
  result.figures.insert(QStringLiteral("startCpuSeconds"), server.cpuSeconds());
  result.figures.insert(QStringLiteral("p50Ms"), seconds * 1000);
  addMemory(result.figures, server.memory());
  const QString what = QStringLiteral("ready after %1 s, CPU %2 s (limit %3 s)");
  result.checks.append(checkThat(what.arg(seconds, 0, 'f', 2).arg(server.cpuSeconds(), 0, 'f', 2).arg(limitSeconds),
                                 seconds < limitSeconds));
  return result;
}

Results runStart(const RunOptions& options) {
  OrganisationShape shape;
  shape.users = 5'000;
  shape.rooms = evenRooms(shape.users, 25, 5);
  shape.groups = 100;
  shape.passwords = true;
  shape.followedRooms = 5;
  const Stage stage;
  if (auto prepared = stage.prepare(shape); !prepared) return prepared.error();
  QList<ScenarioResult> results;
  for (const bool import : {true, false}) {
    auto server = stage.start(options, import);
    if (!server) return server.error();
    const QString name = import ? QStringLiteral("start-import") : QStringLiteral("start-again");
    results.append(startResult(name, *server, shape, kStartLimitSeconds));
    results.last().checks.append(stopCheck(*server));
  }
  return results;
}

// As many users and rooms as Lync's planning gives a server, each room with a seventh or so of its members.
Results runLargeStart(const RunOptions& options) {
  OrganisationShape shape;
  shape.users = 20'000;
  shape.rooms = evenRooms(shape.users, 10, 17);
  shape.rooms.resize(33'000);
  shape.followedRooms = 16;
  const QString kind = QStringLiteral("start-%1-%2-%3");
  FilledStore store(options, kind.arg(shape.users).arg(shape.rooms.size()).arg(options.startMessages));
  if (auto made = store.make(shape, options.startMessages, options); !made) return made.error();
  // Twice: the first start may have to bring an older store to the newest schema.
  for (int time = 0;; ++time) {
    auto server = store.stage().start(options, false);
    if (!server) return server.error();
    ScenarioResult result = startResult(QStringLiteral("start-large"), *server, shape, kLargeStartLimitSeconds);
    result.figures.insert(QStringLiteral("messages"), options.startMessages);
    result.figures.insert(QStringLiteral("importSeconds"), store.importSeconds());
    result.figures.insert(QStringLiteral("fillSeconds"), store.fillSeconds());
    result.checks.append(stopCheck(*server));
    if (time == 1) return QList<ScenarioResult>{result};
  }
}

}  // namespace

std::vector<Scenario> startScenarios() {
  return {{QStringLiteral("start"), QStringLiteral("5,000 users and 1,000 rooms: with import, then without"), runStart,
           false, false},
          {QStringLiteral("start-large"), QStringLiteral("20,000 users, 33,000 rooms, 10 million messages"),
           runLargeStart, false, false}};
}

}  // namespace Parlour::Perf
