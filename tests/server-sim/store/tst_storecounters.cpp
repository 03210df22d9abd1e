// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/store/TempStore.h"

namespace tst_storecounters {

using namespace Parlour;
using namespace Parlour::Server;

class TestStoreCounters : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsCommitsAndReadings();
};

void TestStoreCounters::countsCommitsAndReadings() {
  QTemporaryDir directory;
  const FakeClock clock;
  TestLoop loop;
  auto store = openStore(directory.filePath(QStringLiteral("data")), clock, loop);
  QVERIFY(store);
  QVERIFY((*store)->importOrganisation(smallOrganisation(), clock));
  const auto snapshot = (*store)->load();
  const RoomId room = roomIn(*snapshot, QStringLiteral("tides"));
  const PrincipalId author = principalIn(*snapshot, "ada");
  int answered = 0;
  for (EnvId number = 1; number <= 5; ++number) {
    NewPost post;
    post.room = room;
    post.author = author;
    post.envId = number;
    post.chat = "herring";
    (*store)->appendPost(post, [&answered](const Result<PostReceipt>&) { ++answered; });
  }
  QVERIFY(loop.runUntil([&] { return answered == 5; }));
  HistoryQuery query;
  query.room = room;
  (*store)->history(query, [&](const Result<HistoryPage>&) { ++answered; });
  query.text = QStringLiteral("herring");
  (*store)->history(query, [&](const Result<HistoryPage>&) { ++answered; });
  QVERIFY(loop.runUntil([&] { return answered == 7; }));
  const StoreCounters& counters = (*store)->counters();
  // However the posts were grouped, each is in one commit.
  QCOMPARE(counters.postsPerCommit.counts().sum, quint64{5});
  QVERIFY(counters.commitUs.counts().count() >= counters.postsPerCommit.counts().count());
  QTRY_COMPARE(counters.pageUs.counts().count(), quint64{1});
  QTRY_COMPARE(counters.searchUs.counts().count(), quint64{1});
}

PARLOUR_TEST(TestStoreCounters)

}  // namespace tst_storecounters

#include "tst_storecounters.moc"
