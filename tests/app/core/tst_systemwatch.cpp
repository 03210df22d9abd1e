// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/real/SystemWatch.h"
#include "tests/program/TestProgram.h"

namespace tst_systemwatch {

using namespace Parlour;
using namespace Parlour::Core;

// A clock whose two times can be moved apart.
class SleepyClock final : public Clock {
 public:
  Timestamp now() const override { return Timestamp::fromMs(1'900'000'000'000 + day); }
  qint64 monotonicMs() const override { return monotonic; }
  qint64 day = 0;
  qint64 monotonic = 0;
};

class TestSystemWatch : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sleepIsATimeThatOnlyTheDayKnows_data() {
    QTest::addColumn<qint64>("day");
    QTest::addColumn<qint64>("monotonic");
    QTest::addColumn<bool>("slept");
    QTest::newRow("awake") << qint64{5'000} << qint64{5'000} << false;
    QTest::newRow("busy for a minute") << qint64{60'000} << qint64{60'000} << false;
    QTest::newRow("the clock was set a little") << qint64{9'000} << qint64{5'000} << false;
    QTest::newRow("the clock was set back") << qint64{-3'600'000} << qint64{5'000} << false;
    QTest::newRow("slept") << qint64{3'600'000} << qint64{2'000} << true;
  }
  void sleepIsATimeThatOnlyTheDayKnows() {
    QFETCH(qint64, day);
    QFETCH(qint64, monotonic);
    QFETCH(bool, slept);
    SleepyClock clock;
    WakeDetector detector;
    QVERIFY(!detector.sleptUntil(clock));
    clock.day += day;
    clock.monotonic += monotonic;
    QCOMPARE(detector.sleptUntil(clock), slept);
    clock.day += 5'000;
    clock.monotonic += 5'000;
    QVERIFY(!detector.sleptUntil(clock));  // told once
  }

  void aQuietComputerTellsNothing() {
    const SystemClock clock;
    SystemWatch watch(clock);
    int told = 0;
    watch.onChanged = [&] { ++told; };
    QCoreApplication::processEvents();
    QCOMPARE(told, 0);
  }
};

PARLOUR_TEST(TestSystemWatch)

}  // namespace tst_systemwatch

#include "tst_systemwatch.moc"
