// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/files/SpeedMeter.h"
#include "tests/program/TestProgram.h"

namespace tst_speedmeter {

using namespace Parlour;
using namespace Parlour::Core;

class TestSpeedMeter : public QObject {
  Q_OBJECT

 private:
  FakeClock clock_;

  // So many bytes more in each of `steps` steps of `ms`.
  void run(SpeedMeter& meter, qint64& done, int steps, qint64 ms, qint64 bytes) {
    for (int i = 0; i < steps; ++i) {
      clock_.advanceMs(ms);
      meter.note(done += bytes);
    }
  }

 private Q_SLOTS:
  void nothingIsToldTooEarly() {
    SpeedMeter meter(clock_);
    QCOMPARE(meter.bytesPerSecond(), -1);
    meter.note(0);
    clock_.advanceMs(100);
    meter.note(50'000);
    QCOMPARE(meter.bytesPerSecond(), -1);
    QCOMPARE(meter.secondsFor(1'000), -1);
  }

  void steady_data() {
    QTest::addColumn<int>("stepMs");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("speed");
    QTest::newRow("often") << 10 << 100 << 10'000;
    QTest::newRow("seldom") << 1'000 << 10'000 << 10'000;
    QTest::newRow("very fast") << 5 << 1'000'000 << 200'000'000;
  }

  void steady() {
    QFETCH(int, stepMs);
    QFETCH(int, bytes);
    QFETCH(int, speed);
    SpeedMeter meter(clock_);
    qint64 done = 0;
    meter.note(0);
    run(meter, done, 20'000 / stepMs, stepMs, bytes);
    QVERIFY2(std::abs(meter.bytesPerSecond() - speed) <= speed / 20,
             qPrintable(QString::number(meter.bytesPerSecond())));
    QCOMPARE(meter.secondsFor(meter.bytesPerSecond() * 3), 3);
    QCOMPARE(meter.secondsFor(1), 1);
    QCOMPARE(meter.secondsFor(0), 0);
  }

  void forgetsWhatWasLongAgo() {
    SpeedMeter meter(clock_);
    qint64 done = 0;
    meter.note(0);
    run(meter, done, 100, 100, 100'000);
    run(meter, done, 100, 100, 1'000);
    QVERIFY(std::abs(meter.bytesPerSecond() - 10'000) < 1'000);
  }

  void standingStill() {
    SpeedMeter meter(clock_);
    qint64 done = 0;
    meter.note(0);
    run(meter, done, 10, 100, 1'000);
    clock_.advanceMs(100'000);
    QVERIFY(meter.bytesPerSecond() < 200);
    run(meter, done, 100, 100, 0);
    QCOMPARE(meter.bytesPerSecond(), 0);
    QCOMPARE(meter.secondsFor(1'000), -1);
  }

  void beginningAgain() {
    SpeedMeter meter(clock_);
    qint64 done = 0;
    run(meter, done, 10, 100, 1'000);
    meter.note(0);
    QCOMPARE(meter.bytesPerSecond(), -1);
  }
};

PARLOUR_TEST(TestSpeedMeter)

}  // namespace tst_speedmeter

#include "tst_speedmeter.moc"
