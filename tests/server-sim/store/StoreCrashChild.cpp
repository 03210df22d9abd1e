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

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 3) return 1;
  const SystemClock clock;
  TestLoop loop;
  auto store = openStore(arguments[1], clock, loop);
  if (!store) return 2;
  const auto snapshot = (*store)->load();
  if (!snapshot) return 2;
  return appendUntilKilled(**store, *snapshot, loop, arguments[2].toULongLong());
}
