// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/PostingRun.h"

namespace Parlour::Perf {
namespace {

// Posts per second of the whole model by kind of room; only their shares matter here.
constexpr double kSmallShare = 22.22;
constexpr double kMediumShare = 1.67;
constexpr double kLargeShare = 0.15;
constexpr double kPlannedPostsPerSecond = 74;
constexpr int kClosedLoopPosts = 16;
constexpr double kLongestClosedLoop = 10;
constexpr int kJoinHistory = 5;
constexpr std::chrono::seconds kSettling{5};  // until the news of those who came last has reached everybody

std::vector<double> weightsOf(const LyncModel& model) {
  std::vector<double> weights;
  weights.insert(weights.end(), static_cast<size_t>(model.small), kSmallShare / model.small);
  weights.insert(weights.end(), static_cast<size_t>(model.medium), kMediumShare / model.medium);
  weights.insert(weights.end(), static_cast<size_t>(model.large), kLargeShare / model.large);
  return weights;
}

Results runModel(const QString& name, int users, Pace pace, double seconds, const RunOptions& options) {
  const LyncModel model(users);
  pace.weights = weightsOf(model);
  const Stage stage;
  OrganisationShape shape;
  shape.users = users;
  shape.rooms = model.rooms;
  if (auto prepared = stage.prepare(shape); !prepared) return prepared.error();
  auto server = stage.start(options);
  if (!server) return server.error();
  EventLoop loop;
  PostingCrowd crowd(loop, planFor(*server, kJoinHistory), model.rooms, users, pace);
  const double cpuBefore = server->cpuSeconds();
  if (!crowd.signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout))
    return runError(QStringLiteral("Not everybody could sign in."), crowd.failures());
  const double signInCpu = server->cpuSeconds() - cpuBefore;
  loop.runUntil([] { return false; }, std::chrono::steady_clock::now() + kSettling);
  ScenarioResult result = measurePosting(name, seconds, loop, *server, crowd);
  result.figures.insert(QStringLiteral("users"), users);
  result.figures.insert(QStringLiteral("rooms"), static_cast<qint64>(model.rooms.size()));
  result.figures.insert(QStringLiteral("signInCpuUs"), signInCpu / users * 1e6);
  if (pace.kind == Pace::Kind::Poisson) result.figures.insert(QStringLiteral("offeredPerSecond"), pace.perSecond);
  if (pace.kind != Pace::Kind::Poisson) result.figures.insert(QStringLiteral("inFlight"), pace.inFlight);
  if (!result.passed()) result.figures.insert(QStringLiteral("serverLog"), stage.logTail());
  result.checks.append(stopCheck(*server));
  return QList<ScenarioResult>{result};
}

Scenario openModel(const QString& name, const QString& what, int users) {
  const auto run = [name, users](const RunOptions& options) {
    Pace pace;
    pace.kind = Pace::Kind::Poisson;
    pace.perSecond = kPlannedPostsPerSecond;
    return runModel(name, users, pace, options.modelSeconds, options);
  };
  return {name, what, run, false, false};
}

}  // namespace

std::vector<Scenario> modelScenarios() {
  const QString closed = QStringLiteral("lync-2000-w16");
  const auto runClosed = [closed](const RunOptions& options) {
    Pace pace;
    pace.kind = Pace::Kind::Mixed;
    pace.inFlight = kClosedLoopPosts;
    return runModel(closed, 2'000, pace, std::min(options.modelSeconds, kLongestClosedLoop), options);
  };
  return {
      openModel(QStringLiteral("lync-2000"),
                QStringLiteral("Lync's model at 1/40: 2,000 users, 830 rooms, 16 each; 74 posts/s by a clock"), 2'000),
      {closed, QStringLiteral("the same with 16 posts on their way"), runClosed, false, false},
      openModel(QStringLiteral("lync-10000"), QStringLiteral("the model with 10,000 users; 74 posts/s"), 10'000)};
}

}  // namespace Parlour::Perf
