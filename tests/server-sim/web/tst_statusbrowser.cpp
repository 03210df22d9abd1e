// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <atomic>

#include "server-sim/web/HttpServer.h"
#include "server-sim/web/StaticFiles.h"
#include "server-sim/web/WebPages.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/StatusSample.h"
#include "tests/server-sim/web/support/WebDriver.h"

namespace tst_statusbrowser {

using namespace Parlour::Server;
using namespace Parlour::Tests;

// The status page of a busy server in a real browser, live, in both themes.
class TestStatusBrowser : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase() {
    chromium_.reset();
    http_.reset();
  }
  void showsTheDesign_data();
  void showsTheDesign();
  void staysUpToDate();
  void keepsTheFocus();
  void pauses();
  void saysWhenNothingAnswers();

 private:
  static QString css(const char* selector) { return QString::fromLatin1(selector); }
  void open() { chromium_->open(QStringLiteral("http://127.0.0.1:%1/status").arg(http_->port())); }
  HttpResponse answer(const HttpRequest& request);

  std::unique_ptr<HttpServer> http_;
  std::unique_ptr<WebDriver> chromium_;
  std::atomic<int> sessions_ = 214;
  std::atomic<int> asked_ = 0;
  std::atomic<bool> failing_ = false;
};

void TestStatusBrowser::initTestCase() {
  if (!WebDriver::isInstalled()) QSKIP("chromium and chromium-driver are not installed");
  qputenv("TZ", "UTC");
  tzset();
  auto bound = HttpServer::bind({});
  QVERIFY(bound);
  http_ = std::move(*bound);
  http_->serve([this](const HttpRequest& request) { return answer(request); });
  chromium_ = std::make_unique<WebDriver>();
  QVERIFY(chromium_->start());
}

HttpResponse TestStatusBrowser::answer(const HttpRequest& request) {
  if (request.target.startsWith("/static/")) {
    return staticFile(QString::fromLatin1(request.target.mid(8))).value_or(HttpResponse{404, {}, {}, {}});
  }
  ++asked_;
  HttpResponse response;
  if (failing_) {
    response.status = 503;
    return response;
  }
  QJsonObject report = statusSample();
  QJsonObject tiles = report[QLatin1String("tiles")].toObject();
  QJsonObject sessions = tiles[QLatin1String("sessions")].toObject();
  sessions[QLatin1String("now")] = sessions_.load();
  tiles[QLatin1String("sessions")] = sessions;
  report[QLatin1String("tiles")] = tiles;
  PageFrame frame;
  frame.title = QStringLiteral("Server status");
  frame.tab = QStringLiteral("status");
  frame.me = {{QStringLiteral("name"), QStringLiteral("Marta Nowak")},
              {QStringLiteral("address"), QStringLiteral("marta@northgate.example")},
              {QStringLiteral("domain"), QStringLiteral("northgate.example")},
              {QStringLiteral("administrator"), true}};
  response.body = WebPages::status(frame, report);
  response.add("Content-Security-Policy",
               "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'");
  return response;
}

void TestStatusBrowser::showsTheDesign_data() {
  QTest::addColumn<QString>("theme");
  QTest::addColumn<QString>("page");
  QTest::addColumn<QString>("curve");
  QTest::newRow("light") << QStringLiteral("light") << QStringLiteral("rgb(248, 250, 250)")
                         << QStringLiteral("rgb(11, 99, 121)");
  QTest::newRow("dark") << QStringLiteral("dark") << QStringLiteral("rgb(27, 34, 36)")
                        << QStringLiteral("rgb(99, 197, 217)");
}

void TestStatusBrowser::showsTheDesign() {
  QFETCH(QString, theme);
  QFETCH(QString, page);
  QFETCH(QString, curve);
  chromium_->setTheme(theme);
  open();
  QCOMPARE(chromium_->text(css("h1")), QStringLiteral("Server status"));
  QCOMPARE(chromium_->run(QStringLiteral("return getComputedStyle(document.body).backgroundColor")).toString(), page);
  QCOMPARE(chromium_->run(QStringLiteral("return getComputedStyle(document.querySelector('.chart .curve')).stroke"))
               .toString(),
           curve);
  const QString wide = QStringLiteral("return document.documentElement.scrollWidth <= innerWidth");
  QVERIFY(chromium_->run(wide).toBool());
  // Kept beside the test program, for people to look at.
  QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/web-pictures"));
  folder.mkpath(QStringLiteral("."));
  QFile file(folder.filePath(QStringLiteral("status-%1.png").arg(theme)));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(chromium_->screenshot());
}

void TestStatusBrowser::staysUpToDate() {
  open();
  QCOMPARE(chromium_->text(css(".live")), QStringLiteral("Live, updated every 2 s"));
  QCOMPARE(chromium_->text(css(".tile strong")), QStringLiteral("214"));
  sessions_ = 215;
  QTRY_COMPARE_WITH_TIMEOUT(chromium_->text(css(".tile strong")), QStringLiteral("215"), 20'000);
  QCOMPARE(chromium_->text(css(".live")), QStringLiteral("Live, updated every 2 s"));
}

void TestStatusBrowser::keepsTheFocus() {
  open();
  chromium_->run(QStringLiteral("document.querySelector('.busiest a').focus()"));
  sessions_ = 216;
  QTRY_COMPARE_WITH_TIMEOUT(chromium_->text(css(".tile strong")), QStringLiteral("216"), 20'000);
  QCOMPARE(chromium_->run(QStringLiteral("return document.activeElement.textContent")).toString(),
           QStringLiteral("Payments operations"));
}

void TestStatusBrowser::pauses() {
  open();
  chromium_->click(css(".live-button"));
  QCOMPARE(chromium_->text(css(".live")), QStringLiteral("Paused"));
  QCOMPARE(chromium_->text(css(".live-button")), QStringLiteral("Go on"));
  sessions_ = 217;
  chromium_->click(css(".live-button"));
  QTRY_COMPARE_WITH_TIMEOUT(chromium_->text(css(".tile strong")), QStringLiteral("217"), 20'000);
  QCOMPARE(chromium_->text(css(".live-button")), QStringLiteral("Pause"));
}

void TestStatusBrowser::saysWhenNothingAnswers() {
  open();
  failing_ = true;
  QTRY_COMPARE_WITH_TIMEOUT(chromium_->text(css(".live")), QStringLiteral("The server does not answer"), 20'000);
  failing_ = false;
  QTRY_COMPARE_WITH_TIMEOUT(chromium_->text(css(".live")), QStringLiteral("Live, updated every 2 s"), 20'000);
}

PARLOUR_TEST(TestStatusBrowser)

}  // namespace tst_statusbrowser

#include "tst_statusbrowser.moc"
