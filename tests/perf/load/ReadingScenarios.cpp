// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/FilledStore.h"
#include "tests/perf/load/Measurement.h"
#include "tests/perf/load/PostingRun.h"
#include "tests/perf/load/StoreFloor.h"

namespace Parlour::Perf {
namespace {

constexpr int kReaders = 64;  // many: each may send a hundred commands a second at most
constexpr int kPage = 25;
constexpr int kSearchedRooms = 16;
constexpr double kPostsWhileSearching = 20;

struct ReadingLoad {
  QString name;
  Reading reading;
};

ScenarioResult measureReading(const ReadingLoad& load, const RunOptions& options, EventLoop& loop,
                              const ServerProcess& server, ReadingCrowd& crowd) {
  const Measurement measurement(server);
  crowd.beginReading(load.reading);
  loop.runUntil([&crowd] { return !crowd.failures().empty(); }, soon(options.seconds));
  ScenarioResult result;
  result.name = load.name;
  const size_t replies = crowd.replyMs().size();
  measurement.addTo(result.figures, static_cast<double>(replies));
  crowd.pauseReading();
  const bool drained =
      loop.runUntil([&crowd] { return crowd.idle(); }, std::chrono::steady_clock::now() + kDrainTimeout);
  addLatencies(result.figures, crowd.replyMs());
  result.figures.insert(QStringLiteral("inFlight"), load.reading.inFlight);
  result.figures.insert(QStringLiteral("faults"), static_cast<qint64>(crowd.emptyReplies()));
  addMemory(result.figures, server.memory());
  const bool complete = drained && crowd.failures().empty() && crowd.emptyReplies() == 0 && replies > 0;
  const QString first = crowd.failures().empty() ? QString() : QString::fromStdString(crowd.failures().front());
  result.checks.append(
      checkThat(QStringLiteral("%1 replies, %2 without messages %3").arg(replies).arg(crowd.emptyReplies()).arg(first),
                complete));
  return result;
}

// SQLite alone with the same questions on the same store, once the server has ended.
Results withFloor(QList<ScenarioResult> results, const Stage& stage, const std::vector<ReadingLoad>& loads,
                  const RunOptions& options) {
  if (options.floor.isEmpty()) return results;
  for (const ReadingLoad& load : loads) {
    const auto floor =
        measureQueryFloor(QStringLiteral("floor-") + load.name, stage.file(QStringLiteral("data/chat.db")),
                          load.reading.words, load.reading.allRooms, options.seconds);
    if (!floor) return floor;
    results.append(*floor);
  }
  return results;
}

Results runLatest(const RunOptions& options) {
  const Stage stage;
  OrganisationShape shape;
  shape.users = kReaders;
  shape.rooms = evenRooms(kReaders, kReaders);
  shape.messagesInFirstRoom = options.historyMessages;
  if (auto prepared = stage.prepare(shape); !prepared) return prepared.error();
  auto server = stage.start(options);
  if (!server) return server.error();
  EventLoop loop;
  ReadingCrowd crowd(loop, planFor(*server, 0), shape.rooms, kReaders, Pace{});
  if (!crowd.signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout))
    return runError(QStringLiteral("Not everybody could sign in."), crowd.failures());
  QList<ScenarioResult> results;
  for (const int clients : {1, 8}) {
    const ReadingLoad load{QStringLiteral("latest-25-w%1").arg(clients), {{}, false, kPage, clients}};
    results.append(measureReading(load, options, loop, *server, crowd));
    results.last().figures.insert(QStringLiteral("messagesInRoom"), options.historyMessages);
  }
  results.last().checks.append(stopCheck(*server));
  return withFloor(results, stage, {{QStringLiteral("latest-25"), {}}}, options);
}

std::vector<ReadingLoad> searches() {
  const std::string rare = OrganisationFile::rareWord();
  const std::string frequent = OrganisationFile::frequentWord();
  const std::string two = OrganisationFile::secondWord() + ' ' + frequent;
  std::vector<ReadingLoad> loads;
  for (const bool all : {false, true}) {
    const QString where = all ? QStringLiteral("-all") : QStringLiteral("-room");
    const int perRoom = all ? (kPage + kSearchedRooms - 1) / kSearchedRooms : kPage;
    loads.push_back({QStringLiteral("search-rare") + where, {rare, all, perRoom}});
    loads.push_back({QStringLiteral("search-frequent") + where, {frequent, all, perRoom}});
    loads.push_back({QStringLiteral("search-two") + where, {two, all, perRoom}});
  }
  loads.push_back({QStringLiteral("search-frequent-400"), {frequent, true, kPage}});
  return loads;
}

// One after the other on a server to which others post all the time.
Results measureSearches(ServerProcess& server, const OrganisationShape& shape, const RunOptions& options) {
  EventLoop loop;
  Pace pace;
  pace.kind = Pace::Kind::Poisson;
  pace.perSecond = kPostsWhileSearching;
  ReadingCrowd crowd(loop, planFor(server, 0), shape.rooms, shape.users, pace);
  if (!crowd.signInAll(options.signInsAtOnce, std::chrono::steady_clock::now() + kSignInTimeout))
    return runError(QStringLiteral("Not everybody could sign in."), crowd.failures());
  crowd.begin();
  loop.runUntil([] { return false; }, std::chrono::steady_clock::now() + kWarmUp);
  QList<ScenarioResult> results;
  for (const ReadingLoad& load : searches()) {
    results.append(measureReading(load, options, loop, server, crowd));
    results.last().figures.insert(QStringLiteral("messages"), options.searchMessages);
    results.last().figures.insert(QStringLiteral("postsPerSecond"), kPostsWhileSearching);
  }
  ScenarioResult posting;
  posting.name = QStringLiteral("search-posts");
  addLatencies(posting.figures, crowd.ledger().latenciesMs());
  crowd.pause();
  loop.runUntil([&crowd] { return crowd.ledger().waiting() == 0; }, std::chrono::steady_clock::now() + kDrainTimeout);
  addFaults(posting, crowd);
  posting.checks.append(stopCheck(server));
  results.append(posting);
  return results;
}

Results runSearch(const RunOptions& options) {
  OrganisationShape shape;
  shape.users = kReaders;
  shape.rooms = Membership(kSearchedRooms, evenRooms(kReaders, kReaders).front());
  FilledStore store(options, QStringLiteral("search-%1").arg(options.searchMessages));
  if (auto made = store.make(shape, options.searchMessages, options); !made) return made.error();
  auto server = store.stage().start(options, false);
  if (!server) return server.error();
  auto results = measureSearches(*server, shape, options);
  if (!results) return results;
  results->first().figures.insert(QStringLiteral("fillSeconds"), store.fillSeconds());
  return withFloor(*results, store.stage(), searches(), options);
}

}  // namespace

std::vector<Scenario> readingScenarios() {
  return {{QStringLiteral("latest-25"), QStringLiteral("latest 25 of 100,000 messages, 1 and 8 requests at a time"),
           runLatest, false, false},
          {QStringLiteral("search"),
           QStringLiteral("newest 25 of 1,000,000 messages with a rare word, a frequent one, two; posting goes on"),
           runSearch, false, false}};
}

}  // namespace Parlour::Perf
