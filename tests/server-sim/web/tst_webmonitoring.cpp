// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/metrics/OpenMetricsReader.h"
#include "tests/server-sim/web/support/WebTown.h"

namespace tst_webmonitoring {

using namespace Parlour;
using namespace Parlour::Tests;

// What the web service says of the server: to machines, and to administrators.
class TestWebMonitoring : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { town_ = std::make_unique<WebTown>(); }
  void cleanup() { town_.reset(); }
  void healthNeedsNoSession();
  void metricsAccess_data();
  void metricsAccess();
  void metricsAreValidText();
  void statusIsForAdministrators_data();
  void statusIsForAdministrators();
  void statusAsJson();
  void statusWithoutScripts();
  void changesAreEvents();
  void secretRoomsAreNotInMetrics();

 private:
  std::unique_ptr<WebTown> town_;
};

void TestWebMonitoring::healthNeedsNoSession() {
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  const WebAnswer answer = browser.get(QStringLiteral("/health"));
  QCOMPARE(answer.status, 200);
  const QJsonObject expected{
      {QStringLiteral("status"), QStringLiteral("ok")},
      {QStringLiteral("checks"), QJsonObject{{QStringLiteral("compliance"), QStringLiteral("ok")},
                                             {QStringLiteral("loop"), QStringLiteral("ok")},
                                             {QStringLiteral("queue"), QStringLiteral("ok")},
                                             {QStringLiteral("store"), QStringLiteral("ok")}}}};
  QCOMPARE(answer.json(), expected);
  QVERIFY(answer.header("Content-Security-Policy").contains("default-src 'none'"));
}

void TestWebMonitoring::metricsAccess_data() {
  QTest::addColumn<int>("access");
  QTest::addColumn<QByteArray>("header");
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("status");
  using Server::MetricsAccess;
  const auto row = [](const char* words, MetricsAccess access, const char* header, const char* name, int status) {
    QTest::newRow(words) << static_cast<int>(access) << QByteArray(header) << QString::fromLatin1(name) << status;
  };
  row("this machine", MetricsAccess::Loopback, "", "", 200);
  row("through a proxy", MetricsAccess::Loopback, "X-Forwarded-For", "", 401);
  row("through another proxy", MetricsAccess::Loopback, "Via", "", 401);
  row("administrator through a proxy", MetricsAccess::Loopback, "X-Forwarded-For", "ada", 200);
  row("somebody else through a proxy", MetricsAccess::Loopback, "X-Forwarded-For", "bo", 403);
  row("administrators only, nobody", MetricsAccess::Administrators, "", "", 401);
  row("administrators only, somebody", MetricsAccess::Administrators, "", "bo", 403);
  row("administrators only, administrator", MetricsAccess::Administrators, "", "ada", 200);
  row("off, administrator", MetricsAccess::Off, "", "ada", 404);
}

void TestWebMonitoring::metricsAccess() {
  QFETCH(int, access);
  QFETCH(QByteArray, header);
  QFETCH(QString, name);
  QFETCH(int, status);
  town_->host.config().web.metrics = static_cast<Server::MetricsAccess>(access);
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  if (!name.isEmpty()) QVERIFY(browser.signIn(name, QStringLiteral("pw-") + name));
  if (!header.isEmpty()) browser.extra.insert(header, "203.0.113.7");
  const WebAnswer answer = browser.get(QStringLiteral("/metrics"));
  QCOMPARE(answer.status, status);
  QCOMPARE(answer.text().contains(QStringLiteral("parlour_posts_received_total")), status == 200);
}

void TestWebMonitoring::metricsAreValidText() {
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  const WebAnswer answer = browser.get(QStringLiteral("/metrics"));
  QCOMPARE(answer.header("Content-Type"), QByteArray("application/openmetrics-text; version=1.0.0; charset=utf-8"));
  const OpenMetricsReader read(answer.body);
  QCOMPARE(read.problem(), QString());
  for (const char* name : {"parlour_posts_received_total", "parlour_sessions", "parlour_connections",
                           "parlour_store_writable", "parlour_loop_lag_seconds_count", "process_cpu_seconds_total"}) {
    QVERIFY2(read.has(name), name);
  }
}

void TestWebMonitoring::statusIsForAdministrators_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("status");
  QTest::newRow("page, nobody") << QStringLiteral("/status") << QString() << 303;
  QTest::newRow("page, manager of rooms") << QStringLiteral("/status") << QStringLiteral("bo") << 403;
  QTest::newRow("page, administrator") << QStringLiteral("/status") << QStringLiteral("ada") << 200;
  QTest::newRow("JSON, nobody") << QStringLiteral("/api/status") << QString() << 401;
  QTest::newRow("JSON, manager of rooms") << QStringLiteral("/api/status") << QStringLiteral("bo") << 403;
  QTest::newRow("JSON, administrator") << QStringLiteral("/api/status") << QStringLiteral("ada") << 200;
}

void TestWebMonitoring::statusIsForAdministrators() {
  QFETCH(QString, path);
  QFETCH(QString, name);
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  if (!name.isEmpty()) QVERIFY(browser.signIn(name, QStringLiteral("pw-") + name));
  const WebAnswer answer = browser.get(path);
  QTEST(answer.status, "status");
  QCOMPARE(answer.text().contains(QStringLiteral("Server started")), answer.status == 200);
  const QString tab = browser.get(QStringLiteral("/rooms")).text();
  QCOMPARE(tab.contains(QStringLiteral("href=\"/status\"")), name == QLatin1String("ada"));
}

void TestWebMonitoring::statusAsJson() {
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  QVERIFY(browser.signIn(QStringLiteral("ada"), QStringLiteral("pw-ada")));
  const QJsonObject report = browser.get(QStringLiteral("/api/status")).json()[QLatin1String("result")].toObject();
  const QJsonObject tiles = report[QLatin1String("tiles")].toObject();
  QCOMPARE(tiles[QLatin1String("rooms")].toObject()[QLatin1String("active")].toInt(), 4);
  QVERIFY(report[QLatin1String("load")]
              .toObject()[QLatin1String("database")]
              .toObject()[QLatin1String("value")]
              .toDouble() > 0);
  const QJsonArray events = report[QLatin1String("events")].toArray();
  QVERIFY(events.last().toObject()[QLatin1String("text")].toString().startsWith(QStringLiteral("Server started, ")));
  QCOMPARE(browser.postJson(QStringLiteral("status"), {}).status, 405);
}

void TestWebMonitoring::statusWithoutScripts() {
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  QVERIFY(browser.signIn(QStringLiteral("ada"), QStringLiteral("pw-ada")));
  const QString page = browser.get(QStringLiteral("/status")).text();
  for (const char* text : {"Server status", "Healthy", "As of ", "of 4 active", "No messages in the last minute."}) {
    QVERIFY2(page.contains(QString::fromLatin1(text)), text);
  }
}

void TestWebMonitoring::changesAreEvents() {
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  QVERIFY(browser.signIn(QStringLiteral("ada"), QStringLiteral("pw-ada")));
  browser.get(QStringLiteral("/categories"));
  browser.post(QStringLiteral("/categories/new"), {{QStringLiteral("name"), QStringLiteral("Lighthouse")}});
  browser.post(QStringLiteral("/people/bo@orchard.example"), {{QStringLiteral("state"), QStringLiteral("disabled")}});
  const QString page = browser.get(QStringLiteral("/status")).text();
  QVERIFY(page.contains(QStringLiteral("Lighthouse created")));
  QVERIFY(page.contains(QStringLiteral("Bo Medlar disabled")));
}

void TestWebMonitoring::secretRoomsAreNotInMetrics() {
  QVERIFY(town_->start());
  Browser browser = town_->browser();
  const QString text = browser.get(QStringLiteral("/metrics")).text() + browser.get(QStringLiteral("/health")).text();
  for (const char* name : {"Harbour board", "Crew rota", "orchard", "Ada "}) {
    QVERIFY2(!text.contains(QString::fromLatin1(name)), name);
  }
}

PARLOUR_TEST(TestWebMonitoring)

}  // namespace tst_webmonitoring

#include "tst_webmonitoring.moc"
