// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "server-sim/status/StatusBoard.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/metrics/OpenMetricsReader.h"

namespace tst_statusboard {

using namespace Parlour;
using namespace Parlour::Server;
using Parlour::Tests::OpenMetricsReader;

class TestStatusBoard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sourcesAddUp();
  void metricsAreValid();
  void lateLoopIsMeasured();
  void deadLoopIsNotHealthy();
  void stalledQueueIsNotHealthy();
  void checksAreNamed();
  void reportOfAFreshServer();
  void reportOfShedRequests();
  void reportOfRooms();
  void eventsNewestFirst();

 private:
  static void seconds(StatusBoard& board, FakeClock& clock, int count) {
    for (int tick = 0; tick < count * 4; ++tick) {
      clock.advanceMs(LoopWatch::kTickMs);
      board.tick();
    }
  }
  static QJsonObject tile(const StatusBoard& board, const char* name) {
    return board.report()[QLatin1String("tiles")].toObject()[QLatin1String(name)].toObject();
  }
};

void TestStatusBoard::sourcesAddUp() {
  FakeClock clock;
  StatusBoard board(clock);
  for (int source = 1; source <= 2; ++source) {
    board.add(StatusSource{{}, [source](LoadSample& sample) {
                             sample.sessions += 10;
                             sample.shed += static_cast<quint64>(source);
                           }});
  }
  board.add(StatusSource{});
  seconds(board, clock, 1);
  QCOMPARE(tile(board, "sessions")[QLatin1String("now")].toInt(), 20);
  QCOMPARE(tile(board, "shed")[QLatin1String("total")].toInt(), 3);
}

void TestStatusBoard::metricsAreValid() {
  FakeClock clock;
  StatusBoard board(clock);
  board.add(StatusSource{[](MetricSet& set) { set.counter("parlour_posts_received", "Posts.", 7); }, {}});
  clock.advanceMs(90'000);
  const OpenMetricsReader read(writeOpenMetrics(board.metrics()));
  QCOMPARE(read.problem(), QString());
  QCOMPARE(read.value("parlour_posts_received_total"), 7.0);
  QCOMPARE(read.value("parlour_uptime_seconds"), 90.0);
  QVERIFY(read.value("process_cpu_seconds_total") > 0);
  QVERIFY(read.value("process_resident_memory_bytes") > 0);
}

void TestStatusBoard::lateLoopIsMeasured() {
  FakeClock clock;
  StatusBoard board(clock);
  clock.advanceMs(3'000);  // the start
  board.tick();
  clock.advanceMs(LoopWatch::kTickMs);
  board.tick();
  clock.advanceMs(LoopWatch::kTickMs + 40);
  board.tick();
  const MetricSet set = board.metrics();
  const auto lag = set.find("parlour_loop_lag_seconds")->histogram;
  QCOMPARE(lag->count(), quint64{2});
  QCOMPARE(lag->sum, quint64{40'000});
}

void TestStatusBoard::deadLoopIsNotHealthy() {
  FakeClock clock;
  StatusBoard board(clock);
  board.tick();
  QVERIFY(board.health().ok);
  QCOMPARE(board.health().json[QLatin1String("status")].toString(), QStringLiteral("ok"));
  clock.advanceMs(LoopWatch::kDeadMs);
  const auto health = board.health();
  QVERIFY(!health.ok);
  QCOMPARE(health.json[QLatin1String("status")].toString(), QStringLiteral("failing"));
  QCOMPARE(health.json[QLatin1String("checks")].toObject()[QLatin1String("loop")].toString(),
           QStringLiteral("The server does not get round to its work."));
  board.tick();
  QVERIFY(board.health().ok);
}

void TestStatusBoard::stalledQueueIsNotHealthy() {
  FakeClock clock;
  StatusBoard board(clock);
  LoadSample now;
  board.add(StatusSource{{}, [&now](LoadSample& sample) { sample = now; }});
  now.waiting = 3;
  for (int passed = 0; passed < 30; ++passed) {
    ++now.answered;
    seconds(board, clock, 1);
  }
  QVERIFY(board.health().ok);
  seconds(board, clock, 10);
  QVERIFY(board.health().ok);
  seconds(board, clock, 1);
  QVERIFY(!board.health().ok);
  ++now.answered;
  seconds(board, clock, 1);
  QVERIFY(board.health().ok);
}

void TestStatusBoard::checksAreNamed() {
  FakeClock clock;
  StatusBoard board(clock);
  QString trouble;
  board.add(HealthCheck{"store", [&trouble] { return trouble; }});
  QVERIFY(board.health().ok);
  trouble = QStringLiteral("Messages cannot be stored.");
  QVERIFY(!board.health().ok);
  const QJsonObject checks = board.health().json[QLatin1String("checks")].toObject();
  QCOMPARE(checks[QLatin1String("store")].toString(), trouble);
  QCOMPARE(checks[QLatin1String("loop")].toString(), QStringLiteral("ok"));
}

void TestStatusBoard::reportOfAFreshServer() {
  FakeClock clock;
  StatusBoard board(clock);
  const QJsonObject report = board.report();
  for (const char* part :
       {"time", "version", "uptimeSeconds", "health", "loopLagMs", "tiles", "chart", "load", "rooms", "events"}) {
    QVERIFY2(report.contains(QLatin1String(part)), part);
  }
  const QJsonArray series = tile(board, "messages")[QLatin1String("series")].toArray();
  QCOMPARE(series.size(), 30);
  QVERIFY(series.last().isNull());
  QVERIFY(!tile(board, "shed").contains(QLatin1String("last")));
}

void TestStatusBoard::reportOfShedRequests() {
  FakeClock clock;
  StatusBoard board(clock);
  quint64 shed = 0;
  board.add(StatusSource{{}, [&shed](LoadSample& sample) { sample.shed += shed; }});
  seconds(board, clock, 1);
  shed = 12;
  seconds(board, clock, 1);
  const QString at = QString::fromLatin1(clock.now().toXccosSeconds());
  seconds(board, clock, 1);
  QCOMPARE(tile(board, "shed")[QLatin1String("total")].toInt(), 12);
  QCOMPARE(tile(board, "shed")[QLatin1String("last")].toString(), at);
  QCOMPARE(tile(board, "shed")[QLatin1String("inOneGo")].toBool(), true);
  const QJsonArray marks = board.report()[QLatin1String("chart")].toObject()[QLatin1String("marks")].toArray();
  QCOMPARE(marks.size(), 1);
  QCOMPARE(marks.first().toObject()[QLatin1String("shed")].toInt(), 12);
  QCOMPARE(marks.first().toObject()[QLatin1String("time")].toString(), at);
  QCOMPARE(board.events().newest(1).front().text, QStringLiteral("12 requests shed with 503"));
}

void TestStatusBoard::reportOfRooms() {
  FakeClock clock;
  StatusBoard board(clock);
  board.setDetails([] {
    StatusDetails details;
    details.activeRooms = 63;
    details.databaseBytes = 100;
    details.diskFreeBytes = 900;
    details.rooms.push_back(
        {QStringLiteral("Tides"), QStringLiteral("k"), QStringLiteral("secret"),
                             QStringLiteral("auditorium"), 96, 672, 63'840, 18'000});
    return details;
  });
  const QJsonObject report = board.report();
  const QJsonObject room = report[QLatin1String("rooms")].toArray().first().toObject();
  QCOMPARE(room[QLatin1String("messagesPerSecond")].toDouble(), 11.2);
  QCOMPARE(room[QLatin1String("fanOutPerSecond")].toDouble(), 1'064.0);
  QCOMPARE(room[QLatin1String("p95Ms")].toDouble(), 18.0);
  QCOMPARE(tile(board, "rooms")[QLatin1String("active")].toInt(), 63);
  const QJsonObject database = report[QLatin1String("load")].toObject()[QLatin1String("database")].toObject();
  QCOMPARE(database[QLatin1String("value")].toInt(), 100);
  QCOMPARE(database[QLatin1String("limit")].toInt(), 1'000);
}

void TestStatusBoard::eventsNewestFirst() {
  FakeClock clock;
  StatusBoard board(clock);
  board.events().add(Severity::Good, QStringLiteral("Server started, 0.9 s"));
  board.events().add(Severity::Failure, QStringLiteral("Storing failed: disk full"), EventTopic::Storage);
  const QJsonArray events = board.report()[QLatin1String("events")].toArray();
  QCOMPARE(events.size(), 2);
  QCOMPARE(events[0].toObject()[QLatin1String("severity")].toString(), QStringLiteral("failure"));
  QCOMPARE(events[0].toObject()[QLatin1String("topic")].toString(), QStringLiteral("storage"));
  QCOMPARE(events[1].toObject()[QLatin1String("text")].toString(), QStringLiteral("Server started, 0.9 s"));
}

PARLOUR_TEST(TestStatusBoard)

}  // namespace tst_statusboard

#include "tst_statusboard.moc"
