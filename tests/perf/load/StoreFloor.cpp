// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/StoreFloor.h"

#include <unistd.h>

#include <QTemporaryDir>

#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"
#include "tests/perf/load/Stage.h"

namespace Parlour::Perf {
namespace {

constexpr int kFloorPage = 25;
constexpr double kLongestFloor = 2;

// Repeats `one` and takes the time of each.
template <typename One>
Result<std::vector<double>> timesOf(double seconds, One one) {
  std::vector<double> times;
  const SteadyTime end = soon(std::min(seconds, kLongestFloor));
  while (times.empty() || std::chrono::steady_clock::now() < end) {
    const SteadyTime start = std::chrono::steady_clock::now();
    if (const Status done = one(); !done) return done.error();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    times.push_back(took.count());
  }
  return times;
}

// The time of this program alone counts here: it is the one that does the work.
template <typename One>
Result<ScenarioResult> measured(const QString& name, double seconds, double perTime, One one) {
  const SteadyTime start = std::chrono::steady_clock::now();
  const double cpu = cpuSecondsOf(getpid());
  auto times = timesOf(seconds, one);
  if (!times) return times.error();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  const double count = static_cast<double>(times->size()) * perTime;
  ScenarioResult result;
  result.name = name;
  result.figures.insert(QStringLiteral("count"), count);
  result.figures.insert(QStringLiteral("rate"), count / wall.count());
  result.figures.insert(QStringLiteral("serverCpuUs"), (cpuSecondsOf(getpid()) - cpu) / count * 1e6);
  result.figures.insert(QStringLiteral("inFlight"), perTime);
  addLatencies(result.figures, *times);
  return result;
}

Status commitPosts(Sqlite::Database& database, Sqlite::Statement& insert, int posts, qint64& last) {
  auto transaction = Sqlite::Transaction::begin(database);
  if (!transaction) return transaction.error();
  for (int i = 0; i < posts; ++i) {
    if (auto put = insert.run(++last, 1, QByteArray(200, 'x')); !put) return put;
  }
  return transaction->commit();
}

// Posts committed in groups of 1, 16 and 64, as a group commit does when so many wait.
Results runCommitFloor(const RunOptions& options) {
  const QTemporaryDir directory;
  auto database = Sqlite::Database::open(directory.filePath(QStringLiteral("floor.db")));
  if (!database) return database.error();
  auto made = database->execute("CREATE TABLE posts (number INTEGER PRIMARY KEY, room INTEGER, text TEXT)");
  if (!made) return made.error();
  auto insert = database->prepare("INSERT INTO posts (number, room, text) VALUES (?1, ?2, ?3)");
  if (!insert) return insert.error();
  qint64 last = 0;
  QList<ScenarioResult> results;
  for (const int group : {1, 16, 64}) {
    const auto one = [&] { return commitPosts(*database, *insert, group, last); };
    auto result = measured(QStringLiteral("floor-commit-%1").arg(group), options.seconds, group, one);
    if (!result) return result.error();
    results.append(*result);
  }
  return results;
}

struct PageQuery {
  Sqlite::Statement page;
  Sqlite::Statement search;
  qint64 first = 0;
  qint64 last = 0;
  QByteArray words;
  qsizetype bytes = 0;

  Status run() {
    auto rows = words.isEmpty() ? page.query(first, last) : search.query(first, last, words);
    int found = 0;
    while (found < kFloorPage && rows.next()) {
      ++found;
      bytes += rows.bytes(4).size();
    }
    return found > 0 ? success() : Error::make(ErrorCode::NotFound, QStringLiteral("The floor found nothing."), {});
  }
};

}  // namespace

Results measureQueryFloor(const QString& name, const QString& path, const std::string& words, bool allRooms,
                          double seconds) {
  auto database = Sqlite::Database::open(path, {Sqlite::Access::ReadOnly});
  if (!database) return database.error();
  PageQuery query;
  auto prepared = Server::prepareStoreSql(
      *database, {{&query.page, QLatin1String("page_newest")}, {&query.search, QLatin1String("search_newest")}});
  if (!prepared) return prepared.error();
  const auto room = database->value("SELECT min(key) >> 40 FROM messages");
  if (!room) return room.error();
  query.first = Server::messageKey(room->toLongLong(), 0);
  query.last =
      allRooms ? std::numeric_limits<qint64>::max() : Server::messageKey(room->toLongLong(), Server::kMaxChatId);
  query.words = QByteArray::fromStdString(words);
  auto result = measured(name, seconds, 1, [&query] { return query.run(); });
  if (!result) return result.error();
  return QList<ScenarioResult>{*result};
}

std::vector<Scenario> floorScenarios() {
  return {{QStringLiteral("floor-commit"),
           QStringLiteral("SQLite alone: 1, 16 and 64 posts a commit, synchronous=FULL"), runCommitFloor, false,
           false}};
}

}  // namespace Parlour::Perf
