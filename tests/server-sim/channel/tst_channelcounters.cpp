// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/ChannelCounters.h"
#include "server-sim/channel/RoomActivity.h"
#include "server-sim/metrics/MetricSet.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_channelcounters {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// What the chat service counts is what happened.
class TestChannelCounters : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void posts();
  void postsThatAreNotSent();
  void latency();
  void joinsAndHistory();
  void sheds();
  void roomsInUse();
  void everyCounterIsWritten();
};

void TestChannelCounters::posts() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const SessionId bo = harbour.open("bo");
  for (const SessionId session : {ada, bo}) harbour.join(session, "tides");
  for (int post = 0; post < 3; ++post) harbour.post(ada, "tides", "Hello");
  harbour.store.run();
  const ChannelCounters& counters = harbour.service.counters();
  QCOMPARE(counters.postsReceived.value(), quint64{3});
  QCOMPARE(counters.postsAccepted.value(), quint64{3});
  QCOMPARE(counters.postsSent.value(), quint64{3});
  QCOMPARE(counters.deliveries.value(), quint64{6});
  QCOMPARE(counters.waitingPeak.value(), qint64{2});
  const auto rates = harbour.service.busiestRooms(9);
  QCOMPARE(rates.size(), size_t{1});
  QCOMPARE(rates.front().room, RoomId{Tides});
  QCOMPARE(rates.front().posts, quint64{3});
}

void TestChannelCounters::postsThatAreNotSent() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.post(ada, "tides", "Not joined");
  harbour.join(ada, "tides");
  harbour.post(ada, "tides", "Once");
  harbour.store.run();
  harbour.postAgain(ada, "tides", "Once", harbour.lastEnvId);
  harbour.store.run();
  harbour.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("Broken.")));
  harbour.post(ada, "tides", "Lost");
  harbour.store.run();
  const ChannelCounters& counters = harbour.service.counters();
  QCOMPARE(counters.postsReceived.value(), quint64{4});
  QCOMPARE(counters.postsRefused.value(), quint64{1});
  QCOMPARE(counters.postsAccepted.value(), quint64{3});
  QCOMPARE(counters.postsSent.value(), quint64{1});
  QCOMPARE(counters.postsRepeated.value(), quint64{1});
  QCOMPARE(counters.postsFailed.value(), quint64{1});
}

void TestChannelCounters::latency() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.post(ada, "tides", "Slow disk");
  harbour.clock.advanceMs(12);
  harbour.store.run();
  const HistogramCounts counts = harbour.service.counters().postUs.counts();
  QCOMPARE(counts.count(), quint64{1});
  QCOMPARE(counts.sum, quint64{12'000});
}

void TestChannelCounters::joinsAndHistory() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.join(ada, "vault");
  harbour.join(ada, "far");  // refused
  harbour.send(ada, Xccos::BackchatContext{Harbour::room("tides"), 5});
  Xccos::BackchatQueryCommand search;
  search.rooms = {Harbour::room("tides")};
  search.query.start = 1;
  harbour.send(ada, search);
  harbour.clock.advanceMs(3);
  harbour.store.run();
  const ChannelCounters& counters = harbour.service.counters();
  QCOMPARE(counters.joins.value(), quint64{2});
  QCOMPARE(counters.commands.value(), quint64{5});
  QCOMPARE(counters.historyRequests.value(), quint64{1});
  QCOMPARE(counters.historyUs.counts().sum, quint64{3'000});
  QCOMPARE(counters.searchRequests.value(), quint64{1});
  QCOMPARE(counters.searchUs.counts().sum, quint64{3'000});
}

void TestChannelCounters::sheds() {
  ChannelSettings settings = Harbour::defaults();
  settings.waitingPostsLimit = 1;
  settings.commandsPerSecond = 1;
  settings.commandBurst = 3;
  Harbour harbour(settings);
  const SessionId ada = harbour.open("ada");
  harbour.join(ada, "tides");
  harbour.post(ada, "tides", "Fits");
  QCOMPARE(harbour.post(ada, "tides", "Too many wait").status, 503);
  QCOMPARE(harbour.post(ada, "tides", "Asks too often").status, 503);
  const ChannelCounters& counters = harbour.service.counters();
  QCOMPARE(counters.shedPosts.value(), quint64{1});
  QCOMPARE(counters.shedByRate.value(), quint64{1});
  MetricSet set;
  collect(counters, set);
  QCOMPARE(set.find("parlour_requests_shed", {{"class", "post"}})->value, 1.0);
  QCOMPARE(set.find("parlour_requests_shed", {{"class", "rate"}})->value, 1.0);
}

void TestChannelCounters::roomsInUse() {
  ChannelSettings settings = Harbour::defaults();
  settings.participantUpdateLimit = 2;
  Harbour harbour(settings);
  QCOMPARE(harbour.service.roomsInUse(), size_t{0});
  const SessionId ada = harbour.open("ada");
  const SessionId bo = harbour.open("bo");
  harbour.join(ada, "tides");
  const SessionId cy = harbour.open("cy");
  harbour.join(bo, "tides");
  harbour.join(cy, "tides");
  harbour.join(ada, "lobby");
  QCOMPARE(harbour.service.roomsInUse(), size_t{2});
  QCOMPARE(harbour.service.suppressedRooms(), size_t{1});
  harbour.service.close(ada);
  harbour.service.close(cy);
  QCOMPARE(harbour.service.roomsInUse(), size_t{1});
  QCOMPARE(harbour.service.suppressedRooms(), size_t{0});
}

void TestChannelCounters::everyCounterIsWritten() {
  ChannelCounters counters;
  Counter* const all[] = {&counters.postsReceived, &counters.postsAccepted,   &counters.postsRefused,
                          &counters.postsSent,     &counters.postsRepeated,   &counters.postsFailed,
                          &counters.deliveries,    &counters.joins,           &counters.commands,
                          &counters.unreadable,    &counters.historyRequests, &counters.searchRequests,
                          &counters.shedPosts,     &counters.shedByRate};
  double expected = 0;
  for (Counter* counter : all) {
    expected += 1;
    counter->add(static_cast<quint64>(expected));
  }
  MetricSet set;
  collect(counters, set);
  std::vector<double> values;
  for (const MetricFamily& family : set.families()) {
    for (const MetricSample& sample : family.samples) {
      if (family.kind == MetricKind::Counter) values.push_back(sample.value);
    }
  }
  std::vector<double> inOrder;
  for (double value = 1; value <= expected; ++value) inOrder.push_back(value);
  QCOMPARE(values, inOrder);
}

PARLOUR_TEST(TestChannelCounters)

}  // namespace tst_channelcounters

#include "tst_channelcounters.moc"
