// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/status/LoadHistory.h"
#include "tests/program/TestProgram.h"

namespace tst_loadhistory {

using namespace Parlour;
using namespace Parlour::Server;

class TestLoadHistory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    history_ = LoadHistory();
    clock_ = FakeClock();
    sample_ = {};
  }
  void emptyAtFirst();
  void seriesOfEachValue_data();
  void seriesOfEachValue();
  void oldestGoes();
  void averageOfTheLastMinute();
  void totalsThatBeginAnew();
  void peakIsOfToday();
  void shedBursts();
  void burstsAreForgotten();

 private:
  using Value = LoadHistory::Value;

  void second(quint64 messages = 0, quint64 shed = 0) {
    sample_.messages += messages;
    sample_.shed += shed;
    clock_.advanceMs(1'000);
    history_.add(sample_, clock_.now(), 1);
  }
  void silence(int seconds) {
    for (int passed = 0; passed < seconds; ++passed) second();
  }

  LoadHistory history_;
  FakeClock clock_;
  LoadSample sample_;
};

void TestLoadHistory::emptyAtFirst() {
  QCOMPARE(history_.messagesPerSecond(), 0.0);
  for (const auto& value : history_.series(Value::Messages, 90)) QVERIFY(!value);
  QVERIFY(!history_.lastShed());
  second(4);
  const auto series = history_.series(Value::Messages, 90);
  QCOMPARE(series.size(), size_t{90});
  QVERIFY(!series[88]);
  QCOMPARE(*series[89], 4.0);
}

void TestLoadHistory::seriesOfEachValue_data() {
  QTest::addColumn<int>("value");
  QTest::addColumn<double>("expected");
  QTest::newRow("messages: average") << static_cast<int>(Value::Messages) << 3.0;
  QTest::newRow("shed: sum") << static_cast<int>(Value::Shed) << 20.0;
  QTest::newRow("sessions: greatest") << static_cast<int>(Value::Sessions) << 9.0;
  QTest::newRow("rooms: greatest") << static_cast<int>(Value::RoomsInUse) << 4.0;
  QTest::newRow("waiting: peak between samples") << static_cast<int>(Value::Waiting) << 70.0;
}

void TestLoadHistory::seriesOfEachValue() {
  QFETCH(int, value);
  QFETCH(double, expected);
  for (int passed = 0; passed < 10; ++passed) {
    sample_.sessions = passed == 3 ? 9 : 1;
    sample_.roomsInUse = passed == 0 ? 4 : 2;
    sample_.waiting = 5;
    sample_.waitingPeak = passed == 7 ? 70 : 0;
    second(passed % 2 == 0 ? 6 : 0, 2);
  }
  QCOMPARE(*history_.series(static_cast<Value>(value), 90).back(), expected);
}

void TestLoadHistory::oldestGoes() {
  second(100);
  silence(LoadHistory::kSeconds - 1);
  QCOMPARE(*history_.series(Value::Messages, 90).front(), 10.0);
  second();
  QCOMPARE(*history_.series(Value::Messages, 90).front(), 0.0);
}

void TestLoadHistory::averageOfTheLastMinute() {
  second(30);
  second(0);
  QCOMPARE(history_.messagesPerSecond(), 15.0);
  silence(58);
  QCOMPARE(history_.messagesPerSecond(), 0.5);
  second();
  QCOMPARE(history_.messagesPerSecond(), 0.0);
}

void TestLoadHistory::totalsThatBeginAnew() {
  second(50);
  sample_.messages = 3;
  second();
  QCOMPARE(*history_.series(Value::Messages, 900).back(), 3.0);
}

void TestLoadHistory::peakIsOfToday() {
  for (const quint64 sessions : {5, 231, 214}) {
    sample_.sessions = sessions;
    history_.add(sample_, clock_.now(), 100);
  }
  QCOMPARE(history_.sessionsPeakToday(), quint64{231});
  history_.add(sample_, clock_.now(), 101);
  QCOMPARE(history_.sessionsPeakToday(), quint64{214});
}

void TestLoadHistory::shedBursts() {
  second(0, 5);
  silence(59);
  second(0, 7);
  QCOMPARE(history_.shedBursts().size(), size_t{1});
  QCOMPARE(history_.lastShed()->count, quint64{12});
  QVERIFY(history_.shedInOneGo());
  silence(60);
  second(0, 1);
  const auto bursts = history_.shedBursts();
  QCOMPARE(bursts.size(), size_t{2});
  QCOMPARE(bursts.back().count, quint64{1});
  QCOMPARE(bursts.back().first, clock_.now());
  QVERIFY(!history_.shedInOneGo());
}

void TestLoadHistory::burstsAreForgotten() {
  second(0, 5);
  const Timestamp shed = clock_.now();
  silence(LoadHistory::kSeconds);
  QVERIFY(history_.shedBursts().empty());
  QCOMPARE(history_.lastShed()->last, shed);
  QVERIFY(history_.shedInOneGo());
}

PARLOUR_TEST(TestLoadHistory)

}  // namespace tst_loadhistory

#include "tst_loadhistory.moc"
