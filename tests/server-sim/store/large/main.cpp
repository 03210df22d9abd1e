// SPDX-License-Identifier: Apache-2.0
// parlour-largestore fill DIR [MESSAGES [ROOMS [USERS]]]: makes a data directory for parlour-server of that size.
// parlour-largestore measure DIR [READERS]: start, pages and searches of that directory, with and without posting.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <thread>

#include "server-sim/store/SqliteStore.h"
#include "tests/server-sim/store/StoreProbe.h"
#include "tests/server-sim/store/large/LargeStore.h"

using namespace Parlour;
using namespace Parlour::Server;

namespace {

constexpr int kPage = 25;
constexpr int kRounds = 2'000;
constexpr int kPostsPerSecond = 200;

Executor executorOf(TestLoop& loop) {
  return [&loop](std::function<void()> closure) { loop.post(std::move(closure)); };
}

int complain(const Error& error) {
  std::fprintf(stderr, "%s %s\n", qPrintable(error.text), qPrintable(error.detail));
  return 1;
}

int make(const QString& directory, const Large::Shape& shape) {
  const SystemClock clock;
  TestLoop loop;
  auto store = SqliteStore::open(directory, clock, executorOf(loop));
  if (!store) return complain(store.error());
  if (auto imported = (*store)->importOrganisation(Large::organisation(shape), clock); !imported) {
    return complain(imported.error());
  }
  const Status filled = Large::fill(directory, shape);
  return filled ? 0 : complain(filled.error());
}

// Calls of one kind, each begun when one before it is answered.
class Series {
 public:
  Series(SqliteStore& store, TestLoop& loop, NewPost post) : store_(store), loop_(loop), post_(std::move(post)) {}

  // One call asks for the query in each of the rooms, one after the other.
  void run(const char* name, const HistoryQuery& query, const std::vector<RoomId>& rooms, int atOnce, bool posting) {
    query_ = query;
    rooms_ = rooms;
    times_.clear();
    begun_ = found_ = posted_ = 0;
    watch_.start();
    for (int i = 0; i < atOnce; ++i) begin();
    loop_.runUntil([&] {
      if (posting) postWhatIsDue();
      return times_.size() == kRounds;
    });
    const double seconds = static_cast<double>(watch_.nsecsElapsed()) / 1e9;
    std::sort(times_.begin(), times_.end());
    std::printf("%-44s w=%d posting=%-3d  p50 %7.3f ms  p99 %7.3f ms  %8.0f/s  %.1f found, %d posts\n", name, atOnce,
                posting ? kPostsPerSecond : 0, times_[kRounds / 2], times_[kRounds * 99 / 100], kRounds / seconds,
                static_cast<double>(found_) / kRounds, posted_);
    std::fflush(stdout);
  }

 private:
  void begin() {
    if (begun_ == kRounds) return;
    ++begun_;
    step(0, kPage, watch_.nsecsElapsed());
  }

  void step(size_t room, int left, qint64 start) {
    HistoryQuery query = query_;
    query.room = rooms_[room];
    query.limit = left;
    store_.history(query, [this, room, left, start](const Result<HistoryPage>& page) {
      const int found = page ? static_cast<int>(page->messages.size()) : 0;
      found_ += found;
      if (room + 1 < rooms_.size() && left > found) return step(room + 1, left - found, start);
      times_.push_back(static_cast<double>(watch_.nsecsElapsed() - start) / 1e6);
      begin();
    });
  }

  void postWhatIsDue() {
    const auto due = static_cast<int>(watch_.elapsed() * kPostsPerSecond / 1'000);
    for (; posted_ < due; ++posted_) {
      post_.envId = ++lastEnvId_;
      post_.chat = Large::text(static_cast<qint64>(post_.envId));
      store_.appendPost(post_, [](const Result<PostReceipt>&) {});
    }
  }

  SqliteStore& store_;
  TestLoop& loop_;
  NewPost post_;
  HistoryQuery query_;
  std::vector<RoomId> rooms_;
  std::vector<double> times_;
  QElapsedTimer watch_;
  int begun_ = 0;
  int posted_ = 0;
  qint64 found_ = 0;
  EnvId lastEnvId_ = (EnvId{1} << 40) + static_cast<EnvId>(SystemClock().now().ticks);
};

HistoryQuery search(const QByteArray& words) {
  HistoryQuery query;
  query.text = QString::fromLatin1(words);
  query.allWords = true;
  return query;
}

void measureReads(SqliteStore& store, TestLoop& loop, const Snapshot& snapshot) {
  std::vector<RoomId> rooms;
  for (int i = 0; i <= Large::kSearchRooms; ++i) rooms.push_back(snapshot.rooms.at(static_cast<size_t>(i)).id);
  NewPost post;
  post.room = snapshot.rooms.back().id;
  post.epid = "5f1c2ab390";
  for (const Principal& principal : snapshot.principals) {
    if (principal.uri == Large::userAddress(0)) post.author = principal.id;
  }
  Series series(store, loop, post);
  const std::vector<RoomId> large{rooms[1]};
  const std::vector<RoomId> mine(rooms.begin() + 1, rooms.end());
  for (const bool posting : {false, true}) {
    series.run("latest 25 of 100,000", {}, {rooms[0]}, 1, posting);
    series.run("latest 25 of 100,000", {}, {rooms[0]}, 8, posting);
    for (const auto& [kind, words] : {std::pair<QByteArray, QByteArray>{"frequent word", Large::word(9)},
                                      {"seldom word", Large::word(15'000)},
                                      {"rare word", Large::rareWord()},
                                      {"two words", Large::word(9) + ' ' + Large::word(300)},
                                      {"frequent and seldom word", Large::word(0) + ' ' + Large::word(15'000)}}) {
      series.run((kind + ", one room").constData(), search(words), large, 1, posting);
      series.run((kind + ", 16 rooms").constData(), search(words), mine, 1, posting);
    }
  }
}

int measure(const QString& directory, const SqliteStoreLimits& limits) {
  const SystemClock clock;
  TestLoop loop;
  QElapsedTimer watch;
  watch.start();
  auto store = SqliteStore::open(directory, clock, executorOf(loop), limits);
  if (!store) return complain(store.error());
  const qint64 opened = watch.elapsed();
  const auto snapshot = (*store)->load();
  if (!snapshot) return complain(snapshot.error());
  std::printf("open %lld ms, load %lld ms: %zu users and groups, %zu rooms\n", opened, watch.elapsed() - opened,
              snapshot->principals.size(), snapshot->rooms.size());
  watch.restart();
  while ((*store)->health().check == StoreCheck::Running) {
    QElapsedTimer pause;
    for (pause.start(); pause.elapsed() < 10;) std::this_thread::yield();
  }
  if ((*store)->health().check != StoreCheck::NotNeeded)
    std::printf("check beside the work: %lld ms\n", watch.elapsed());
  measureReads(**store, loop, *snapshot);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  const QString what = arguments.value(1);
  if (what == QLatin1String("fill") && arguments.size() > 2) {
    Large::Shape shape;
    if (arguments.size() > 3) shape.messages = arguments[3].toLongLong();
    if (arguments.size() > 4) shape.rooms = std::max(arguments[4].toInt(), Large::kSearchRooms + 2);
    if (arguments.size() > 5) shape.users = arguments[5].toInt();
    return make(arguments[2], shape);
  }
  if (what == QLatin1String("measure") && arguments.size() > 2) {
    SqliteStoreLimits limits;
    if (arguments.size() > 3) limits.pageReaders = arguments[3].toInt();
    return measure(arguments[2], limits);
  }
  std::fprintf(stderr, "usage: parlour-largestore fill DIR [MESSAGES [ROOMS [USERS]]] | measure DIR [READERS]\n");
  return 2;
}
