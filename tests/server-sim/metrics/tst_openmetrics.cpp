// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/metrics/MetricSet.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/metrics/OpenMetricsReader.h"

namespace tst_openmetrics {

using namespace Parlour::Server;
using Parlour::Tests::OpenMetricsReader;

class TestOpenMetrics : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void emptySetIsValid();
  void textOfEveryKind();
  void histogramOfTimes();
  void labelsAreEscaped_data();
  void labelsAreEscaped();
  void numbers_data();
  void numbers();
  void familiesStayTogether();
  void readerFindsFaults_data();
  void readerFindsFaults();
  void findNeedsTheSameLabels();
};

void TestOpenMetrics::emptySetIsValid() {
  QCOMPARE(writeOpenMetrics({}), QByteArrayLiteral("# EOF\n"));
  QCOMPARE(OpenMetricsReader(writeOpenMetrics({})).problem(), QString());
}

void TestOpenMetrics::textOfEveryKind() {
  MetricSet set;
  set.counter("parlour_posts", "Posts\nreceived.", 3);
  set.gauge("parlour_store_bytes", "Size of the \"database\".", 4096, {{"file", "chat"}});
  set.info("parlour_build", "The program.", {{"version", "1.2"}});
  QCOMPARE(writeOpenMetrics(set), QByteArray("# TYPE parlour_posts counter\n"
                                             "# HELP parlour_posts Posts\\nreceived.\n"
                                             "parlour_posts_total 3\n"
                                             "# TYPE parlour_store_bytes gauge\n"
                                             "# UNIT parlour_store_bytes bytes\n"
                                             "# HELP parlour_store_bytes Size of the \\\"database\\\".\n"
                                             "parlour_store_bytes{file=\"chat\"} 4096\n"
                                             "# TYPE parlour_build info\n"
                                             "# HELP parlour_build The program.\n"
                                             "parlour_build_info{version=\"1.2\"} 1\n"
                                             "# EOF\n"));
  QCOMPARE(OpenMetricsReader(writeOpenMetrics(set)).problem(), QString());
}

void TestOpenMetrics::histogramOfTimes() {
  Histogram histogram;
  for (const qint64 value : {1, 2, 1'024, 1'025, 200'000'000}) histogram.record(value);
  MetricSet set;
  set.histogram("parlour_commit_seconds", "Commits.", histogram.counts(), {{"kind", "post"}});
  set.histogram("parlour_commit_posts", "Posts a commit.", histogram.counts());
  const OpenMetricsReader read(writeOpenMetrics(set));
  QCOMPARE(read.problem(), QString());
  QCOMPARE(read.value("parlour_commit_seconds_bucket{kind=\"post\",le=\"1e-06\"}"), 1.0);
  QCOMPARE(read.value("parlour_commit_seconds_bucket{kind=\"post\",le=\"0.001024\"}"), 3.0);
  QCOMPARE(read.value("parlour_commit_seconds_bucket{kind=\"post\",le=\"0.002048\"}"), 4.0);
  QCOMPARE(read.value("parlour_commit_seconds_bucket{kind=\"post\",le=\"+Inf\"}"), 5.0);
  QCOMPARE(read.value("parlour_commit_seconds_count{kind=\"post\"}"), 5.0);
  QCOMPARE(read.value("parlour_commit_seconds_sum{kind=\"post\"}"), 200.002052);
  QCOMPARE(read.value("parlour_commit_posts_bucket{le=\"1024\"}"), 3.0);
  QCOMPARE(read.value("parlour_commit_posts_sum"), 200'002'052.0);
}

void TestOpenMetrics::labelsAreEscaped_data() {
  QTest::addColumn<QByteArray>("value");
  QTest::newRow("empty") << QByteArray("");
  QTest::newRow("quote") << QByteArray("a\"b");
  QTest::newRow("backslash at the end") << QByteArray("a\\");
  QTest::newRow("line end") << QByteArray("a\nb");
  QTest::newRow("as if it ended") << QByteArray("a\"} 1\n# EOF\n");
  QTest::newRow("other letters") << QByteArray("Zürich, 東京");
}

void TestOpenMetrics::labelsAreEscaped() {
  QFETCH(QByteArray, value);
  MetricSet set;
  set.gauge("a", "b", 5, {{"name", value}});
  const OpenMetricsReader read(writeOpenMetrics(set));
  QCOMPARE(read.problem(), QString());
  QCOMPARE(read.value("a{name=\"" + value + "\"}"), 5.0);
}

void TestOpenMetrics::numbers_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("zero") << 0.0 << QByteArray("0");
  QTest::newRow("large") << 123456789012.0 << QByteArray("123456789012");
  QTest::newRow("part") << 0.25 << QByteArray("0.25");
  QTest::newRow("below zero") << -1.5 << QByteArray("-1.5");
  QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("NaN");
  QTest::newRow("without end") << std::numeric_limits<double>::infinity() << QByteArray("+Inf");
}

void TestOpenMetrics::numbers() {
  QFETCH(double, value);
  QFETCH(QByteArray, text);
  MetricSet set;
  set.gauge("a", "b", value);
  QVERIFY(writeOpenMetrics(set).contains("\na " + text + '\n'));
}

void TestOpenMetrics::familiesStayTogether() {
  MetricSet set;
  set.counter("shed", "Shed.", 1, {{"class", "history"}});
  set.gauge("other", "Other.", 2);
  set.counter("shed", "Shed.", 4, {{"class", "posts"}});
  const OpenMetricsReader read(writeOpenMetrics(set));
  QCOMPARE(read.problem(), QString());
  QCOMPARE(read.families().size(), 2);
  QCOMPARE(read.value("shed_total{class=\"posts\"}"), 4.0);
}

void TestOpenMetrics::readerFindsFaults_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("no end") << QByteArray("# TYPE a gauge\na 1\n");
  QTest::newRow("more after the end") << QByteArray("# EOF\n# TYPE a gauge\na 1\n# EOF\n");
  QTest::newRow("counter without suffix") << QByteArray("# TYPE a counter\na 1\n# EOF\n");
  QTest::newRow("sample without family") << QByteArray("a 1\n# EOF\n");
  QTest::newRow("family in two pieces") << QByteArray(
      "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# TYPE a gauge\n# EOF\n");
  QTest::newRow("unit not in the name") << QByteArray("# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n");
  QTest::newRow("label not closed") << QByteArray("# TYPE a gauge\na{b=\"c} 1\n# EOF\n");
  QTest::newRow("buckets that fall") << QByteArray(
      "# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_count 1\n# EOF\n");
  QTest::newRow("count differs") << QByteArray("# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 2\n# EOF\n");
  QTest::newRow("twice") << QByteArray("# TYPE a gauge\na 1\na 2\n# EOF\n");
}

void TestOpenMetrics::readerFindsFaults() {
  QFETCH(QByteArray, text);
  QVERIFY(!OpenMetricsReader(text).problem().isEmpty());
}

void TestOpenMetrics::findNeedsTheSameLabels() {
  MetricSet set;
  set.counter("shed", "Shed.", 4, {{"class", "posts"}});
  QVERIFY(set.find("shed", {{"class", "posts"}}));
  QVERIFY(!set.find("shed"));
  QVERIFY(!set.find("she", {{"class", "posts"}}));
}

PARLOUR_TEST(TestOpenMetrics)

}  // namespace tst_openmetrics

#include "tst_openmetrics.moc"
