// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "server-sim/web/StatusFigures.h"
#include "server-sim/web/WebPages.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/StatusSample.h"

namespace tst_statuspage {

using namespace Parlour::Server;
using Parlour::Tests::statusSample;

class TestStatusPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    qputenv("TZ", "UTC");
    tzset();
  }
  void axisTops_data();
  void axisTops();
  void amounts_data();
  void amounts();
  void paths_data();
  void paths();
  void areasAreClosed();
  void showsEverything_data();
  void showsEverything();
  void nothingBecomesMarkup();
  void freshServer();
  void shedNotes_data();
  void shedNotes();
  void troubleIsSaid();
  void namesEverythingForReaders();

 private:
  static QString page(const QJsonObject& report) {
    return QString::fromUtf8(WebPages::status(PageFrame{QStringLiteral("Server status"), {}, {}, {}, {}, {}}, report));
  }
};

void TestStatusPage::axisTops_data() {
  QTest::addColumn<double>("value");
  QTest::addColumn<double>("top");
  for (const auto& [value, top] :
       {std::pair(0.0, 0.4), std::pair(0.3, 0.4), std::pair(0.41, 0.8), std::pair(3.0, 4.0), std::pair(63.0, 80.0),
        std::pair(80.0, 80.0), std::pair(81.0, 100.0), std::pair(2'345.0, 4'000.0)}) {
    QTest::newRow(qPrintable(QString::number(value))) << value << top;
  }
}

void TestStatusPage::axisTops() {
  QFETCH(double, value);
  QTEST(StatusFigures::axisTop(value), "top");
}

void TestStatusPage::amounts_data() {
  QTest::addColumn<QString>("shown");
  QTest::addColumn<QString>("expected");
  constexpr double mega = 1'048'576;
  QTest::newRow("thousands") << StatusFigures::number(1'064) << QStringLiteral("1,064");
  QTest::newRow("slow") << StatusFigures::rate(38.4) << QStringLiteral("38.4");
  QTest::newRow("fast") << StatusFigures::rate(1'038.4) << QStringLiteral("1,038");
  QTest::newRow("megabytes") << StatusFigures::bytesOf(212 * mega, 1'024 * mega) << QStringLiteral("212 of 1,024 MB");
  QTest::newRow("gigabytes") << StatusFigures::bytesOf(1'843 * mega, 20 * 1'024 * mega)
                             << QStringLiteral("1.8 of 20 GB");
  QTest::newRow("nothing known") << StatusFigures::bytesOf(0, 0) << QStringLiteral("0 of 0 MB");
}

void TestStatusPage::amounts() {
  QFETCH(QString, shown);
  QTEST(shown, "expected");
}

void TestStatusPage::paths_data() {
  QTest::addColumn<QJsonArray>("series");
  QTest::addColumn<QString>("path");
  QTest::newRow("none") << QJsonArray{} << QString();
  QTest::newRow("rising") << QJsonArray{0, 5, 10} << QStringLiteral("M0 20L50 10L100 0");
  QTest::newRow("gap") << QJsonArray{0, QJsonValue(), 10} << QStringLiteral("M0 20M100 0");
  QTest::newRow("not known at first") << QJsonArray{QJsonValue(), 5, 10} << QStringLiteral("M50 10L100 0");
  QTest::newRow("beyond the field") << QJsonArray{-5, 99} << QStringLiteral("M0 20L100 0");
}

void TestStatusPage::paths() {
  QFETCH(QJsonArray, series);
  const StatusFigures::Field field{0, 0, 100, 20, 0, 10};
  QTEST(StatusFigures::linePath(StatusFigures::pointsOf(series), field), "path");
}

void TestStatusPage::areasAreClosed() {
  const StatusFigures::Field field{0, 0, 100, 20, 0, 10};
  const auto points = StatusFigures::pointsOf(QJsonArray{QJsonValue(), 5, 10});
  QCOMPARE(StatusFigures::areaPath(points, field), QStringLiteral("M50 20L50 10L100 0L100 20Z"));
}

void TestStatusPage::showsEverything_data() {
  QTest::addColumn<QString>("shown");
  for (const char* text : {"Healthy",
                           "As of 08:53:00",
                           "<strong>214</strong><small>peak today 231</small>",
                           "of 63 active",
                           "<strong>38.4</strong>",
                           "limit 500",
                           "all at 08:48, none since",
                           ">80<",
                           ">08:38<",
                           ">08:53<",
                           ">12 requests shed<",
                           "Processor, 2 cores",
                           "<dd>31%</dd>",
                           "212 of 1,024 MB",
                           "3 of 500",
                           "1.8 of 20 GB",
                           "icon icon-lock",
                           "icon icon-megaphone",
                           "icon icon-eye-off",
                           ">1,064<",
                           ">18 ms<",
                           ">9.4 ms<",
                           ">08:52</time>",
                           ">00:10</time>",
                           ">Sat</time>",
                           "Queue back under 50",
                           "Server started, 0.9 s"}) {
    QTest::newRow(text) << QString::fromUtf8(text);
  }
}

void TestStatusPage::showsEverything() {
  QFETCH(QString, shown);
  const QString html = page(statusSample());
  QVERIFY2(html.contains(shown), qPrintable(html));
}

void TestStatusPage::nothingBecomesMarkup() {
  const QString html = page(statusSample());
  QVERIFY(!html.contains(QStringLiteral("<b>")));
  QVERIFY(html.contains(QStringLiteral("Settlement &lt;b&gt;breaks&lt;/b&gt;")));
  // The policy of the pages would refuse it.
  QVERIFY(!html.contains(QStringLiteral("style=")));
  QVERIFY(!html.contains(QStringLiteral("Too old to be shown")));
}

void TestStatusPage::freshServer() {
  QJsonObject report = statusSample();
  report[QLatin1String("rooms")] = QJsonArray();
  QJsonArray unknown;
  for (int index = 0; index < 90; ++index) unknown.append(QJsonValue());
  report[QLatin1String("chart")] =
      QJsonObject{{QStringLiteral("seconds"), 900}, {QStringLiteral("messagesPerSecond"), unknown}};
  const QString html = page(report);
  QVERIFY(html.contains(QStringLiteral("No messages in the last minute.")));
  QVERIFY(html.contains(QStringLiteral("<path class=\"curve\" d=\"\">")));
  QVERIFY(!html.contains(QStringLiteral("nan")));
}

void TestStatusPage::shedNotes_data() {
  QTest::addColumn<QString>("last");
  QTest::addColumn<bool>("inOneGo");
  QTest::addColumn<QString>("note");
  QTest::newRow("never") << QString() << false << QStringLiteral("none since the start");
  QTest::newRow("just now") << QStringLiteral("2031-03-04T08:52:30Z") << true << QStringLiteral("going on");
  QTest::newRow("once") << QStringLiteral("2031-03-04T08:48:00Z") << true << QStringLiteral("all at 08:48, none since");
  QTest::newRow("often") << QStringLiteral("2031-03-03T08:48:00Z") << false
                         << QStringLiteral("last at Mon, none since");
}

void TestStatusPage::shedNotes() {
  QFETCH(QString, last);
  QFETCH(bool, inOneGo);
  QFETCH(QString, note);
  QJsonObject report = statusSample();
  QJsonObject tiles = report[QLatin1String("tiles")].toObject();
  tiles[QLatin1String("shed")] = QJsonObject{{QStringLiteral("total"), 3},
                                             {QStringLiteral("last"), last},
                                             {QStringLiteral("inOneGo"), inOneGo},
                                             {QStringLiteral("series"), QJsonArray()}};
  report[QLatin1String("tiles")] = tiles;
  QVERIFY(page(report).contains(QStringLiteral("<small>%1</small>").arg(note)));
}

void TestStatusPage::troubleIsSaid() {
  QJsonObject report = statusSample();
  const QJsonObject checks{{QStringLiteral("loop"), QStringLiteral("ok")},
                           {QStringLiteral("store"), QStringLiteral("Messages cannot be stored.")}};
  report[QLatin1String("health")] =
      QJsonObject{{QStringLiteral("status"), QStringLiteral("failing")}, {QStringLiteral("checks"), checks}};
  const QString html = page(report);
  QVERIFY(html.contains(QStringLiteral("Not healthy")));
  QVERIFY(html.contains(QStringLiteral("Messages cannot be stored.")));
  QVERIFY(!html.contains(QStringLiteral("Healthy</span>")));
}

void TestStatusPage::namesEverythingForReaders() {
  const QString html = page(statusSample());
  QVERIFY(html.contains(QStringLiteral("role=\"img\" aria-label=\"Messages per second over 15 minutes, at most ")));
  QCOMPARE(html.count(QStringLiteral("<th scope=\"row\">")), 7);
  QCOMPARE(html.count(QStringLiteral("<th scope=\"col\"")), 5);
  QVERIFY(html.contains(QStringLiteral("<span class=\"unseen\">Warning: </span>")));
}

PARLOUR_TEST(TestStatusPage)

}  // namespace tst_statuspage

#include "tst_statuspage.moc"
