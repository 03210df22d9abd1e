// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/status/ProcessUsage.h"
#include "tests/program/TestProgram.h"

namespace tst_processusage {

using namespace Parlour::Server;

class TestProcessUsage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ofThisProcess();
  void memoryLimit_data();
  void memoryLimit();
  void shareOfTheCores_data();
  void shareOfTheCores();
};

void TestProcessUsage::ofThisProcess() {
  const ProcessUsage usage = ProcessUsage::now();
  QVERIFY(usage.cpuUs > 0);
  QVERIFY(usage.cores >= 1);
  QVERIFY(usage.memoryBytes > 1'000'000);
  QVERIFY(usage.memoryLimitBytes > usage.memoryBytes);
  QVERIFY(usage.openFiles >= 3);
  QVERIFY(usage.openFilesLimit >= usage.openFiles);
}

void TestProcessUsage::memoryLimit_data() {
  QTest::addColumn<QByteArray>("group");
  QTest::addColumn<QByteArray>("machine");
  QTest::addColumn<qint64>("expected");
  const QByteArray machine = "MemTotal:        2048 kB\nMemFree:          128 kB\n";
  QTest::newRow("no group") << QByteArray() << machine << qint64{2'097'152};
  QTest::newRow("group without limit") << QByteArray("max\n") << machine << qint64{2'097'152};
  QTest::newRow("group with limit") << QByteArray("1048576\n") << machine << qint64{1'048'576};
  QTest::newRow("more than there is") << QByteArray("9000000000\n") << machine << qint64{2'097'152};
  QTest::newRow("group alone") << QByteArray("1048576") << QByteArray() << qint64{1'048'576};
  QTest::newRow("nothing") << QByteArray() << QByteArray("nonsense") << qint64{0};
}

void TestProcessUsage::memoryLimit() {
  QFETCH(QByteArray, group);
  QFETCH(QByteArray, machine);
  QFETCH(qint64, expected);
  QCOMPARE(memoryLimitIn(group, machine), expected);
}

void TestProcessUsage::shareOfTheCores_data() {
  QTest::addColumn<int>("cores");
  QTest::addColumn<qint64>("usedEachSecond");
  QTest::addColumn<double>("expected");
  QTest::newRow("idle") << 2 << qint64{0} << 0.0;
  QTest::newRow("one of two") << 2 << qint64{1'000'000} << 0.5;
  QTest::newRow("all") << 2 << qint64{2'000'000} << 1.0;
  QTest::newRow("never more than all") << 1 << qint64{1'500'000} << 1.0;
}

void TestProcessUsage::shareOfTheCores() {
  QFETCH(int, cores);
  QFETCH(qint64, usedEachSecond);
  QFETCH(double, expected);
  CpuMeter meter;
  QCOMPARE(meter.share(cores), 0.0);
  // What was used long ago does not count.
  meter.add(0, 0);
  for (int second = 1; second < 20; ++second) meter.add(900'000'000 + usedEachSecond * second, second * 1'000'000);
  QCOMPARE(meter.share(cores), expected);
}

PARLOUR_TEST(TestProcessUsage)

}  // namespace tst_processusage

#include "tst_processusage.moc"
