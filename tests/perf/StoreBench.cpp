// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <QTemporaryDir>
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "server-sim/org/Organisation.h"
#include "server-sim/store/SqliteStore.h"

// The durable store as the chat service uses it: callbacks on one loop, every post on disk before its answer.
namespace Parlour::Server {
namespace {

constexpr char kBenchDomain[] = "bench.example";
constexpr int kBenchMessages = 100'000;
constexpr int kBenchRareEvery = 1'000;
constexpr int kBenchPage = 25;
constexpr int kFillInFlight = 512;

// Runs on the benchmark's thread what the store's threads post.
class BenchLoop {
 public:
  void post(std::function<void()> closure) {
    {
      const std::lock_guard lock(mutex_);
      closures_.push_back(std::move(closure));
    }
    wake_.notify_one();
  }
  template <typename Done>
  void runUntil(Done done) {
    while (!done()) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return !closures_.empty(); });
      auto ready = std::exchange(closures_, {});
      lock.unlock();
      for (auto& closure : ready) closure();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> closures_;
};

Organisation benchOrganisation() {
  Organisation organisation;
  organisation.domain = kBenchDomain;
  organisation.name = QStringLiteral("Bench");
  organisation.everyoneUri = "ma-grp:" + derivedGuid("everyone", kBenchDomain, QString()) + "@u.g";
  OrgUser user;
  user.uri = SipUri::fromTrusted(QByteArray("ada@") + kBenchDomain);
  user.displayName = QStringLiteral("Ada");
  organisation.users = {user};
  OrgCategory category;
  category.name = QStringLiteral("Harbour");
  category.uri = *CategoryUri::fromParts(kBenchDomain, derivedGuid("category", kBenchDomain, category.name));
  category.allowed = {{OrgPrincipal::Kind::Everyone, organisation.everyoneUri}};
  organisation.categories = {category};
  OrgRoom room;
  room.name = QStringLiteral("tides");
  room.uri = *RoomUri::fromParts(kBenchDomain, derivedGuid("room", kBenchDomain, room.name));
  room.category = category.uri;
  room.created = room.updated = Timestamp::fromMs(1'900'000'000'000);
  room.members = {{OrgPrincipal::Kind::User, user.uri.bytes()}};
  organisation.rooms = {room};
  return organisation;
}

// A store in a temporary directory with one room and one user.
class StoreBench {
 public:
  StoreBench() {
    auto opened = SqliteStore::open(directory_.path(), clock_,
                                    [this](std::function<void()> closure) { loop_.post(std::move(closure)); });
    if (!opened) return;
    store_ = std::move(*opened);
    if (!store_->importOrganisation(benchOrganisation(), clock_)) return;
    const auto snapshot = store_->load();
    if (!snapshot) return;
    post_.room = snapshot->rooms.front().id;
    for (const Principal& principal : snapshot->principals) {
      if (principal.isUser() && principal.uri.contains("ada@")) post_.author = principal.id;
    }
    post_.epid = "5f1c2ab390";
    ready_ = post_.author != 0;
  }

  bool ready() const { return ready_; }
  size_t failures() const { return failures_; }

  // Keeps `inFlight` posts on their way until `count` are durable.
  void append(int count, int inFlight) {
    int asked = 0;
    int answered = 0;
    std::function<void()> next = [&] {
      if (asked == count) return;
      ++asked;
      post_.envId = ++envId_;
      post_.chat = textOf(envId_);
      store_->appendPost(post_, [&](const Result<PostReceipt>& receipt) {
        ++answered;
        if (!receipt || receipt->repeated) ++failures_;
        next();
      });
    };
    for (int i = 0; i < std::min(count, inFlight); ++i) next();
    loop_.runUntil([&] { return answered == count; });
  }

  // Number of messages found.
  size_t read(HistoryQuery query) {
    query.room = post_.room;
    query.limit = kBenchPage;
    size_t found = 0;
    bool answered = false;
    store_->history(query, [&](const Result<HistoryPage>& page) {
      answered = true;
      if (page) found = page->messages.size();
    });
    loop_.runUntil([&] { return answered; });
    return found;
  }

 private:
  static QByteArray textOf(EnvId number) {
    QByteArray text =
        "Message " + QByteArray::number(number) + " of the harbour: high water at noon, the crane waits for the convoy";
    text += " and word" + QByteArray::number(number % 997) + " for the watch";
    if (number % kBenchRareEvery == 0) text += " ambergris";
    return text + QByteArray(std::max<qsizetype>(0, 200 - text.size()), '.');
  }

  QTemporaryDir directory_;
  SystemClock clock_;
  BenchLoop loop_;
  std::unique_ptr<SqliteStore> store_;
  NewPost post_;
  EnvId envId_ = EnvId{1} << 40;
  size_t failures_ = 0;
  bool ready_ = false;
};

// One store with 100,000 messages for all that only reads.
StoreBench& filledStore() {
  static StoreBench bench;
  static const bool filled = (bench.append(kBenchMessages, kFillInFlight), true);
  Q_UNUSED(filled)
  return bench;
}

// One iteration: as many posts as are in flight, all durable.
void appendPosts(benchmark::State& state) {
  StoreBench bench;
  if (!bench.ready()) return state.SkipWithError("no store");
  const int inFlight = static_cast<int>(state.range(0));
  for (auto _ : state) bench.append(inFlight * 16, inFlight);
  if (bench.failures() > 0) state.SkipWithError("posts failed");
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) * inFlight * 16);
}

void readPages(benchmark::State& state, const HistoryQuery& query) {
  StoreBench& bench = filledStore();
  if (bench.read(query) == 0) return state.SkipWithError("nothing found");
  for (auto _ : state) benchmark::DoNotOptimize(bench.read(query));
}

void latestPage(benchmark::State& state) { readPages(state, {}); }

void pageInTheMiddle(benchmark::State& state) {
  HistoryQuery query;
  query.before = kBenchMessages / 2;
  readPages(state, query);
}

void searchText(benchmark::State& state, const char* words, bool all) {
  HistoryQuery query;
  query.text = QString::fromLatin1(words);
  query.allWords = all;
  readPages(state, query);
}

BENCHMARK(appendPosts)->Arg(1)->Arg(8)->Arg(64)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(latestPage)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(pageInTheMiddle)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searchText, rare, "ambergris", false)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searchText, frequent, "harbour", false)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searchText, two_words, "word77 harbour", true)->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace Parlour::Server

BENCHMARK_MAIN();
