// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <algorithm>
#include <random>
#include <thread>
#include <vector>

#include "server-sim/metrics/Histogram.h"
#include "tests/program/TestProgram.h"

namespace tst_histogram {

using namespace Parlour::Server;

class TestHistogram : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void boundsBelongToTheirBucket();
  void edges_data();
  void edges();
  void percentilesAreNearTheTruth_data();
  void percentilesAreNearTheTruth();
  void differenceIsWhatCameBetween();
  void threadsLoseNothing();
};

void TestHistogram::boundsBelongToTheirBucket() {
  for (int index = 0; index < HistogramBuckets::kBounded; ++index) {
    const qint64 bound = HistogramBuckets::bound(index);
    QCOMPARE(HistogramBuckets::indexOf(bound), index);
    QCOMPARE(HistogramBuckets::indexOf(bound + 1), index + 1);
    if (index > 0) QVERIFY(bound - HistogramBuckets::bound(index - 1) <= std::max<qint64>(1, bound / 8));
  }
}

void TestHistogram::edges_data() {
  QTest::addColumn<qint64>("value");
  QTest::addColumn<int>("bucket");
  QTest::addColumn<quint64>("sum");
  QTest::newRow("below zero") << qint64{-5} << 0 << quint64{0};
  QTest::newRow("zero") << qint64{0} << 0 << quint64{0};
  QTest::newRow("one") << qint64{1} << 0 << quint64{1};
  QTest::newRow("two") << qint64{2} << 1 << quint64{2};
  QTest::newRow("last with a bound") << (qint64{1} << 27) << HistogramBuckets::kBounded - 1 << (quint64{1} << 27);
  QTest::newRow("above all") << (qint64{1} << 50) << HistogramBuckets::kBounded << (quint64{1} << 50);
}

void TestHistogram::edges() {
  QFETCH(qint64, value);
  QFETCH(int, bucket);
  Histogram histogram;
  histogram.record(value);
  const HistogramCounts counts = histogram.counts();
  QCOMPARE(counts.buckets[static_cast<size_t>(bucket)], quint64{1});
  QCOMPARE(counts.count(), quint64{1});
  QTEST(counts.sum, "sum");
}

void TestHistogram::percentilesAreNearTheTruth_data() {
  QTest::addColumn<double>("share");
  QTest::newRow("p50") << 0.5;
  QTest::newRow("p95") << 0.95;
  QTest::newRow("p99") << 0.99;
}

void TestHistogram::percentilesAreNearTheTruth() {
  QFETCH(double, share);
  std::mt19937 random(7);
  std::lognormal_distribution<double> times(8, 1.2);
  Histogram histogram;
  std::vector<qint64> values;
  for (int index = 0; index < 20'000; ++index) {
    values.push_back(static_cast<qint64>(times(random)));
    histogram.record(values.back());
  }
  std::sort(values.begin(), values.end());
  const auto truth = static_cast<double>(values[static_cast<size_t>(share * 20'000)]);
  const double told = histogram.counts().percentile(share);
  QVERIFY2(std::abs(told - truth) < truth / 8, qPrintable(QStringLiteral("%1, in truth %2").arg(told).arg(truth)));
  QCOMPARE(Histogram().counts().percentile(share), 0.0);
}

void TestHistogram::differenceIsWhatCameBetween() {
  Histogram histogram;
  histogram.record(5);
  const HistogramCounts earlier = histogram.counts();
  histogram.record(100);
  histogram.record(300);
  const HistogramCounts between = histogram.counts().since(earlier);
  QCOMPARE(between.count(), quint64{2});
  QCOMPARE(between.sum, quint64{400});
  QCOMPARE(between.mean(), 200.0);
}

void TestHistogram::threadsLoseNothing() {
  Histogram histogram;
  std::vector<std::thread> threads;
  for (int index = 0; index < 4; ++index) {
    threads.emplace_back([&] {
      for (int value = 0; value < 10'000; ++value) histogram.record(value);
    });
  }
  for (auto& thread : threads) thread.join();
  QCOMPARE(histogram.counts().count(), quint64{40'000});
  QCOMPARE(histogram.counts().sum, quint64{4} * 49'995'000);
}

PARLOUR_TEST(TestHistogram)

}  // namespace tst_histogram

#include "tst_histogram.moc"
