// SPDX-License-Identifier: Apache-2.0
// Appends posts to the store in the given directory until it is killed, and says on standard output which
// were acknowledged: one line "room chatId envid" each. Argument 2 is the envid to begin with.
#include <QCoreApplication>
#include <cstdio>

#include "tests/server-sim/store/TempStore.h"

using namespace Parlour;
using namespace Parlour::Server;

namespace {

constexpr size_t kInFlight = 20;

void say(RoomId room, ChatId chatId, EnvId envId) {
  std::printf("%lld %llu %llu\n", room, chatId, envId);
  std::fflush(stdout);
}

int appendUntilKilled(Store& store, const Snapshot& snapshot, TestLoop& loop, EnvId next) {
  const RoomId rooms[] = {roomIn(snapshot, QStringLiteral("tides")), roomIn(snapshot, QStringLiteral("deck"))};
  bool failed = false;
  while (!failed) {
    while (store.waitingPosts() < kInFlight) {
      NewPost post;
      post.room = rooms[next % 2];
      post.author = principalIn(snapshot, "sip:ada@");
      post.epid = "01ab";
      post.envId = next++;
      post.chat = "herring " + QByteArray::number(post.envId);
      store.appendPost(post, [&failed, post](const Result<PostReceipt>& receipt) {
        failed = failed || !receipt;
        if (receipt) say(post.room, receipt->chatId, post.envId);
      });
    }
    if (!loop.runUntil([&] { return store.waitingPosts() < kInFlight || failed; })) return 3;
  }
  return 4;
}

// Round after round of posts that are all purged again, with a line in the audit trail.
int purgeUntilKilled(Store& store, const Snapshot& snapshot, TestLoop& loop, qint64 round) {
  constexpr size_t kPostsOfRound = 6'000;
  const SystemClock clock;
  NewPost post;
  post.room = roomIn(snapshot, QStringLiteral("tides"));
  post.author = principalIn(snapshot, "sip:ada@");
  while (true) {
    size_t stored = 0;
    post.chat = "round " + QByteArray::number(round);
    for (size_t i = 0; i < kPostsOfRound; ++i) {
      store.appendPost(post, [&stored](const Result<PostReceipt>& receipt) { stored += receipt ? 1 : 0; });
    }
    if (!loop.runUntil([&] { return stored == kPostsOfRound; })) return 3;
    ChangeSet set;
    set.purges = {{post.room, Timestamp{clock.now().ticks + 60'000 * Timestamp::kPerMs}}};
    set.audit = {{clock.now(), "local administrator", "room.purge", QByteArray::number(round), {}, {}}};
    Answer<ChangeReceipt> purged(loop);
    store.applyChanges(set, purged.callback());
    if (!purged.wait()) return 4;
    std::printf("%lld\n", round++);
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 4) return 1;
  const SystemClock clock;
  TestLoop loop;
  auto store = openStore(arguments[1], clock, loop);
  if (!store) return 2;
  const auto snapshot = (*store)->load();
  if (!snapshot) return 2;
  if (arguments[2] == QLatin1String("purge")) {
    return purgeUntilKilled(**store, *snapshot, loop, arguments[3].toLongLong());
  }
  return appendUntilKilled(**store, *snapshot, loop, arguments[3].toULongLong());
}
