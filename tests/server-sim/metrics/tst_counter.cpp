// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <thread>
#include <vector>

#include "server-sim/metrics/Counter.h"
#include "tests/program/TestProgram.h"

namespace tst_counter {

using namespace Parlour::Server;

class TestCounter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void threadsLoseNothing();
  void gaugeKeepsTheGreatest();
};

void TestCounter::threadsLoseNothing() {
  Counter counter;
  Gauge gauge;
  std::vector<std::thread> threads;
  for (int index = 0; index < 4; ++index) {
    threads.emplace_back([&] {
      for (int time = 0; time < 10'000; ++time) {
        counter.add();
        gauge.add(time % 2 == 0 ? 3 : -1);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  QCOMPARE(counter.value(), quint64{40'000});
  QCOMPARE(gauge.value(), qint64{40'000});
}

void TestCounter::gaugeKeepsTheGreatest() {
  Gauge gauge;
  for (const qint64 value : {3, 9, 4}) gauge.raiseTo(value);
  QCOMPARE(gauge.value(), qint64{9});
  gauge.set(0);
  gauge.raiseTo(2);
  QCOMPARE(gauge.value(), qint64{2});
}

PARLOUR_TEST(TestCounter)

}  // namespace tst_counter

#include "tst_counter.moc"
