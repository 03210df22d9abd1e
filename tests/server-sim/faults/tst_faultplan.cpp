// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/faults/FaultPlan.h"
#include "server-sim/faults/FaultyClock.h"
#include "tests/program/TestProgram.h"

namespace tst_faultplan {

using namespace Parlour;
using namespace Parlour::Server;

class TestFaultPlan final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsWrongByItself() {
    const auto plan = parseFaults({});
    QVERIFY(plan && plan->isEmpty() && !plan->touchesStore() && !plan->touchesTransport());
  }

  void everyKind() {
    const auto plan = parseFaults({QStringLiteral("503=0.05,delay=200ms±100"), QStringLiteral("drop=0.01"),
                                   QStringLiteral("cut=0.001"), QStringLiteral("disk-error=0.02"),
                                   QStringLiteral("disk-full=20s@10s"), QStringLiteral("clock-jump=-2min@30s"),
                                   QStringLiteral("seed=7")});
    QVERIFY(plan);
    FaultPlan expected;
    expected.busy = 0.05;
    expected.delayMs = 200;
    expected.delaySpreadMs = 100;
    expected.drop = 0.01;
    expected.cut = 0.001;
    expected.diskError = 0.02;
    expected.diskFull = true;
    expected.fullForMs = 20'000;
    expected.fullFromMs = 10'000;
    expected.clockJumpMs = -120'000;
    expected.clockJumpAtMs = 30'000;
    expected.seed = 7;
    QCOMPARE(*plan, expected);
    QVERIFY(plan->touchesStore() && plan->touchesTransport());
  }

  void shortForms_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("store");
    QTest::newRow("full from the start") << QStringLiteral("disk-full") << true;
    QTest::newRow("full for a while") << QStringLiteral("disk-full=500ms") << true;
    QTest::newRow("a plain delay") << QStringLiteral("delay=30") << false;
    QTest::newRow("typed without the sign") << QStringLiteral("delay=30+-10") << false;
    QTest::newRow("always") << QStringLiteral("503=1") << false;
  }
  void shortForms() {
    QFETCH(QString, text);
    QFETCH(bool, store);
    const auto plan = parseFaults({text});
    QVERIFY(plan);
    QCOMPARE(plan->touchesStore(), store);
    QCOMPARE(plan->touchesTransport(), !store);
  }

  void whatIsNotUnderstood_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"",         "503",          "503=",          "503=1.5",          "503=-0.1",    "503=x",
          "loss=0.1", "delay=10±20",  "delay=-5",      "delay=5±1±1",      "delay=5h",    "delay=99999999999",
          "cut=0.1,", "disk-full=0s", "disk-full=-1s", "disk-full=1s@-1s", "clock-jump=", "clock-jump=5s@",
          "seed=x",   "drop=nan"}) {
      QTest::newRow(text) << QString::fromUtf8(text);
    }
  }
  void whatIsNotUnderstood() {
    QFETCH(QString, text);
    const auto plan = parseFaults({text});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::InvalidArgument);
    QVERIFY(plan.error().text.contains(QStringLiteral("503=0.05")));
  }

  void theClockJumpsOnce() {
    FakeClock real;
    FaultPlan plan;
    plan.clockJumpMs = 3'600'000;
    plan.clockJumpAtMs = 30'000;
    const FaultyClock clock(real, plan);
    QCOMPARE(clock.now(), real.now());
    real.advanceMs(29'999);
    QCOMPARE(clock.now(), real.now());
    real.advanceMs(1);
    QCOMPARE(clock.now().ticks - real.now().ticks, 3'600'000 * Timestamp::kPerMs);
    QCOMPARE(clock.monotonicMs(), real.monotonicMs());
  }
};

PARLOUR_TEST(TestFaultPlan)

}  // namespace tst_faultplan

#include "tst_faultplan.moc"
