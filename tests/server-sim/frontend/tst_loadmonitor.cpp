// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/frontend/LoadMonitor.h"
#include "server-sim/frontend/RateLimits.h"
#include "tests/program/TestProgram.h"

namespace tst_loadmonitor {

using namespace Parlour::Server;

LoadSettings settingsOfTest() {
  LoadSettings settings;
  settings.lagSignInsMs = 100;
  settings.lagReadingMs = 200;
  settings.lagPostsMs = 300;
  settings.postsSignIns = 10;
  settings.postsReading = 20;
  settings.readsSignIns = 1'000;
  settings.readsReading = 2'000;
  return settings;
}

class TestLoadMonitor : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void levels_data() {
    QTest::addColumn<qint64>("lag");
    QTest::addColumn<qint64>("posts");
    QTest::addColumn<qint64>("reads");
    QTest::addColumn<int>("level");
    const auto row = [](const char* name, qint64 lag, qint64 posts, qint64 reads, LoadLevel level) {
      QTest::newRow(name) << lag << posts << reads << static_cast<int>(level);
    };
    row("idle", 0, 0, 0, LoadLevel::Normal);
    row("below every mark", 99, 9, 999, LoadLevel::Normal);
    row("a little late", 100, 0, 0, LoadLevel::NoSignIns);
    row("late", 200, 0, 0, LoadLevel::NoReading);
    row("very late", 300, 0, 0, LoadLevel::NoPosts);
    row("posts wait", 0, 10, 0, LoadLevel::NoSignIns);
    row("many posts wait", 0, 20, 0, LoadLevel::NoReading);
    row("posts have a limit of their own", 0, 100'000, 0, LoadLevel::NoReading);
    row("reads wait", 0, 0, 1'000, LoadLevel::NoSignIns);
    row("many reads wait", 0, 0, 2'000, LoadLevel::NoReading);
    row("the worst counts", 100, 20, 0, LoadLevel::NoReading);
  }
  void levels() {
    QFETCH(qint64, lag);
    QFETCH(qint64, posts);
    QFETCH(qint64, reads);
    const LoadSettings settings = settingsOfTest();
    LoadMonitor monitor(settings);
    monitor.note({lag, posts, reads}, 0);
    QTEST(static_cast<int>(monitor.level()), "level");
  }

  void refusesByClass() {
    const LoadSettings settings = settingsOfTest();
    LoadMonitor monitor(settings);
    monitor.note({200, 0, 0}, 0);
    QVERIFY(monitor.refuses(LoadLevel::NoSignIns));
    QVERIFY(monitor.refuses(LoadLevel::NoReading));
    QVERIFY(!monitor.refuses(LoadLevel::NoPosts));
  }

  void risesAtOnceAndFallsAfterAWhile() {
    const LoadSettings settings = settingsOfTest();
    LoadMonitor monitor(settings);
    monitor.note({100, 0, 0}, 0);
    monitor.note({300, 0, 0}, 10);
    QCOMPARE(monitor.level(), LoadLevel::NoPosts);
    monitor.note({0, 0, 0}, 500);
    monitor.note({0, 0, 0}, 1'009);
    QCOMPARE(monitor.level(), LoadLevel::NoPosts);
    monitor.note({100, 0, 0}, 1'010);
    QCOMPARE(monitor.level(), LoadLevel::NoSignIns);
    monitor.note({0, 0, 0}, 2'009);
    QCOMPARE(monitor.level(), LoadLevel::NoSignIns);
    monitor.note({0, 0, 0}, 2'010);
    QCOMPARE(monitor.level(), LoadLevel::Normal);
  }

  void rateLimitsForgetWhoIsQuiet() {
    RateLimits limits(2, 4);
    for (int i = 0; i < 4; ++i) QVERIFY(limits.take("ada", 0));
    QVERIFY(!limits.take("ada", 0));
    QVERIFY(limits.take("bo", 0));
    QVERIFY(limits.take("ada", 500));
    limits.forgetFull(2'000);
    QCOMPARE(limits.size(), 2);  // refilled, but not long enough for the last one
    limits.forgetFull(2'501);
    QCOMPARE(limits.size(), 0);
    for (int i = 0; i < 4; ++i) QVERIFY(limits.take("ada", 3'000));
    QVERIFY(!limits.take("ada", 3'000));
  }

  void noRateMeansNoLimit() {
    RateLimits limits(0, 1);
    for (int i = 0; i < 1'000; ++i) QVERIFY(limits.take("ada", 0));
    QCOMPARE(limits.size(), 0);
  }
};

PARLOUR_TEST(TestLoadMonitor)

}  // namespace tst_loadmonitor

#include "tst_loadmonitor.moc"
