// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Scenarios.h"

#include <QFile>
#include <QTemporaryDir>
#include <map>
#include <memory>
#include <thread>

#include "tests/perf/load/Crowd.h"
#include "tests/perf/load/Measurement.h"
#include "tests/perf/load/OrganisationFile.h"
#include "tests/perf/load/ServerProcess.h"

namespace Parlour::Perf {
namespace {

using Results = Result<QList<ScenarioResult>>;

constexpr std::chrono::seconds kSignInTimeout{60};
constexpr std::chrono::seconds kDrainTimeout{10};
constexpr std::chrono::milliseconds kWarmUp{500};
constexpr size_t kTextBytes = 200;
constexpr double kStartLimitSeconds = 2;
constexpr double kMemoryLimitMb = 60;
constexpr int kMemoryLimitUsers = 500;
constexpr std::chrono::milliseconds kRestPause{100};
constexpr int kRestPolls = 300;
constexpr double kRestCpuSeconds = 0.002;
constexpr qint64 kLogTailBytes = 1'000;

struct RoomLoad {
  CrowdShape shape;
  int inFlight = 1;  // in each room
};

const std::map<QString, RoomLoad>& roomLoads() {
  static const std::map<QString, RoomLoad> loads = {{QStringLiteral("room-100-w1"), {{1, 100, 25}, 1}},
                                                    {QStringLiteral("room-100-w16"), {{1, 100, 25}, 16}},
                                                    {QStringLiteral("room-500-w1"), {{1, 500, 25}, 1}},
                                                    {QStringLiteral("room-500-w16"), {{1, 500, 25}, 16}},
                                                    {QStringLiteral("room-500-in-turn"), {{1, 500, 25, 1}, 16}},
                                                    {QStringLiteral("rooms-50x20-w1"), {{50, 20, 25}, 1}},
                                                    {QStringLiteral("smoke"), {{1, 20, 25}, 4}}};
  return loads;
}

SteadyTime soon(double seconds) {
  return std::chrono::steady_clock::now() + std::chrono::microseconds(static_cast<long long>(seconds * 1e6));
}

Error runError(const QString& text, const std::vector<std::string>& failures = {}) {
  return Error::make(ErrorCode::Internal, text,
                     failures.empty() ? QString() : QString::fromStdString(failures.front()));
}

// A temporary directory with an organisation file, and servers on it.
class Stage {
 public:
  Status prepare(const OrganisationShape& shape) {
    if (!directory_.isValid()) return runError(QStringLiteral("No temporary directory: ") + directory_.errorString());
    return OrganisationFile::write(directory_.filePath(QStringLiteral("organisation.json")), shape);
  }
  Result<ServerProcess> start(const RunOptions& options, bool withOrganisation = true) const {
    QStringList arguments = {QStringLiteral("--data"), directory_.filePath(QStringLiteral("data")),
                             QStringLiteral("--open-sign-in"), QStringLiteral("--listen"),
                             QStringLiteral("tcp:127.0.0.1:0")};
    arguments += options.serverOptions;
    if (withOrganisation)
      arguments << QStringLiteral("--org") << directory_.filePath(QStringLiteral("organisation.json"));
    return ServerProcess::start(options.server, arguments, directory_.filePath(QStringLiteral("server.log")));
  }
  // The end of what the server said, for reports of failures.
  QString logTail() const {
    QFile log(directory_.filePath(QStringLiteral("server.log")));
    if (!log.open(QIODevice::ReadOnly)) return {};
    log.seek(std::max<qint64>(0, log.size() - kLogTailBytes));
    return QString::fromUtf8(log.readAll());
  }

 private:
  QTemporaryDir directory_;
};

Check check(const QString& what, bool passed) { return Check{what, passed}; }

Check stopCheck(ServerProcess& server) { return check(QStringLiteral("server ends in order"), server.stop()); }

ScenarioResult startResult(const QString& name, const ServerProcess& server, const OrganisationShape& shape) {
  ScenarioResult result;
  result.name = name;
  const double seconds = server.startSeconds();
  result.figures.insert(QStringLiteral("users"), shape.users);
  result.figures.insert(QStringLiteral("rooms"), shape.rooms);
  result.figures.insert(QStringLiteral("startSeconds"), seconds);
  result.figures.insert(QStringLiteral("startCpuSeconds"), server.cpuSeconds());
  result.figures.insert(QStringLiteral("p50Ms"), seconds * 1000);
  addMemory(result.figures, server.memory());
  const QString what = QStringLiteral("ready after %1 s, CPU %2 s (limit %3 s)");
  result.checks.append(check(what.arg(seconds, 0, 'f', 2).arg(server.cpuSeconds(), 0, 'f', 2).arg(kStartLimitSeconds),
                             seconds < kStartLimitSeconds));
  return result;
}

Results runStart(const QString&, const RunOptions& options) {
  const OrganisationShape shape{5'000, 1'000, 25, 100, true, 5, 0};
  Stage stage;
  if (auto prepared = stage.prepare(shape); !prepared) return prepared.error();
  QList<ScenarioResult> results;
  for (const bool import : {true, false}) {
    auto server = stage.start(options, import);
    if (!server) return server.error();
    results.append(
        startResult(import ? QStringLiteral("start-import") : QStringLiteral("start-again"), *server, shape));
    results.last().checks.append(stopCheck(*server));
  }
  return results;
}

// Rooms of 20 members, so that who signs in tells nineteen others at most.
const std::map<QString, CrowdShape>& signInShapes() {
  static const std::map<QString, CrowdShape> shapes = {{QStringLiteral("sign-in"), {25, 20, 25}},
                                                       {QStringLiteral("sign-in-2000"), {100, 20, 25}}};
  return shapes;
}

ScenarioResult signInResult(const QString& name, const MemoryUse& empty, const MemoryUse& memory, int users) {
  ScenarioResult result;
  result.name = name;
  addMemory(result.figures, memory);
  result.figures.insert(QStringLiteral("emptyRssMb"), empty.rssMb);
  result.figures.insert(QStringLiteral("emptyPssMb"), empty.pssMb);
  result.figures.insert(QStringLiteral("kbPerUser"), (memory.pssMb - empty.pssMb) * 1024 / users);
  if (users > kMemoryLimitUsers) return result;
  const QString what = QStringLiteral("%1 MB resident, %2 MB proportional with %3 signed in and joined (limit %4 MB)");
  result.checks.append(
      check(what.arg(memory.rssMb, 0, 'f', 1).arg(memory.pssMb, 0, 'f', 1).arg(users).arg(kMemoryLimitMb),
            memory.rssMb < kMemoryLimitMb));
  return result;
}

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

Results runSignIn(const QString& name, const RunOptions& options) {
  const CrowdShape& shape = signInShapes().at(name);
  Stage stage;
  if (auto prepared = stage.prepare({shape.users(), shape.rooms, shape.membersPerRoom}); !prepared)
    return prepared.error();
  auto server = stage.start(options);
  if (!server) return server.error();
  const MemoryUse empty = server->memory();
  EventLoop loop;
  auto crowd = std::make_unique<Crowd>(loop, server->port(), shape);
  const Measurement measurement(*server);
  if (!crowd->signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout)) {
    return runError(QStringLiteral("Not everybody could sign in."), crowd->failures());
  }
  QJsonObject figures;
  measurement.addTo(figures, shape.users());
  ScenarioResult result = signInResult(name, empty, server->memory(), shape.users());
  for (auto it = figures.constBegin(); it != figures.constEnd(); ++it) result.figures.insert(it.key(), it.value());
  addPercentiles(result.figures, crowd->signInMs());
  const double before = server->cpuSeconds();
  crowd.reset();
  result.figures.insert(QStringLiteral("goneCpuUs"), cpuUntilRest(*server, before) / shape.users() * 1e6);
  result.checks.append(stopCheck(*server));
  return QList<ScenarioResult>{result};
}

void addFaults(ScenarioResult& result, const DeliveryLedger& ledger, const Crowd& crowd) {
  const DeliveryFaults faults = ledger.faults();
  const auto sum = faults.lost + faults.doubled + faults.reordered + faults.mismatched;
  result.figures.insert(QStringLiteral("posts"), static_cast<qint64>(ledger.posts()));
  result.figures.insert(QStringLiteral("lost"), static_cast<qint64>(faults.lost));
  result.figures.insert(QStringLiteral("doubled"), static_cast<qint64>(faults.doubled));
  result.figures.insert(QStringLiteral("reordered"), static_cast<qint64>(faults.reordered));
  result.figures.insert(QStringLiteral("mismatched"), static_cast<qint64>(faults.mismatched));
  result.figures.insert(QStringLiteral("refused"), static_cast<qint64>(ledger.refusals()));
  result.figures.insert(QStringLiteral("faults"), static_cast<qint64>(sum));
  const QString what = QStringLiteral("%1 deliveries: %2 lost, %3 doubled, %4 reordered, %5 mismatched");
  result.checks.append(check(
      what.arg(ledger.deliveries()).arg(faults.lost).arg(faults.doubled).arg(faults.reordered).arg(faults.mismatched),
      faults.none() && ledger.deliveries() > 0));
  result.checks.append(check(QStringLiteral("%1 posts refused").arg(ledger.refusals()), ledger.refusals() == 0));
  const auto& failures = crowd.failures();
  const QString lost =
      failures.empty() ? QString() : QStringLiteral(" (%1)").arg(QString::fromStdString(failures.front()));
  result.checks.append(
      check(QStringLiteral("%1 users lost their session%2").arg(failures.size()).arg(lost), failures.empty()));
}

// Posts for the warm-up and the time asked for, then waits until what is on its way has arrived.
ScenarioResult measurePosting(const QString& name, const RoomLoad& load, const RunOptions& options, EventLoop& loop,
                              const ServerProcess& server, PostingCrowd& crowd) {
  const auto never = [&crowd] { return !crowd.failures().empty(); };
  DeliveryLedger& ledger = crowd.ledger();
  crowd.begin();
  loop.runUntil(never, std::chrono::steady_clock::now() + kWarmUp);
  ledger.forgetLatencies();
  const auto before = ledger.deliveries();
  const auto bytesBefore = crowd.bytesReceived();
  const Measurement measurement(server);
  loop.runUntil(never, soon(options.seconds));
  ScenarioResult result;
  result.name = name;
  const auto counted = static_cast<double>(ledger.deliveries() - before);
  measurement.addTo(result.figures, counted);
  const auto bytes = static_cast<double>(crowd.bytesReceived() - bytesBefore);
  result.figures.insert(QStringLiteral("bytesPerDelivery"), counted > 0 ? bytes / counted : 0);
  addPercentiles(result.figures, ledger.latenciesMs());
  crowd.pause();
  loop.runUntil([&] { return ledger.waiting() == 0; }, std::chrono::steady_clock::now() + kDrainTimeout);
  result.figures.insert(QStringLiteral("members"), load.shape.membersPerRoom);
  result.figures.insert(QStringLiteral("rooms"), load.shape.rooms);
  result.figures.insert(QStringLiteral("inFlight"), load.inFlight);
  addMemory(result.figures, server.memory());
  return result;
}

Results runRoom(const QString& name, const RunOptions& options) {
  const RoomLoad& load = roomLoads().at(name);
  Stage stage;
  if (auto prepared = stage.prepare({load.shape.users(), load.shape.rooms, load.shape.membersPerRoom}); !prepared)
    return prepared.error();
  auto server = stage.start(options);
  if (!server) return server.error();
  EventLoop loop;
  PostingCrowd crowd(loop, server->port(), load.shape, load.inFlight, kTextBytes);
  if (!crowd.signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout)) {
    return runError(QStringLiteral("Not everybody could sign in."), crowd.failures());
  }
  ScenarioResult result = measurePosting(name, load, options, loop, *server, crowd);
  addFaults(result, crowd.ledger(), crowd);
  if (!result.passed()) result.figures.insert(QStringLiteral("serverLog"), stage.logTail());
  result.checks.append(stopCheck(*server));
  return QList<ScenarioResult>{result};
}

ScenarioResult measureReading(const QString& name, ReadingCrowd::What what, int inFlight, const RunOptions& options,
                              EventLoop& loop, const ServerProcess& server, ReadingCrowd& crowd) {
  const Measurement measurement(server);
  crowd.begin(what, inFlight);
  loop.runUntil([&crowd] { return !crowd.failures().empty(); }, soon(options.seconds));
  ScenarioResult result;
  result.name = name;
  measurement.addTo(result.figures, static_cast<double>(crowd.replies()));
  crowd.pause();
  const bool drained =
      loop.runUntil([&crowd] { return crowd.idle(); }, std::chrono::steady_clock::now() + kDrainTimeout);
  addPercentiles(result.figures, crowd.replyMs());
  result.figures.insert(QStringLiteral("inFlight"), inFlight);
  result.figures.insert(QStringLiteral("messagesInRoom"), options.historyMessages);
  result.figures.insert(QStringLiteral("faults"), static_cast<qint64>(crowd.emptyReplies()));
  addMemory(result.figures, server.memory());
  const bool complete = drained && crowd.failures().empty() && crowd.emptyReplies() == 0 && crowd.replies() > 0;
  result.checks.append(check(
      QStringLiteral("%1 replies, %2 without messages").arg(crowd.replies()).arg(crowd.emptyReplies()), complete));
  return result;
}

Results runHistory(const QString& name, const RunOptions& options) {
  const CrowdShape shape{1, 64, 0};  // many readers: each may send a hundred commands a second at most
  Stage stage;
  OrganisationShape organisation{shape.users(), 1, shape.membersPerRoom};
  organisation.messagesInFirstRoom = options.historyMessages;
  if (auto prepared = stage.prepare(organisation); !prepared) return prepared.error();
  auto server = stage.start(options);
  if (!server) return server.error();
  EventLoop loop;
  ReadingCrowd crowd(loop, server->port(), shape);
  if (!crowd.signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout)) {
    return runError(QStringLiteral("Not everybody could sign in."), crowd.failures());
  }
  using What = ReadingCrowd::What;
  QList<ScenarioResult> results;
  results.append(measureReading(name + QStringLiteral("-w1"), What::LatestMessages, 1, options, loop, *server, crowd));
  results.append(measureReading(name + QStringLiteral("-w8"), What::LatestMessages, 8, options, loop, *server, crowd));
  results.append(measureReading(QStringLiteral("search-w1"), What::Search, 1, options, loop, *server, crowd));
  results.first().figures.insert(QStringLiteral("importSeconds"), server->startSeconds());
  results.last().checks.append(stopCheck(*server));
  return results;
}

}  // namespace

QStringList scenarioNames() {
  return {QStringLiteral("start"),        QStringLiteral("sign-in"),          QStringLiteral("sign-in-2000"),
          QStringLiteral("room-100-w1"),  QStringLiteral("room-100-w16"),     QStringLiteral("room-500-w1"),
          QStringLiteral("room-500-w16"), QStringLiteral("room-500-in-turn"), QStringLiteral("rooms-50x20-w1"),
          QStringLiteral("history")};
}

bool isScenario(const QString& name) { return scenarioNames().contains(name) || roomLoads().contains(name); }

Results runScenario(const QString& name, const RunOptions& options) {
  if (roomLoads().contains(name)) return runRoom(name, options);
  if (name == QLatin1String("start")) return runStart(name, options);
  if (signInShapes().contains(name)) return runSignIn(name, options);
  if (name == QLatin1String("history")) return runHistory(name, options);
  return runError(QStringLiteral("There is no scenario called \"%1\".").arg(name));
}

}  // namespace Parlour::Perf
